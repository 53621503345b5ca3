/** Which part of which rule makes a difference: found by asking both stores again with that rule alone. */
import { DEFAULT_FACTS, type Condition, type ListField, type Rule } from '../model.ts';
import type { Provider } from '../providers/providers.ts';
import { answerTo, compiledSide, requestsOf, type TestCall, type Side } from './call.ts';
import { ruleOf, type Difference } from './difference.ts';

/** The side whose rule or value does what the other's does not. */
export type Doer = 'before' | 'after';

/** What makes a difference; `values` are those of the doer's rule, none where it does so by saying nothing. */
export interface Blame {
  rule: number;
  doer: Doer;
  field: ListField | 'maxAgeSeconds' | 'rule';
  values: string[];
}

export const FIELDS: Readonly<Record<Condition, ListField>> = {
  origin: 'allowedOrigins',
  method: 'allowedMethods',
  headers: 'allowedHeaders'
};

/** The side with no other rule. */
export const alone = (rule: Rule, provider: Provider, { responseVary }: Side['ruleSet']): Side => ({
  provider,
  ruleSet: { rules: [rule], responseVary }
});

/** The first condition that the rule alone fails in for the call; null where it takes it. */
export function failing(rule: Rule, { provider, ruleSet }: Side, call: TestCall): ListField | null {
  const { compiled } = compiledSide(alone(rule, provider, ruleSet));
  const { preflight, actual } = requestsOf(call);
  for (const request of [preflight, actual]) {
    if (request === null) continue;
    const [traced] = provider.trace(compiled, request, DEFAULT_FACTS).rules;
    const failed = traced?.conditions.find(({ outcome }) => outcome === 'fail');
    if (failed !== undefined) return FIELDS[failed.condition];
  }
  return null;
}

/** The values of the rule's list by which it takes the call. */
function takingValues(rule: Rule, field: ListField, side: Side, call: TestCall): string[] {
  const takes = (list: Rule[ListField]) => {
    const answer = answerTo(
      compiledSide(alone({ ...rule, [field]: list }, side.provider, side.ruleSet)),
      call
    );
    return ruleOf(answer) === 0 && answer.allowed;
  };
  const list = rule[field];
  if (takes([])) return [];
  const taking = list.filter(
    (one) => takes([one]) || !takes(list.filter(({ value }) => value !== one.value))
  );
  return [...new Set(taking.map(({ value }) => value))];
}

const lower = (names: readonly string[]): string[] => names.map((name) => name.toLowerCase());

/** The values of a rule's list that say one of these names. */
const saying = (rule: Rule | undefined, names: readonly string[]): string[] =>
  (rule?.exposeHeaders ?? [])
    .map(({ value }) => value)
    .filter((value) => lower(names).includes(value.toLowerCase()));

/** Whether the call is taken by a rule that does not take it at the other side. */
function blameOfOutcome(difference: Difference, sides: Record<Doer, Side>): Blame | null {
  const { code, witness } = difference;
  const doers: Doer[] = code.startsWith('allowed') ? ['after', 'before'] : ['before', 'after'];
  for (const doer of doers) {
    const rule = ruleOf(difference[doer]);
    const own = rule === null ? undefined : sides[doer].ruleSet.rules[rule];
    if (rule === null || own === undefined) continue;
    const otherSide = sides[doer === 'before' ? 'after' : 'before'];
    const other = otherSide.ruleSet.rules[rule];
    if (other === undefined) return { rule, doer, field: 'rule', values: [] };
    const field = failing(other, otherSide, witness);
    if (field === null) continue;
    return { rule, doer, field, values: takingValues(own, field, sides[doer], witness) };
  }
  return null;
}

/** What makes a difference of meaning; null where no part of a rule does. */
export function blameOf(difference: Difference, before: Side, after: Side): Blame | null {
  const sides = { before, after };
  const [rule, ruleAfter] = [ruleOf(difference.before), ruleOf(difference.after)];
  if (rule !== ruleAfter || rule === null) return blameOfOutcome(difference, sides);
  if (difference.code === 'max-age') {
    return { rule, doer: 'before', field: 'maxAgeSeconds', values: [] };
  }
  if (difference.code === 'exposed') {
    const { lost, gained } = difference.args;
    const doer = lost.length > 0 ? 'before' : 'after';
    const own = sides[doer].ruleSet.rules[rule];
    return { rule, doer, field: 'exposeHeaders', values: saying(own, [...lost, ...gained]) };
  }
  return blameOfOutcome(difference, sides);
}
