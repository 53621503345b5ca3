import {
  guessProvider,
  placeOf,
  plainRule,
  providerById,
  readRules,
  spellingOf,
  type Guess,
  type PlainRule,
  type ReadResult,
  type Rule
} from '#engine';
import { lint } from '#engine/lint';
import type { Kind } from './kind.ts';

/** True where so many stores fit as well that the text tells none of them. */
const isAnybodys = ({ certainty, alternatives }: Guess): boolean =>
  certainty === 'tied' && alternatives.length > 1;

/** The rule in its format's own words: an operation of B2 is no method there. */
function asWritten({ format }: ReadResult, rule: Rule): PlainRule {
  const plain = plainRule(rule);
  const words = format && spellingOf(format, null)?.methods;
  return words ? { ...plain, allowedMethods: plain.allowedMethods.map(words.write) } : plain;
}

/** What a rule text is: its format, the store that it tells of, its rules, and what is wrong with it, by place. */
export const read: Kind = {
  name: 'read',
  answer(fields) {
    const text = fields.text('text');
    const url = fields.optionalText('url');
    if (fields.refusal !== null) return null;
    const found = readRules(text);
    const guess = found.format === null && text.trim() === '' ? null : guessProvider(found, url);
    const provider = guess === null || isAnybodys(guess) ? null : guess.provider;
    // What the likeliest store refuses of rules that could be read is a problem of the text as well.
    const refusals =
      guess === null || !found.complete
        ? []
        : lint(found, text, providerById(guess.provider)).filter(({ level }) => level === 'error');
    return JSON.stringify({
      format: found.format,
      provider,
      sure: provider !== null && guess?.certainty === 'sure',
      rules: found.format === null ? [] : found.ruleSet.rules.map((rule) => asWritten(found, rule)),
      problems: [...found.problems, ...refusals].map(({ code, span }) => ({
        code,
        ...placeOf(text, span.from)
      }))
    });
  }
};
