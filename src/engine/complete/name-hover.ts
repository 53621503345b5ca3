/** What a name in a rule text stands for, and what its store asks of it. */
import type { FormatId, ReadResult } from '../1-read/format.ts';
import { RULE_KEYS, type FieldNames, type RuleKey } from '../1-read/rule-key.ts';
import { TERRAFORM_RESOURCES } from '../1-read/formats/terraform/resource.ts';
import type { FormField } from '../form/store-form.ts';
import type { Span } from '../model.ts';
import type { Provider } from '../providers/providers.ts';
import { headerNames } from '../1-read/formats/header-names.ts';
import { headerKey } from '../1-read/headers/cursor.ts';
import { spellingOf } from '../1-read/spelling-of.ts';
import { xmlNames } from '../1-read/formats/xml-names.ts';

export interface NameHover {
  /** Of the name in the text. */
  span: Span;
  name: string;
  field: RuleKey;
  /** The store's field; null where its rules have none. */
  shown: FormField | null;
  source: string;
}

/** The name of a field in which `offset` stands, of which `read` is what was found in `text`; null where none does. */
export function nameAt(
  text: string,
  offset: number,
  { format, ruleSet }: ReadResult,
  { form }: Provider
): NameHover | null {
  const inRule = ruleSet.rules.some(({ span }) => span.from <= offset && offset <= span.to);
  const span = inRule ? wordAt(text, offset) : null;
  if (format === null || span === null || !namesSomething(text, span)) return null;
  const name = text.slice(span.from, span.to);
  const field = fieldNamed(format, name);
  if (field === null) return null;
  const shown = form.fields.find((one) => one.field === field) ?? null;
  return { span, name, field, shown, source: form.source };
}

const isOfWord = (character: string): boolean => /[\w-]/.test(character);

function wordAt(text: string, offset: number): Span | null {
  const span = { from: offset, to: offset };
  while (isOfWord(text.charAt(span.from - 1))) span.from -= 1;
  while (isOfWord(text.charAt(span.to))) span.to += 1;
  return span.from < span.to ? span : null;
}

/** A tag's name, or one that a colon or an equals sign parts from its value. */
function namesSomething(text: string, { from, to }: Span): boolean {
  return (
    /<\/?(?:[\w-]+:)?$/.test(text.slice(Math.max(0, from - LOOK_AROUND), from)) ||
    /^["']?[ \t]*[:=]/.test(text.slice(to, to + LOOK_AROUND))
  );
}

/** Characters that are looked at before and behind a name. */
const LOOK_AROUND = 60;

function fieldNamed(format: FormatId, name: string): RuleKey | null {
  const schema = xmlNames(format);
  if (schema) return schema.fields.find((one) => [one.name, one.item].includes(name))?.key ?? null;
  const headers = headerNames(format);
  if (headers) return headerKey(headers, name);
  const resources = TERRAFORM_RESOURCES.filter((one) => one.format === format);
  const spelt = spellingOf(format, null)?.names ?? [];
  for (const names of [...resources.map((one) => one.names), ...spelt]) {
    const key = RULE_KEYS.find((one) => isCalled(names, one, name));
    if (key) return key;
  }
  return null;
}

/** A dot parts the name of an object from that of a member in it. */
const isCalled = (names: FieldNames, key: RuleKey, name: string): boolean =>
  names[key] !== undefined && names[key].slice(names[key].indexOf('.') + 1) === name;
