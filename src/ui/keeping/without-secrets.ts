import type { ReadResult } from '#engine';
import { scrubAround, scrubCall, scrubText } from '#engine/secrets';
import type { Draft, ReadableRules } from '../document.ts';

/** Container headers are rules in the form of a message, beside which keys may stand; a text that is no rules may be any message. */
const mayBeCall = ({ format, syntax }: ReadResult): boolean =>
  format === null || syntax === 'headers';

/**
 * A rule text as it may be kept: letter for letter where it is rules, and without the values of a call that was pasted there or
 * of what the rules stand in.
 */
export function keptText({ text, read }: ReadableRules): string {
  if (mayBeCall(read)) return scrubText(text).value;
  const { wrapping, ruleSet } = read;
  if (wrapping === undefined || wrapping === 'typography') return text;
  const [first, last] = [ruleSet.rules[0], ruleSet.rules.at(-1)];
  const rules = { from: first?.span.from ?? 0, to: last?.span.to ?? 0 };
  return scrubAround(text, rules).value;
}

/** The document as it may be kept: no value goes into a storage that may give access to something. */
export const keptDraft = (draft: Draft, read: ReadResult): Draft => ({
  ...draft,
  rules: keptText({ text: draft.rules, read }),
  request: scrubCall(draft.request).value
});
