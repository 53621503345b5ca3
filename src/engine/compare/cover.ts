/** Which rules never answer, since those before them take every request that they would take. */
import { DEFAULT_FACTS, type Header, type Rule, type RuleSet, type WireRequest } from '../model.ts';
import type { Provider } from '../providers/providers.ts';
import { headerWitnesses, methodWitnesses, originWitnesses } from './witness.ts';

/** A rule that never answers. */
interface CoveredRule {
  rule: number;
  /** The rule that takes its requests first, or stops them; null where several share them. */
  by: number | null;
}

export interface Coverage {
  covered: CoveredRule[];
  /** The first rule that was not looked at, since the work for so many would not end in time; null where all were. */
  from: number | null;
}

/** Names that are tried one by one; of more, those without `*` are taken to be taken. */
const NAMES_LIMIT = 200;
/** Values of rules that may be looked at, over all requests: some milliseconds. */
const WORK_LIMIT = 400_000;

interface Ask {
  origin: string;
  method: string;
  /** Null for an actual request. */
  names: readonly string[] | null;
}

function requestOf({ origin, method, names }: Ask): WireRequest {
  const headers: Header[] = [['Origin', origin]];
  if (names !== null) headers.push(['Access-Control-Request-Method', method]);
  if (names !== null && names.length > 0) {
    headers.push(['Access-Control-Request-Headers', names.join(',')]);
  }
  return {
    method: names === null ? method : 'OPTIONS',
    host: 'bucket.test',
    path: '/key',
    headers
  };
}

const sizeOf = ({ allowedOrigins, allowedMethods, allowedHeaders }: Rule): number =>
  1 + allowedOrigins.length + allowedMethods.length + allowedHeaders.length;

/** What was found of one rule, and the work that it took. */
export interface RuleCoverage {
  found: CoveredRule | 'unknown' | null;
  work: number;
}

/** What is known of the rules from the first to the `index`th, or what `find` finds of the last of them. */
export type RecallCoverage = (index: number, find: () => RuleCoverage) => RuleCoverage;

/**
 * Every rule that no request reaches, in the order of the rules. Exact: each is told by what the store itself decides. That
 * rests on the rule and those before it alone, so `recall` may give what was found where they were the same.
 */
export function coverage(
  provider: Provider,
  ruleSet: RuleSet,
  recall: RecallCoverage = (_, find) => find()
): Coverage {
  const { rules } = ruleSet;
  const all = provider.compile(ruleSet);
  const covered: CoveredRule[] = [];
  let spent = 0;
  let before = 0;
  for (const [index, rule] of rules.entries()) {
    before += sizeOf(rule);
    if (index === 0) continue;
    const { found, work } = recall(index, () => {
      let asked = 0;
      const answering = (ask: Ask): number | null => {
        asked += before;
        return provider.decide(all, requestOf(ask), DEFAULT_FACTS).rule;
      };
      const tooMuch = () => spent + asked > WORK_LIMIT;
      const own = coveredBy(provider, rule, index, answering, tooMuch);
      return { found: own, work: asked };
    });
    if (found === 'unknown') return { covered, from: index };
    if (found !== null) covered.push(found);
    spent += work;
  }
  return { covered, from: null };
}

/** Null where some witness of the rule is answered by it; the first that is ends the search. */
function coveredBy(
  provider: Provider,
  rule: Rule,
  index: number,
  answering: (ask: Ask) => number | null,
  tooMuch: () => boolean
): RuleCoverage['found'] {
  const alone = provider.compile({ rules: [rule], responseVary: null });
  const takes = (ask: Ask): boolean =>
    provider.decide(alone, requestOf(ask), DEFAULT_FACTS).rule === 0;
  const methods = methodWitnesses(rule, provider);
  const takers = new Set<number | null>();
  let names: string[] | null = null;
  for (const { value } of rule.allowedOrigins) {
    for (const origin of originWitnesses(value)) {
      for (const method of methods) {
        if (tooMuch()) return 'unknown';
        const plain: Ask = { origin, method, names: [] };
        for (const ask of [plain, { ...plain, names: null }]) {
          if (!takes(ask)) continue;
          const taker = answering(ask);
          if (taker === index) return null;
          takers.add(taker);
          if (ask.names === null) continue;
          names ??= namesTaken(rule, plain, takes);
          if (names.length > 0 && answering({ ...plain, names }) === index) return null;
        }
      }
    }
  }
  const [by = null] = takers;
  return takers.size === 0 ? null : { rule: index, by: takers.size === 1 ? by : null };
}

/** The headers that a call may have and be taken: a rule that takes fewer does not take all that this one does. */
function namesTaken(rule: Rule, plain: Ask, takes: (ask: Ask) => boolean): string[] {
  const written = rule.allowedHeaders.map(({ value }) => value);
  const listed = written.filter((name) => !name.includes('*')).slice(NAMES_LIMIT);
  const tried = headerWitnesses(written.slice(0, NAMES_LIMIT));
  return [
    ...tried.filter((name) => takes({ ...plain, names: [name] })),
    ...listed.map((name) => name.toLowerCase())
  ];
}
