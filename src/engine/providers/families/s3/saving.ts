/** What stores of the S3 lineage find wrong with rules that are saved. */
import type { ReadResult } from '../../../1-read/format.ts';
import type { ProblemCode } from '../../../1-read/problem.ts';
import type { Rule, WrittenValue } from '../../../model.ts';
import { methodUnsupported, S3_METHODS, tooManyWildcards } from './words.ts';

/** What the reader reports and every XML parser refuses. https://www.w3.org/TR/xml/#sec-well-formed */
const NO_XML: ReadonlySet<ProblemCode> = new Set([
  'text-not-read',
  'nesting-too-deep',
  'root-repeated',
  'xml-unclosed',
  'xml-tag-unfinished',
  'xml-close-mismatched',
  'xml-close-stray',
  'xml-close-unnamed',
  'xml-attribute-invalid',
  'xml-attribute-repeated',
  'xml-text-outside',
  'xml-ampersand',
  'xml-less-than',
  'xml-cdata-end',
  'xml-entity-unknown',
  'xml-character',
  'xml-section-unclosed',
  'xml-comment-dashes',
  'xml-declaration-late'
]);

/**
 * What keeps a text from being a document at all. A JSON text is turned into one by the client that sends it, so it is
 * one where a client can read rules in it.
 */
export function documentFault(read: ReadResult): 'empty' | 'malformed' | null {
  const { syntax, problems, ruleSet } = read;
  if (syntax === null) return problems.length === 0 ? 'empty' : 'malformed';
  const faulty =
    syntax === 'xml'
      ? problems.some(({ code }) => NO_XML.has(code))
      : ruleSet.rules.length === 0 || problems.some(({ level }) => level === 'error');
  return faulty ? 'malformed' : null;
}

/** True where the root is CORSConfiguration, as the XML form has it. */
export const hasRoot = ({ problems }: ReadResult): boolean =>
  !problems.some(({ code }) => code === 'root-unknown' || code === 'root-missing');

/** True where names carry a namespace prefix, which some parsers take for a part of the name. */
export const isPrefixed = ({ prefixed = false }: ReadResult): boolean => prefixed;

/** True where the rule has an element twice that it may have once. */
export const repeats = ({ problems }: ReadResult, { span }: Rule, name: string): boolean =>
  problems.some(
    (problem) =>
      problem.code === 'element-repeated' &&
      problem.args.name === name &&
      problem.span.from >= span.from &&
      problem.span.to <= span.to
  );

/** What the store says of one rule, or of none. */
export interface S3Fault {
  code: string;
  message: string;
}

export const invalidRequest = (message: string): S3Fault => ({ code: 'InvalidRequest', message });

/** The first method that no rule may allow; `quote` is how the store writes it. */
export function methodFault(
  { allowedMethods }: Rule,
  quote: (method: string) => string,
  methods: readonly string[] = S3_METHODS
): S3Fault | null {
  const odd = allowedMethods.find(({ value }) => !methods.includes(value));
  return odd === undefined ? null : invalidRequest(methodUnsupported(quote(odd.value)));
}

/** The first value of a list with more than one wildcard. */
export function wildcardFault(element: string, values: readonly WrittenValue[]): S3Fault | null {
  const odd = values.find(({ value }) => value.indexOf('*') !== value.lastIndexOf('*'));
  return odd === undefined ? null : invalidRequest(tooManyWildcards(element, odd.value));
}

/** The first fault of the first rule that has one, with the number of that rule. */
export function firstFault<F>(
  rules: readonly Rule[],
  faultOf: (rule: Rule) => F | null
): (F & { rule: number }) | null {
  for (const [rule, written] of rules.entries()) {
    const fault = faultOf(written);
    if (fault !== null) return { ...fault, rule };
  }
  return null;
}
