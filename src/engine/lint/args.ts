import type { FormatId } from '../1-read/format.ts';
import type { ListField, NoArgs, SingleField } from '../model.ts';

interface Value {
  value: string;
}
/** What is written, and what was most likely meant. */
interface ValueMend extends Value {
  mended: string;
}
/** A value, and the list of the rule that it stands in. */
interface ListedValue extends Value {
  list: ListField;
}

/** The closed set of checks, each with the args that its message names. Rules are counted from 1, as people do. */
export interface CheckArgs {
  // any list
  'value-empty': { list: ListField };
  'value-spaces': ListedValue & ValueMend;
  'value-unseen': ListedValue & { characters: string[] };
  'value-several': ListedValue & { values: string[] };
  'value-twice': ListedValue;
  'value-too-long': { list: ListField | SingleField; length: number };
  // origins
  'origin-scheme-missing': ValueMend;
  'origin-bare-wildcard': ValueMend;
  'origin-trailing-slash': ValueMend;
  'origin-path': ValueMend & { path: string };
  'origin-upper-case': ValueMend;
  'origin-default-port': ValueMend & { port: string };
  'origin-not-punycode': ValueMend;
  'origin-regex': Value;
  'origin-malformed': Value;
  'origin-two-wildcards': Value;
  'origin-wildcard-untaken': Value;
  'origin-look-alike': ValueMend & { taken: string };
  'origin-open-end': Value & { taken: string };
  'origin-any-scheme': Value;
  'origin-null': NoArgs;
  'origin-port-missing': Value;
  'origin-http-beside-https': Value & { secure: string };
  'origin-covered': Value & { wild: string };
  'origin-any-writes': Value & { methods: string[] };
  'origin-any-echoed': Value;
  'origin-any-with-credentials': Value;
  // methods
  'method-unknown': Value & { known: string[] };
  'method-lower-case': ValueMend;
  'method-options': NoArgs;
  // headers
  'header-colon': ValueMend;
  'header-malformed': ListedValue;
  'header-underscore': ListedValue;
  'header-upper-case': ValueMend;
  'header-two-wildcards': Value;
  'header-wildcard-untaken': Value;
  'header-access-control': Value;
  'header-forbidden': Value;
  'header-safelisted': Value;
  'header-covered': Value & { wild: string };
  // exposed headers
  'expose-any': NoArgs;
  'expose-wildcard': Value;
  'expose-safelisted': Value;
  'expose-set-cookie': Value;
  'expose-etag-missing': { methods: string[] };
  // max age
  'max-age-missing': NoArgs;
  'max-age-not-number': Value;
  'max-age-zero': NoArgs;
  'max-age-capped': Value & { chromium: number; firefox: number; webkit: number };
  // Vary
  'vary-off': NoArgs;
  'vary-elsewhere': NoArgs;
  'vary-not-boolean': Value;
  // whole rules
  'rule-without-origins': NoArgs;
  'rule-without-methods': NoArgs;
  'rule-twice': { earlier: number };
  'rule-never-answers': { earlier: number[] };
  'rule-id-twice': Value & { earlier: number };
  'field-not-kept': { list: ListField | SingleField };
  // the whole text
  'format-foreign': { form: FormatId; forms: FormatId[] };
  'rules-too-many': { count: number; limit: number };
  'rule-refused': { error: string };
  'rules-refused': { error: string };
}

export type CheckId = keyof CheckArgs;

/** What may stand in a list of findings: what the checks find, and where they stopped. */
export interface FindingArgs extends CheckArgs {
  'findings-too-many': { limit: number };
  'rules-not-compared': { from: number };
}
