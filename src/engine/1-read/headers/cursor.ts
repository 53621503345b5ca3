/** Where the cursor stands in rules that are lines of headers, or a line of settings. */
import type { ReadResult } from '../format.ts';
import type { RuleKey } from '../rule-key.ts';
import type { Span } from '../../model.ts';
import type { CursorPlace } from '../cursor-place.ts';

/** The grammar of one format: `mark` parts a name from its values, and `parts` one value from the next. */
export interface HeaderNames {
  names: Readonly<Partial<Record<RuleKey, string>>>;
  mark: string;
  /** What is written behind a new name. */
  behind: string;
  parts: RegExp;
}

/** The field of a line's name, in whichever case it is written. */
export function headerKey({ names }: HeaderNames, name: string): RuleKey | null {
  const keys = Object.keys(names) as RuleKey[];
  return keys.find((key) => names[key]?.toLowerCase() === name.toLowerCase()) ?? null;
}

/** Null where the line says nothing of a rule. */
export function headersPlace(
  text: string,
  offset: number,
  { ruleSet }: ReadResult,
  format: HeaderNames
): CursorPlace | null {
  const line = lineAt(text, offset);
  const mark = text.slice(line.from, line.to).indexOf(format.mark);
  const end = mark === -1 ? line.to : line.from + mark;
  const name = nameIn(text, { from: line.from, to: end });
  if (offset > end) {
    const field = headerKey(format, text.slice(name.from, name.to));
    if (field === null) return null;
    const typed = partAt(text, offset, { from: end + 1, to: line.to }, format.parts);
    const rule = ruleSet.rules.length > 0 ? 0 : null;
    return { writes: 'value', field, rule, typed, replaced: typed, write: (value) => value };
  }
  if (offset < name.from || offset > name.to) return null;
  const said = new Set(
    text
      .slice(0, line.from)
      .concat('\n', text.slice(line.to))
      .split(/\r?\n/)
      .map((other) => headerKey(format, other.split(format.mark, 1)[0]?.trim() ?? ''))
  );
  const names = (Object.keys(format.names) as RuleKey[]).flatMap((key) => {
    const written = format.names[key] ?? '';
    const insert = written + (mark === -1 ? format.behind : '');
    return said.has(key) ? [] : [{ name: written, meaning: key, insert, caret: insert.length }];
  });
  return { writes: 'name', kind: 'key', typed: name, replaced: name, names, at: null, cut: name };
}

function lineAt(text: string, offset: number): Span {
  const from = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return { from, to: end === -1 ? text.length : end };
}

/** Without the blanks around it, and what exports it to other programs. */
function nameIn(text: string, { from, to }: Span): Span {
  const [before = ''] = /^\ufeff?\s*(?:export[ \t]+)?/.exec(text.slice(from, to)) ?? [];
  const name = text.slice(from + before.length, to).trimEnd();
  return { from: from + before.length, to: from + before.length + name.length };
}

/** The part of a list in which an offset stands. */
function partAt(text: string, offset: number, { from, to }: Span, parts: RegExp): Span {
  const span = { from: offset, to: offset };
  while (span.from > from && !parts.test(text.charAt(span.from - 1))) span.from -= 1;
  while (span.to < to && !parts.test(text.charAt(span.to)) && text[span.to] !== '\r') span.to += 1;
  return span;
}
