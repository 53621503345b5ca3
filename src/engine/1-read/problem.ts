import type { Coded, NoArgs, Span } from '../model.ts';

/** The closed set of what can be wrong with a rule text, each with the args that its message names. */
export interface ProblemArgs {
  // the whole text
  'format-unknown': NoArgs;
  'rules-not-found': { names: string[] };
  'firebase-rules': NoArgs;
  'access-policy': NoArgs;
  'lifecycle-rules': NoArgs;
  'text-signs': { sign: string; meant: string; count: number };
  'text-entities': { sign: string; meant: string; count: number };
  'text-escapes': { sign: string; meant: string; count: number };
  'text-too-long': { bytes: number; limit: number };
  'text-not-read': { length: number; limit: number };
  'nesting-too-deep': { limit: number };
  'rules-too-many': { limit: number };
  'problems-too-many': { limit: number };
  // names and places of elements and keys
  'root-unknown': { name: string; known: string };
  'root-missing': { name: string; known: string };
  'root-repeated': { name: string };
  'name-unknown': { name: string; known: string[] };
  'name-misspelt': { name: string; known: string };
  'element-misplaced': { name: string; parent: string };
  'element-repeated': { name: string };
  'field-missing': { name: string; rule: string };
  'rule-elsewhere': { service: string; known: string };
  'key-repeated': { name: string };
  'key-superseded': { name: string; known: string };
  // values
  'value-type': { name: string; wanted: string[]; found: string };
  'value-not-quoted': { name: string; value: string };
  'number-quoted': { name: string; value: string };
  'list-expected': { name: string };
  'list-missing': NoArgs;
  'value-computed': { name: string; expression: string };
  // XML that is not well-formed
  'xml-unclosed': { name: string };
  'xml-tag-unfinished': { name: string };
  'xml-close-mismatched': { name: string; open: string };
  'xml-close-stray': { name: string };
  'xml-close-unnamed': { open: string };
  'xml-attribute-invalid': { name: string };
  'xml-attribute-repeated': { name: string; attribute: string };
  'xml-text-stray': { parent: string };
  'xml-text-outside': NoArgs;
  'xml-ampersand': NoArgs;
  'xml-less-than': NoArgs;
  'xml-cdata-end': NoArgs;
  'xml-entity-unknown': { entity: string };
  'xml-character': { character: string };
  'xml-section-unclosed': { opener: string; closer: string };
  'xml-comment-dashes': NoArgs;
  'xml-doctype': NoArgs;
  'xml-instruction': { name: string };
  'xml-declaration-late': NoArgs;
  'xml-declaration-invalid': NoArgs;
  // templates that hold more than rules
  'more-buckets': { name: string; others: string[] };
  'block-expected': { name: string };
  'attribute-expected': { name: string };
  // header lines
  'header-colon-missing': { line: string };
  // JSON that is not well-formed
  'json-unclosed': { opener: string; closer: string };
  'json-close-stray': { closer: string };
  'json-comma-missing': NoArgs;
  'json-colon-missing': { key: string };
  'json-value-missing': NoArgs;
  'json-token-unexpected': { token: string };
  'json-string-unclosed': NoArgs;
  'json-string-invalid': NoArgs;
  'json-number-invalid': { number: string };
  'json-comment-unclosed': NoArgs;
  'json-after-end': NoArgs;
  // what JavaScript or Python takes and JSON does not
  'json-comment': NoArgs;
  'json-trailing-comma': NoArgs;
  'json-single-quotes': NoArgs;
  'json-key-unquoted': { key: string };
  'json-python-literal': { literal: string; known: string };
  // YAML and HCL that are not well-formed
  'bracket-unclosed': { opener: string; closer: string };
  'bracket-stray': { closer: string };
  'comma-missing': NoArgs;
  'value-missing': NoArgs;
  'token-unexpected': { token: string };
  'string-unclosed': NoArgs;
  'string-invalid': NoArgs;
  'section-unclosed': { opener: string; closer: string };
  // of these, YAML alone
  'yaml-tab': NoArgs;
  'yaml-indent': NoArgs;
  'yaml-colon-missing': { key: string };
  'yaml-alias': { alias: string };
  'yaml-star': { alias: string };
  'yaml-after-end': NoArgs;
  // and HCL alone
  'hcl-line-missing': NoArgs;
}

export type ProblemCode = keyof ProblemArgs;

/** Something about the text that its writer should know. */
export type Problem = Coded<ProblemArgs> & { level: 'error' | 'warning'; span: Span };

/** What a problem means for the reading. */
export interface ProblemKind {
  /** `error`: a part could not be read, or no store takes the text as it stands. */
  level: 'error' | 'warning';
  /** True where something that was meant may not be in the rule set. */
  loses: boolean;
}

const REFUSED: ProblemKind = { level: 'error', loses: false };
const LOST: ProblemKind = { level: 'error', loses: true };
const UNKNOWN: ProblemKind = { level: 'warning', loses: true };
const NOTED: ProblemKind = { level: 'warning', loses: false };

export const PROBLEMS: Readonly<Record<ProblemCode, ProblemKind>> = {
  'format-unknown': LOST,
  'rules-not-found': LOST,
  'firebase-rules': LOST,
  'access-policy': LOST,
  'lifecycle-rules': LOST,
  'text-signs': REFUSED,
  'text-entities': REFUSED,
  'text-escapes': REFUSED,
  'text-too-long': NOTED,
  'text-not-read': LOST,
  'nesting-too-deep': LOST,
  'rules-too-many': LOST,
  'problems-too-many': LOST,
  'root-unknown': REFUSED,
  'root-missing': REFUSED,
  'root-repeated': LOST,
  'name-unknown': NOTED,
  'name-misspelt': NOTED,
  'element-misplaced': LOST,
  'element-repeated': LOST,
  'field-missing': NOTED,
  'rule-elsewhere': NOTED,
  'key-repeated': NOTED,
  'key-superseded': NOTED,
  'value-type': LOST,
  'value-not-quoted': NOTED,
  'number-quoted': NOTED,
  'list-expected': REFUSED,
  'list-missing': REFUSED,
  'value-computed': UNKNOWN,
  'xml-unclosed': LOST,
  'xml-tag-unfinished': LOST,
  'xml-close-mismatched': LOST,
  'xml-close-stray': LOST,
  'xml-close-unnamed': LOST,
  'xml-attribute-invalid': REFUSED,
  'xml-attribute-repeated': REFUSED,
  'xml-text-stray': LOST,
  'xml-text-outside': LOST,
  'xml-ampersand': REFUSED,
  'xml-less-than': LOST,
  'xml-cdata-end': REFUSED,
  'xml-entity-unknown': LOST,
  'xml-character': REFUSED,
  'xml-section-unclosed': LOST,
  'xml-comment-dashes': REFUSED,
  'xml-doctype': LOST,
  'xml-instruction': NOTED,
  'xml-declaration-late': REFUSED,
  'xml-declaration-invalid': REFUSED,
  'more-buckets': NOTED,
  'block-expected': REFUSED,
  'attribute-expected': REFUSED,
  'header-colon-missing': LOST,
  'json-unclosed': LOST,
  'json-close-stray': LOST,
  'json-comma-missing': REFUSED,
  'json-colon-missing': LOST,
  'json-value-missing': LOST,
  'json-token-unexpected': LOST,
  'json-string-unclosed': LOST,
  'json-string-invalid': LOST,
  'json-number-invalid': REFUSED,
  'json-comment-unclosed': LOST,
  'json-after-end': LOST,
  'json-comment': REFUSED,
  'json-trailing-comma': REFUSED,
  'json-single-quotes': REFUSED,
  'json-key-unquoted': REFUSED,
  'json-python-literal': REFUSED,
  'bracket-unclosed': LOST,
  'bracket-stray': LOST,
  'comma-missing': REFUSED,
  'value-missing': LOST,
  'token-unexpected': LOST,
  'string-unclosed': LOST,
  'string-invalid': LOST,
  'section-unclosed': LOST,
  'yaml-tab': REFUSED,
  'yaml-indent': LOST,
  'yaml-colon-missing': LOST,
  'yaml-alias': LOST,
  'yaml-star': REFUSED,
  'yaml-after-end': LOST,
  'hcl-line-missing': REFUSED
};

/** Errors in JSON, and no more than warnings where the text is a piece of JavaScript or Python. */
export const CODE_SPELLINGS: ReadonlySet<ProblemCode> = new Set([
  'json-comment',
  'json-trailing-comma',
  'json-single-quotes',
  'json-key-unquoted',
  'json-python-literal'
]);
