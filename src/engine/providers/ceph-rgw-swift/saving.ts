/** What Ceph RGW (Swift API) says when rules are saved. */
import type { ReadResult } from '../../1-read/format.ts';
import { rgwWords } from '../families/rgw/store.ts';
import { readNumber } from '../families/rgw/number.ts';
import { hasOneStar, RGW_METHODS, setOf, type RgwStoredRule } from '../families/rgw/rule.ts';
import type { Rule, WrittenValue } from '../../model.ts';
import type { SavingResult } from '../provider.ts';
import { storedRule } from '../families/rgw/saving.ts';
import { acceptance, isSendable, rejection } from '../shared/saving.ts';

/** The words of a value that its writer parted by anything but a space as well, each where it stands. */
function wordsOf(values: readonly WrittenValue[]): WrittenValue[] {
  return values.flatMap(({ value, span }) => {
    let at = 0;
    return rgwWords(value).map((word) => {
      const from = value.indexOf(word, at);
      at = from + word.length;
      const exact = span.to - span.from === value.length;
      return exact
        ? { value: word, span: { from: span.from + from, to: span.from + at } }
        : { value: word, span };
    });
  });
}

/**
 * The age is what `strtoul` makes of the text, cut to 32 bits, of which the largest says that there is none.
 * recorded: maxage:abc, maxage:-1, maxage:99999999999
 */
function ageOf(written: WrittenValue | null): number | null {
  if (written === null) return null;
  const age = Number(BigInt.asUintN(32, readNumber(written.value).value));
  return age === 2 ** 32 - 1 ? null : age;
}

/** A container has one rule, and every method is in it. */
function keptRule(rule: Rule): RgwStoredRule {
  return {
    written: rule,
    allowedOrigins: setOf(wordsOf(rule.allowedOrigins)),
    allowedMethods: RGW_METHODS.map((value) => ({ value, span: rule.span })),
    allowedHeaders: setOf(wordsOf(rule.allowedHeaders)),
    exposeHeaders: wordsOf(rule.exposeHeaders),
    maxAge: ageOf(rule.maxAgeSeconds)
  };
}

/** The rules of a container: what says no origin is no rule. */
export const keptRules = ([first]: readonly Rule[]): RgwStoredRule[] =>
  [first ?? []]
    .flat()
    .map(keptRule)
    .filter(({ allowedOrigins }) => allowedOrigins.length > 0);

/** A value with two wildcards is refused; everything else is taken, also what can never match. */
export function save(read: ReadResult): SavingResult {
  const kept = keptRules(read.ruleSet.rules);
  const wrong = kept.some(
    ({ allowedOrigins, allowedHeaders }) =>
      ![...allowedOrigins, ...allowedHeaders].every(({ value }) => hasOneStar(value))
  );
  const rule = wrong ? 0 : null;
  return wrong || !isSendable(read, 'swift-headers')
    ? rejection({ status: 400, code: null, message: null, rule, evidence: 'inferred' })
    : acceptance(204, kept.map(storedRule), 'inferred');
}
