/** What Azure Storage finds wrong with rules that are saved, in the order of its own first emulator and the words of the service. */
import type { ReadResult } from '../../1-read/format.ts';
import type { Evidence, ListField, Rule, WrittenValue } from '../../model.ts';
import type { SavingResult, StoredRule } from '../provider.ts';
import { AZURE_FORMATS, AZURE_METHODS } from '../families/azure/words.ts';
import { acceptance, isSendable, rejection } from '../shared/saving.ts';

/** https://learn.microsoft.com/en-us/rest/api/storageservices/cross-origin-resource-sharing--cors--support-for-the-azure-storage-services */
export const LIMITS = {
  rules: 5,
  /** Of an origin, and of a header's name. */
  characters: 256,
  origins: 64,
  literalHeaders: 64,
  prefixedHeaders: 2,
  /** UTF-16 code units of every value of every rule together. */
  size: 2048
};

type AzureSavingRefusal = Pick<SavingResult, 'code' | 'message' | 'rule' | 'evidence'>;
type Fault = Pick<AzureSavingRefusal, 'code' | 'message' | 'evidence'>;

/**
 * A limit is documented. The service has two sentences for all refusals, with the node and its value beside the first.
 * https://github.com/Azure/azure-cli/issues/10693, https://github.com/Azure/azure-storage-node/issues/180
 */
const fault = (code: string, message: string, evidence: Evidence): Fault => ({
  code,
  message,
  evidence
});
const structure = (evidence: Evidence = 'documented'): Fault =>
  fault('InvalidXmlDocument', 'XML specified is not syntactically valid.', evidence);
const value = (evidence: Evidence = 'documented'): Fault =>
  fault(
    'InvalidXmlNodeValue',
    'The value for one of the XML nodes is not in the correct format.',
    evidence
  );

const SYNTAX = structure('inferred');

function originsFault({ allowedOrigins }: Rule): Fault | null {
  const { origins, characters } = LIMITS;
  if (allowedOrigins.length > origins) {
    return value();
  }
  if (allowedOrigins.length === 0 || allowedOrigins.some(({ value: one }) => one === '')) {
    return value('inferred');
  }
  if (allowedOrigins.some(({ value: one }) => one.length > characters)) {
    return value();
  }
  return allowedOrigins.some(({ value: one }) => one === '*') && allowedOrigins.length > 1
    ? value('inferred')
    : null;
}

function methodsFault({ allowedMethods }: Rule): Fault | null {
  const list = allowedMethods.length === 0 ? [''] : allowedMethods.map(({ value: one }) => one);
  return list.every((one) => AZURE_METHODS.includes(one)) ? null : value();
}

function ageFault({ maxAgeSeconds }: Rule): Fault | null {
  return maxAgeSeconds === null || ageOf(maxAgeSeconds) !== null ? null : value();
}

/** A whole number of 32 bits, with blanks around it and a sign before it, as the service keeps it; null for any other text. */
export function ageOf({ value: text }: WrittenValue): number | null {
  const age = Number(text);
  const whole = /^\s*[+-]?\d+\s*$/.test(text) && age >= -(2 ** 31) && age < 2 ** 31;
  return whole ? age : null;
}

function headersFault(list: readonly WrittenValue[]): Fault | null {
  const { literalHeaders, prefixedHeaders, characters } = LIMITS;
  const most = literalHeaders + prefixedHeaders;
  if (list.length > most) {
    return value();
  }
  let [literal, prefixed] = [0, 0];
  for (const { value: name } of list) {
    if (name === '') return value('inferred');
    if (name.length > characters) {
      return value();
    }
    const star = name.indexOf('*');
    if (star !== -1 && star < name.length - 1) return value();
    if (star === -1) literal++;
    else prefixed++;
    if (prefixed > prefixedHeaders) {
      return value();
    }
    if (literal > literalHeaders) {
      return value();
    }
  }
  return null;
}

/** The name of the first field of a rule of which the reader says so; null where it says it of none. */
function fieldTold(
  { problems }: ReadResult,
  code: 'field-missing' | 'element-repeated',
  { span }: Rule
): string | null {
  for (const problem of problems) {
    const inside = problem.span.from >= span.from && problem.span.to <= span.to;
    if (problem.code === code && inside) return problem.args.name;
  }
  return null;
}

function ruleFault(read: ReadResult, rule: Rule): Fault | null {
  const repeated = fieldTold(read, 'element-repeated', rule);
  if (repeated !== null) {
    return structure('inferred');
  }
  if (fieldTold(read, 'field-missing', rule) !== null) {
    return structure();
  }
  return (
    originsFault(rule) ??
    methodsFault(rule) ??
    ageFault(rule) ??
    headersFault(rule.exposeHeaders) ??
    headersFault(rule.allowedHeaders)
  );
}

const LISTS: readonly ListField[] = [
  'allowedOrigins',
  'allowedMethods',
  'allowedHeaders',
  'exposeHeaders'
];

/** UTF-16 code units of what the rule's fields say. */
const sizeOf = (rule: Rule): number =>
  LISTS.flatMap((field) => rule[field]).reduce((size, { value: one }) => size + one.length, 0) +
  (rule.maxAgeSeconds?.value.length ?? 0);

/** Properties without `Cors` leave the rules as they are. */
const isSilent = ({ format, problems }: ReadResult): boolean =>
  format === 'azure-xml' &&
  problems.length > 0 &&
  problems.every(({ code }) => code === 'rules-not-found');

/** The service knows no prefix and no other name in a rule; the JSON of a tool may have more in it. */
const isNamedRight = ({ format, prefixed, problems, ruleSet }: ReadResult): boolean =>
  format !== 'azure-xml' ||
  !(
    prefixed ||
    problems.some(
      ({ code, span }) =>
        (code === 'name-unknown' || code === 'name-misspelt') &&
        ruleSet.rules.some((rule) => rule.span.from <= span.from && span.to <= rule.span.to)
    )
  );

/** Why the service refuses a text; null where it takes it. */
function refusalOf(read: ReadResult): AzureSavingRefusal | null {
  const { problems, format, ruleSet } = read;
  const repeating = ruleSet.rules.findIndex(
    (rule) => fieldTold(read, 'element-repeated', rule) !== null
  );
  const repeated = ruleSet.rules[repeating];
  if (isSilent(read)) return null;
  const taken = isSendable(read, ...AZURE_FORMATS) && format !== null && isNamedRight(read);
  if (!taken || problems.some(({ level }) => level === 'error')) {
    const found = repeated && ruleFault(read, repeated);
    return found ? { ...found, rule: repeating } : { ...SYNTAX, rule: null };
  }
  let size = 0;
  for (const [index, rule] of ruleSet.rules.entries()) {
    if (index === LIMITS.rules) {
      return { ...structure(), rule: index };
    }
    const found = ruleFault(read, rule);
    if (found !== null) return { ...found, rule: index };
    size += sizeOf(rule);
    if (size > LIMITS.size) {
      return { ...structure(), rule: index };
    }
  }
  return null;
}

/** As the service gives it back: no value twice, whole names before beginnings of names, the age as a number. */
const storedRule = (rule: Rule): StoredRule => ({
  id: null,
  allowedOrigins: unique(rule.allowedOrigins, (name) => name),
  allowedMethods: unique(rule.allowedMethods, (name) => name),
  allowedHeaders: storedHeaders(rule.allowedHeaders),
  exposeHeaders: storedHeaders(rule.exposeHeaders),
  maxAgeSeconds: rule.maxAgeSeconds === null ? null : String(ageOf(rule.maxAgeSeconds))
});

const storedHeaders = (list: readonly WrittenValue[]): string[] => [
  ...unique(
    list.filter(({ value: name }) => !name.endsWith('*')),
    (name) => name.toLowerCase()
  ),
  ...list.map(({ value: name }) => name).filter((name) => name.endsWith('*'))
];

const unique = (list: readonly WrittenValue[], fold: (name: string) => string): string[] => {
  const kept = new Map<string, string>();
  for (const { value: name } of list) {
    if (!kept.has(fold(name))) kept.set(fold(name), name);
  }
  return [...kept.values()];
};

export function save(read: ReadResult): SavingResult {
  const refusal = refusalOf(read);
  return refusal === null
    ? acceptance(202, read.ruleSet.rules.map(storedRule), 'documented')
    : rejection({ status: 400, ...refusal });
}
