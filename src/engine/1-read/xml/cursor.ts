/** Where the cursor stands in XML. */
import type { ReadResult } from '../format.ts';
import { parseXml } from './parse.ts';
import type { XmlElement } from './tree.ts';
import { escapeText } from './text.ts';
import { isListField } from '../rule-key.ts';
import type { Span } from '../../model.ts';
import { spot, type CursorPlace, type NameMeaning, type NameOffer } from '../cursor-place.ts';
import type { XmlField, XmlSchema } from './schema.ts';

/** A name that is being typed, with the mark before it; without one it is still a text. */
const TYPED_NAME = /(<\/?)?([A-Za-z_][\w.:-]*)?$/;
/** Far longer than any name of a format; what is longer is none. */
const LONGEST_NAME = 100;
const REST_OF_NAME = /^[\w.:-]*/;
/** In a comment, a section, an instruction or the attributes of a tag nothing is offered. */
const INSIDE_MARKUP = /^<(?:[!?][^>]*|[^<>\s!?][^<>\s]*\s[^<>]*)$/;

/** Null where nothing of the format can be written. */
export function xmlPlace(
  text: string,
  offset: number,
  { ruleSet }: ReadResult,
  schema: XmlSchema
): CursorPlace | null {
  const before = text.slice(0, offset);
  const tag = before.slice(before.lastIndexOf('<'));
  if (INSIDE_MARKUP.test(tag) || before.lastIndexOf('<!--') > before.lastIndexOf('-->')) {
    return null;
  }
  const [, mark = '', begun = ''] = TYPED_NAME.exec(before.slice(-LONGEST_NAME)) ?? [];
  const from = offset - begun.length;
  const open = openElements(text.slice(0, from - mark.length));
  const field = fieldOf(open, schema);
  if (field && mark === '') return valuePlace(text, offset, ruleSet.rules, open, field, schema);
  const name = { text, typed: { from, to: offset + restOfName(text, offset) }, mark };
  if (mark === '</') return closePlace(name, open.at(-1));
  // A field that was left open ends before the next name.
  const around = field ? open.slice(0, -1) : open;
  return namePlace(name, around, ruleSet.rules, schema);
}

const restOfName = (text: string, at: number): number =>
  REST_OF_NAME.exec(text.slice(at, at + LONGEST_NAME))?.[0].length ?? 0;

/** The elements that are open at the end of a text, outermost first. */
function openElements(before: string): XmlElement[] {
  const open: XmlElement[] = [];
  let element = parseXml(before).roots.at(-1);
  while (element?.end === 'guess' && !element.cut) {
    open.push(element);
    element = element.children.at(-1);
  }
  return open;
}

/** The field in whose element the end of the path stands, be it alone or one of a group. */
function fieldOf(open: readonly XmlElement[], { fields }: XmlSchema): XmlField | null {
  const [parent, last] = open.slice(-2);
  const inner = last ?? parent;
  if (!inner || inner.children.length > 0) return null;
  return (
    fields.find(({ name, item }) =>
      item === null ? inner.name === name : inner.name === item && parent?.name === name
    ) ?? null
  );
}

interface PartialName {
  text: string;
  typed: Span;
  /** `<`, `</` or nothing, before what has been typed. */
  mark: string;
}

function closePlace(
  { text, typed }: PartialName,
  open: XmlElement | undefined
): CursorPlace | null {
  if (!open) return null;
  const insert = open.tagName + (text[typed.to] === '>' ? '' : '>');
  const names: NameOffer[] = [
    { name: open.tagName, meaning: 'close', insert, caret: insert.length }
  ];
  return { writes: 'name', kind: 'element', typed, replaced: typed, names, at: null, cut: typed };
}

/** The same element in the whole text, where it may have an end. */
function wholeElement(text: string, from: number): XmlElement | null {
  let elements = parseXml(text).roots;
  for (;;) {
    const found = elements.findLast(({ span }) => span.from <= from);
    if (!found || found.span.from === from) return found ?? null;
    elements = found.children;
  }
}

function namePlace(
  { text, typed, mark }: PartialName,
  open: readonly XmlElement[],
  rules: readonly { span: Span }[],
  schema: XmlSchema
): CursorPlace | null {
  const tag = mark === '' ? '' : (text.slice(typed.to).match(/^[^<>]*/)?.[0] ?? '');
  const ended = mark !== '' && text[typed.to + tag.length] === '>';
  const rest = text.slice(0, typed.from - mark.length) + text.slice(typed.to);
  if (ended && (tag !== '' || wholeElement(text, typed.from - 1)?.end !== 'guess')) return null;
  const last = open.at(-1);
  const whole = last ? wholeElement(rest, last.span.from) : null;
  const there = new Set((last ? (whole?.children ?? []) : parseXml(rest).roots).map(nameOf));
  const prefix = last?.tagName.slice(0, -last.name.length) ?? '';
  const names = namesIn(open, there, schema).map(({ name, meaning, child }): NameOffer => {
    const tagName = prefix + name;
    const inner = child === null ? '' : `<${prefix}${child}></${prefix}${child}>`;
    const opening = (mark === '' ? '<' : '') + tagName;
    const insert = `${opening}>${inner}</${tagName}${ended ? '' : '>'}`;
    const within = child === null ? 0 : prefix.length + child.length + 2;
    return { name: tagName, meaning, insert, caret: opening.length + 1 + within };
  });
  const at = last && isHolder(last, schema) ? rulesBefore(rules, typed.from) : null;
  const cut = { from: typed.from - mark.length, to: typed.to };
  return { writes: 'name', kind: 'element', typed, replaced: typed, names, at, cut };
}

const nameOf = ({ name }: XmlElement): string => name;

const isHolder = ({ name }: XmlElement, { around }: XmlSchema): boolean => name === around.at(-1);

const rulesBefore = (rules: readonly { span: Span }[], at: number): number =>
  rules.filter(({ span }) => span.to <= at).length;

interface LegalName {
  name: string;
  meaning: NameMeaning;
  /** An element that always stands in it. */
  child: string | null;
}

/** The elements that may stand at the end of a path and are not there yet. */
function namesIn(
  open: readonly XmlElement[],
  there: ReadonlySet<string>,
  { around, rule, vary, fields, mayBeBare }: XmlSchema
): LegalName[] {
  const name = open.at(-1)?.name;
  if (name === rule) {
    return fields
      .filter((field) => field.repeats || !there.has(field.name))
      .map(({ key, name, item }) => ({ name, meaning: key, child: item }));
  }
  const group = fields.find((field) => field.item !== null && field.name === name);
  if (group?.item) return [{ name: group.item, meaning: group.key, child: null }];
  if (name === around.at(-1)) {
    const own: LegalName[] = mayBeBare ? [{ name: rule, meaning: 'rule', child: null }] : [];
    if (vary !== null && !there.has(vary)) {
      own.push({ name: vary, meaning: 'responseVary', child: null });
    }
    return own;
  }
  const at = name === undefined ? 0 : around.indexOf(name) + 1;
  const next = name !== undefined && at === 0 ? undefined : around[at];
  if (next === undefined || there.has(next) || (at === 0 && there.size > 0)) return [];
  return [{ name: next, meaning: 'around', child: null }];
}

function valuePlace(
  text: string,
  offset: number,
  rules: readonly { span: Span }[],
  open: readonly XmlElement[],
  { key, item }: XmlField,
  { commas }: XmlSchema
): CursorPlace | null {
  const own = open.at(-1);
  const element = own && wholeElement(text, own.span.from);
  const around = open.at(item === null ? -2 : -3);
  if (!element || element.children.length > 0) return null;
  const whole = { from: element.content.from, to: Math.max(element.value.span.to, offset) };
  const span =
    commas && isListField(key) ? itemAt(text, whole, offset) : trimmed(text, whole, offset);
  const close = element.end === 'guess' ? `</${element.tagName}>` : '';
  const rule = rules.findIndex((one) => one.span.from === around?.span.from);
  return {
    writes: 'value',
    typed: span,
    replaced: span,
    field: key,
    rule: rule === -1 ? null : rule,
    write: (value) => escapeText(value) + close
  };
}

/** The member of a list with commas in which `offset` stands. */
function itemAt(text: string, { from, to }: Span, offset: number): Span {
  const start = Math.max(from, text.lastIndexOf(',', offset - 1) + 1);
  const comma = text.indexOf(',', offset);
  return trimmed(text, { from: start, to: comma === -1 || comma > to ? to : comma }, offset);
}

/** Without the blanks around, though not without the place of the cursor. */
function trimmed(text: string, { from, to }: Span, offset: number): Span {
  while (from < offset && /\s/.test(text.charAt(from))) from++;
  while (to > offset && /\s/.test(text.charAt(to - 1))) to--;
  return from > to ? spot(offset) : { from, to };
}
