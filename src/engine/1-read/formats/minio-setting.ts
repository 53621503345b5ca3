import type { Change, ChangeOf, PlainRule, RuleSet, TextEdit, WrittenValue } from '../../model.ts';
import type { Document, Format, FormatReading } from './format.ts';
import { fitsLine } from '../headers/parse.ts';
import { insertion } from '../text/layout.ts';
import { emptyRule, plainRule, ruleAt } from '../plain.ts';
import { inOrder, removal, takeOut } from '../text/take-out.ts';

export const MINIO_SETTING = 'MINIO_API_CORS_ALLOW_ORIGIN';

/** The one line that says it, as a shell or an environment file has it; whatever stands around is other settings. */
const LINE = new RegExp(
  `^(?:export[ \\t]+)?${MINIO_SETTING}=(?:"([^"\\r\\n]*)"|'([^'\\r\\n]*)'|((?!["'])[^\\r\\n]*))[ \\t]*$`,
  'dm'
);

function read(document: Document): FormatReading | null {
  if (document.syntax !== 'headers') return null;
  const found = LINE.exec(document.text);
  const [line, ...values] = found?.indices ?? [];
  const value = values.find((one) => one !== undefined);
  if (line === undefined || value === undefined) return null;
  const rule = emptyRule({ from: line[0], to: line[1] });
  rule.allowedOrigins = origins(document.text.slice(...value), value[0]);
  return { ruleSet: { rules: [rule], responseVary: null }, problems: [] };
}

/** The members of the list, each with the blanks that the server keeps as well. */
function origins(text: string, from: number): WrittenValue[] {
  let at = from;
  return text.split(',').map((value) => {
    const span = { from: at, to: at + value.length };
    at = span.to + 1;
    return { value, span };
  });
}

/** True where a line can hold the origin, whatever quotes there are around the list. */
const isSayable = (value: string): boolean =>
  fitsLine(value) && !(value.includes('"') && value.includes("'"));

/**
 * What the server can be set to: the origins of the first rule, in quotes where they hold a quote themselves. What no line
 * can hold is left out, and of two kinds of quote those with the second.
 */
function print({ rules: [rule] }: RuleSet): string {
  if (rule === undefined) return '';
  const written = plainRule(rule).allowedOrigins;
  const sayable = written.filter(isSayable);
  const quote = sayable.some((value) => value.includes("'")) ? '"' : '';
  const kept = sayable.filter((value) => quote === '' || !value.includes(quote));
  const list = kept.join(',');
  if (kept.length === 0 && written.length > 0) return '';
  const around = quote === '' && list.startsWith('"') ? "'" : quote;
  return `${MINIO_SETTING}=${around}${list}${around}\n`;
}

/** The list of origins that a server is set to. */
export function originsListOf(printed: string): string {
  const [, ...lists] = LINE.exec(printed) ?? [];
  return lists.find((one) => one !== undefined) ?? '';
}

/** True where an origin stays one member of the line's list. */
const isMember = (value: string): boolean =>
  !/[,"']/.test(value) && fitsLine(value) && value.trim() === value;

/** False where a rule set says more than one list of origins. */
function holds({ rules }: RuleSet): boolean {
  const [rule] = rules;
  if (rule === undefined) return true;
  const { allowedOrigins, ...rest } = plainRule(rule);
  const others = Object.values(rest).filter((value) => value !== null && value.length > 0);
  return (
    rules.length === 1 &&
    others.length === 0 &&
    allowedOrigins.length > 0 &&
    allowedOrigins.every(isMember)
  );
}

function edit(text: string, { rules: [rule] }: RuleSet, change: Change): TextEdit[] {
  if (change.kind === 'insert-rule') return rule === undefined ? insertRule(text, change.rule) : [];
  if (rule === undefined || !('rule' in change) || change.rule !== 0) return [];
  switch (change.kind) {
    case 'remove-rule':
      return removeRule(text);
    case 'move-rule':
    case 'set-value':
      return [];
    default:
      return change.field === 'allowedOrigins' ? changeOrigin(rule.allowedOrigins, change) : [];
  }
}

/** The last origin stays: a line without one says an empty origin. */
function changeOrigin(
  members: readonly WrittenValue[],
  change: ChangeOf<'add-value' | 'replace-value' | 'remove-value'>
): TextEdit[] {
  if (change.kind === 'remove-value') {
    const [before, member, after] = [-1, 0, 1].map((step) => members[change.index + step]);
    if (!member) return [];
    if (before) return [removal(before.span.to, member.span.to)];
    return after ? [removal(member.span.from, after.span.from)] : [];
  }
  const { value } = change;
  if (!isMember(value)) return [];
  if (change.kind === 'replace-value') {
    const replaced = members[change.index];
    return replaced ? [{ span: replaced.span, insert: value }] : [];
  }
  const [next, last] = [members[change.at ?? members.length], members.at(-1)];
  if (next) return [insertion(next.span.from, `${value},`)];
  return last ? [insertion(last.span.to, `,${value}`)] : [];
}

/** Every line that says it, since without the first the next would count. */
function removeRule(text: string): TextEdit[] {
  const lines = [...text.matchAll(new RegExp(LINE, 'gm'))];
  return inOrder(
    lines.map(({ index, 0: line }) => takeOut(text, { from: index, to: index + line.length }))
  );
}

function insertRule(text: string, rule: PlainRule): TextEdit[] {
  const at = text.length;
  const line = print({ rules: [ruleAt(rule, at)], responseVary: null });
  const begun = text !== '' && !/[\r\n\ufeff]$/.test(text);
  return [{ span: { from: at, to: at }, insert: (begun ? '\n' : '') + line }];
}

/**
 * The setting of a MinIO server, in its environment; a bucket of the community server has no rules.
 * https://docs.min.io/aistor/reference/aistor-server/settings/core/#cors
 */
export const minioSetting: Format = {
  id: 'minio-setting',
  syntax: 'headers',
  holdsResponseVary: false,
  holds,
  read,
  print,
  edit: (text, ruleSet) => (change) => edit(text, ruleSet, change)
};
