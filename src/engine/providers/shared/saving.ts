/** What stores say when rules are saved, in the one shape. */
import type { FormatId, ReadResult } from '../../1-read/format.ts';
import type { Evidence, Rule, Written } from '../../model.ts';
import type { Saved, StoredRule } from '../provider.ts';

const values = (list: readonly Written[]): string[] => list.map(({ value }) => value);

/** The rule as it was sent: order, case and repetitions kept. */
export const storedAsWritten = (rule: Rule): StoredRule => ({
  id: rule.id?.value ?? null,
  allowedOrigins: values(rule.allowedOrigins),
  allowedMethods: values(rule.allowedMethods),
  allowedHeaders: values(rule.allowedHeaders),
  exposeHeaders: values(rule.exposeHeaders),
  maxAgeSeconds: rule.maxAgeSeconds?.value ?? null
});

/** True where the text can be sent to a store that takes these formats only; an empty text says that there are no rules. */
export const isSendable = (
  { complete, format }: ReadResult,
  ...taken: readonly FormatId[]
): boolean => complete && (format === null || taken.includes(format));

export const accepted = (status: number, stored: StoredRule[], evidence: Evidence): Saved => ({
  accepted: true,
  status,
  code: null,
  message: null,
  rule: null,
  stored,
  evidence
});

export const refused = (
  refusal: Pick<Saved, 'status' | 'code' | 'message' | 'rule' | 'evidence'>
): Saved => ({ accepted: false, stored: null, ...refusal });
