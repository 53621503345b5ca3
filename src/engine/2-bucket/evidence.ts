import type { Evidence } from '../model.ts';

/** How sure something is known, and where it is said. */
export interface Fact {
  evidence: Evidence;
  source: string;
}

/** What is known of each of several cases; one fact alone says the same of all of them. */
export type FactsOf<Cases extends object> = Fact | Cases;

const isFact = (facts: object): facts is Fact => 'evidence' in facts;

/** What is known of one case. */
export const factOf = <Cases extends object, C extends keyof Cases>(
  facts: FactsOf<Cases>,
  at: C
): Fact | Cases[C] => (isFact(facts) ? facts : facts[at]);

export const traced = (source: string): Fact => ({ evidence: 'traced', source });
export const documented = (source: string): Fact => ({ evidence: 'documented', source });
export const inferred = (source: string): Fact => ({ evidence: 'inferred', source });

const RANK: Readonly<Record<Evidence, number>> = { traced: 0, documented: 1, inferred: 2 };

/** The weaker of two marks: an answer is no surer than its least sure fact. */
export const weaker = (a: Evidence, b: Evidence): Evidence => (RANK[a] >= RANK[b] ? a : b);

/** The surer of two marks: one sure reason to refuse is enough. */
export const surer = (a: Evidence, b: Evidence): Evidence => (RANK[a] <= RANK[b] ? a : b);

/** The weakest mark of a list; `traced` where it is empty. */
export const weakest = (marks: readonly Evidence[]): Evidence =>
  marks.reduce<Evidence>(weaker, 'traced');

/** The surest mark of a list; `inferred` where it is empty. */
export const surest = (marks: readonly Evidence[]): Evidence =>
  marks.reduce<Evidence>(surer, 'inferred');
