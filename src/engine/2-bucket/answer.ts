import type { BucketFacts, Coded, Evidence, Header, Span } from '../model.ts';
import { weaker, type Fact } from './evidence.ts';
import type { OriginEntry } from './origin.ts';
import type { CorsQuestion } from './question.ts';
import type { BucketStepArgs } from './step.ts';
import type { HeaderTrace } from './trace.ts';

/** What an answer is made from: the rule that matched, the origin entry that took the origin, what was asked and of which bucket. */
export interface Matched<R> {
  rule: R;
  entry: OriginEntry;
  question: CorsQuestion;
  facts: BucketFacts;
}

/** One header of a store's answer: when it stands there, with which value, and why. */
export interface AnswerHeader<R> {
  /** In the store's spelling. */
  name: string;
  /** Null where the answer has no such header. */
  value(matched: Matched<R>): string | null;
  /** How sure its value, or its absence, is. */
  fact(matched: Matched<R>): Fact;
  explain(matched: Matched<R>): Coded<BucketStepArgs> & { spans: Span[] };
}

/** The headers of an answer in the store's order. */
export function answerHeaders<R>(
  table: readonly AnswerHeader<R>[],
  matched: Matched<R>
): { headers: Header[]; evidence: Evidence } {
  const headers: Header[] = [];
  let evidence: Evidence = 'traced';
  for (const header of table) {
    const value = header.value(matched);
    evidence = weaker(evidence, header.fact(matched).evidence);
    if (value !== null) headers.push([header.name, value]);
  }
  return { headers, evidence };
}

/** Why each header of an answer stands there. */
export function traceHeaders<R>(
  table: readonly AnswerHeader<R>[],
  matched: Matched<R>
): HeaderTrace[] {
  return table
    .filter((header) => header.value(matched) !== null)
    .map((header) => ({
      header: header.name,
      step: { ...header.explain(matched), ...header.fact(matched), outcome: 'note' }
    }));
}
