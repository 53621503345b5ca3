import type { BasicChange as Change, PlainRule, RuleSet, TextEdit, Written } from '../model.ts';
import type { Document, Format, FormatReading } from './format.ts';
import { emptyRule, plainRule, unwrittenRule } from './plain.ts';

const NAME = 'MINIO_API_CORS_ALLOW_ORIGIN';

/** The one line that says it, as a shell or an environment file has it; whatever stands around is other settings. */
const LINE = new RegExp(`^(?:export[ \\t]+)?${NAME}=(["']?)([^"'\\r\\n]*)\\1[ \\t]*$`, 'dm');

function read(document: Document): FormatReading | null {
  if (document.syntax !== 'headers') return null;
  const found = LINE.exec(document.text);
  const [line, , value] = found?.indices ?? [];
  if (line === undefined || value === undefined) return null;
  const rule = emptyRule({ from: line[0], to: line[1] });
  rule.allowedOrigins = origins(document.text.slice(...value), value[0]);
  return { ruleSet: { rules: [rule], responseVary: null }, problems: [] };
}

/** The members of the list, each with the blanks that the server keeps as well. */
function origins(text: string, from: number): Written[] {
  let at = from;
  return text.split(',').map((value) => {
    const span = { from: at, to: at + value.length };
    at = span.to + 1;
    return { value, span };
  });
}

/** What the server can be set to: the origins of the first rule. */
function print({ rules: [rule] }: RuleSet): string {
  if (rule === undefined) return '';
  return `${NAME}=${plainRule(rule).allowedOrigins.join(',')}\n`;
}

/** True where an origin stays one member of the line's list. */
const isMember = (value: string): boolean => !/[,"'\r\n]/.test(value) && value.trim() === value;

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
  const { field, value } = change;
  if (rule === undefined || change.rule !== 0) return [];
  if (field !== 'allowedOrigins' || !isMember(value)) return [];
  const place =
    change.kind === 'add-value' ? rule.allowedOrigins.at(-1) : rule.allowedOrigins[change.index];
  if (place === undefined) return [];
  return change.kind === 'replace-value'
    ? [{ span: place.span, insert: value }]
    : [{ span: { from: place.span.to, to: place.span.to }, insert: `,${value}` }];
}

function insertRule(text: string, rule: PlainRule): TextEdit[] {
  const at = text.length;
  const line = print({ rules: [unwrittenRule(rule, at)], responseVary: null });
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
  edit
};
