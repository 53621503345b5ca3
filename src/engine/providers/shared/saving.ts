/** What stores say when rules are saved, in the one shape. */
import type { FormatId, ReadResult } from '../../1-read/format.ts';
import type { Evidence, Rule } from '../../model.ts';
import type { SavingResult, StoredRule } from '../provider.ts';
import { valuesOf } from '../../written.ts';

/** The rule as it was sent: order, case and repetitions kept. */
export const storedAsWritten = (rule: Rule): StoredRule => ({
  id: rule.id?.value ?? null,
  allowedOrigins: valuesOf(rule.allowedOrigins),
  allowedMethods: valuesOf(rule.allowedMethods),
  allowedHeaders: valuesOf(rule.allowedHeaders),
  exposeHeaders: valuesOf(rule.exposeHeaders),
  maxAgeSeconds: rule.maxAgeSeconds?.value ?? null
});

/** True where the text can be sent to a store that takes these formats only; an empty text says that there are no rules. */
export const isSendable = (
  { complete, format }: ReadResult,
  ...taken: readonly FormatId[]
): boolean => complete && (format === null || taken.includes(format));

export const acceptance = (
  status: number,
  stored: StoredRule[],
  evidence: Evidence
): SavingResult => ({
  accepted: true,
  status,
  code: null,
  message: null,
  rule: null,
  stored,
  evidence
});

export const rejection = (
  refusal: Pick<SavingResult, 'status' | 'code' | 'message' | 'rule' | 'evidence'>
): SavingResult => ({ accepted: false, stored: null, ...refusal });
