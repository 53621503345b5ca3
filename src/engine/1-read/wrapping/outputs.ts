/** What command lines and consoles print of rules, and the values of a console's form, each as the format that says the same. */
import { isKnownField, SPLIT, type ConsoleField } from './form-fields.ts';
import { ViewWriter } from './view.ts';
import type { Wrapping } from './wrapping.ts';
import { quoted } from './spell.ts';

const SWIFT_META = /^[ \t]*Meta[ \t]+(Access-Control-[\w-]+):[ \t]*([^\r\n]*)/gim;
const SWIFT_POST =
  /(?:-m|--meta|-H|--header)[ =]*(["'])(?:X-Container-Meta-)?(Access-Control-[\w-]+):[ ]*([^"'\r\n]*)\1/gi;

/** `swift stat` and `swift post`, whose lines are the container's headers. */
function* swift(text: string): Generator<Wrapping> {
  for (const [pattern, group] of [
    [SWIFT_META, 1],
    [SWIFT_POST, 2]
  ] as const) {
    const found = [...text.matchAll(pattern)];
    const [first] = found;
    const last = found.at(-1);
    if (!first || !last) continue;
    const writer = new ViewWriter(first.index);
    let end = first.index;
    for (const match of found) {
      const [whole, name = '', value = ''] = [match[0], match[group], match[group + 1]];
      const nameAt = match.index + whole.indexOf(name);
      const valueAt = match.index + whole.lastIndexOf(value);
      writer.put(match.index, nameAt, 'X-Container-Meta-');
      writer.keep(text, nameAt, nameAt + name.length);
      writer.put(nameAt + name.length, valueAt, ': ');
      writer.keep(text, valueAt, valueAt + value.length);
      end = match.index + whole.length;
      writer.put(valueAt + value.length, end, '\n');
    }
    yield {
      kind: 'output',
      view: writer.finish(),
      span: { from: first.index, to: end },
      spell: ({ insert }) => insert.replace(/X-Container-Meta-/gi, group === 1 ? 'Meta ' : ''),
      isCode: false
    };
  }
}

/** What a tool says where a bucket has no rules, and the empty rules of which format that is. */
const NONE: readonly (readonly [RegExp, string])[] = [
  [/\bgs:\/\/\S+ has no CORS configuration/i, '{"cors_config": []}'],
  [/NoSuchCORSConfiguration|NoSuchCorsConfiguration/, '{"CORSRules": []}'],
  [/The CORS configuration does not exist/i, '{"CORSRules": []}']
];

function* none(text: string): Generator<Wrapping> {
  for (const [pattern, words] of NONE) {
    const found = pattern.exec(text);
    if (!found) continue;
    const writer = new ViewWriter(found.index);
    const to = found.index + found[0].length;
    writer.put(found.index, to, words);
    const span = { from: found.index, to };
    yield {
      kind: 'output',
      view: writer.finish(),
      span,
      spell: ({ insert }) => insert,
      isCode: false
    };
  }
}

/** A line of a form: its label, and what stands in its field. */
const FORM_LINE =
  /^[ \t]*(?:[-*•][ \t]+)?([\p{L}][\p{L}\p{N} \t_/()（）-]{1,40}?)[ \t]*[:：=\t][ \t]*([^\r\n]*)$/gmu;

interface FormLine {
  field: ConsoleField;
  labelFrom: number;
  from: number;
  to: number;
}

/** The values of a console's form, one field a line or several values under its label. */
function* form(text: string): Generator<Wrapping> {
  if (text.length > 20_000 || /[{}<>;]/.test(text)) return;
  const lines: FormLine[] = [];
  for (const match of text.matchAll(FORM_LINE)) {
    const field = isKnownField(match[1] ?? '');
    if (!field) continue;
    const value = match[2] ?? '';
    const from = match.index + match[0].length - value.length;
    lines.push({ field, labelFrom: match.index, from, to: from + value.trimEnd().length });
  }
  const fields = new Set(lines.map(({ field }) => field));
  if (!fields.has('AllowedOrigins') || !fields.has('AllowedMethods')) return;
  const [first] = lines;
  const writer = new ViewWriter(first?.labelFrom ?? 0);
  const start = first?.labelFrom ?? 0;
  writer.put(start, start, '[{');
  const said = new Set<ConsoleField>();
  for (const { field, labelFrom, from, to } of lines) {
    if (said.size > 0) writer.put(labelFrom, labelFrom, said.has(field) ? '},{' : ',');
    if (said.has(field)) said.clear();
    said.add(field);
    writer.put(labelFrom, from, `"${field}":`);
    writeValue(writer, text, field, from, to);
  }
  const end = lines.at(-1)?.to ?? start;
  writer.put(end, end, '}]');
  yield {
    kind: 'form',
    view: writer.finish(),
    span: { from: start, to: end },
    isCode: true,
    spell: ({ insert }) => {
      // A line of a form has values and commas; a new line would need its label.
      if (/[[\]{}:]/.test(insert.replace(/"(?:[^"\\]|\\.)*"/g, ''))) return null;
      return insert.replace(/"((?:[^"\\]|\\.)*)"/g, (_, inner: string) => quoted(inner, '`'));
    }
  };
}

function writeValue(
  writer: ViewWriter,
  text: string,
  field: ConsoleField,
  from: number,
  to: number
): void {
  const value = text.slice(from, to);
  if (field === 'MaxAgeSeconds') {
    const digits = /^\d+/.exec(value)?.[0] ?? '';
    if (digits === '') writer.put(from, to, 'null');
    else writer.keep(text, from, from + digits.length);
    return;
  }
  if (field === 'ID') {
    writer.put(from, from, '"');
    writer.put(from, to, JSON.stringify(value).slice(1, -1));
    writer.put(to, to, '"');
    return;
  }
  writer.put(from, from, '[');
  let at = from;
  let count = 0;
  for (const { 0: word, index } of value.matchAll(SPLIT)) {
    if (count++ > 0) writer.put(at, from + index, ',');
    writer.put(from + index, from + index, '"');
    writer.put(from + index, from + index + word.length, JSON.stringify(word).slice(1, -1));
    at = from + index + word.length;
    writer.put(at, at, '"');
  }
  writer.put(to, to, ']');
}

export function* outputsIn(text: string): Generator<Wrapping> {
  yield* swift(text);
  yield* none(text);
  yield* form(text);
}
