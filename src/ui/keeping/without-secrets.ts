import type { ReadResult } from '#engine';
import { scrubCall, scrubText } from '#engine/secrets';
import type { Draft, ReadableRules } from '../document.ts';

/** Container headers are rules in the form of a message, beside which keys may stand; a text that is no rules may be any message. */
const mayBeCall = ({ format, syntax }: ReadResult): boolean =>
  format === null || syntax === 'headers';

/** A rule text as it may be kept: letter for letter where it is rules, and without the values of a call that was pasted there. */
export const keptText = ({ text, read }: ReadableRules): string =>
  mayBeCall(read) ? scrubText(text).value : text;

/** The document as it may be kept: no value goes into a storage that may give access to something. */
export const keptDraft = (draft: Draft, read: ReadResult): Draft => ({
  ...draft,
  rules: keptText({ text: draft.rules, read }),
  request: scrubCall(draft.request).value
});
