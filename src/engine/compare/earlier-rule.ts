/** What makes a difference where an earlier rule keeps a call from the rule that would take it, at a store that then looks no further. */
import { DEFAULT_FACTS, type ListField, type Rule } from '../model.ts';
import { answerTo, compiledSide, requestsOf, type TestCall, type Side } from './call.ts';
import { alone, failing, FIELDS, type Blame, type Doer } from './difference-field.ts';
import { ruleOf, type Difference } from './difference.ts';

/** The conditions of each rule for the request that a store decides the call by. */
function tracedRules(side: Side, call: TestCall) {
  const { preflight, actual } = requestsOf(call);
  const { compiled } = compiledSide(side);
  return side.provider.trace(compiled, preflight ?? actual, DEFAULT_FACTS).rules;
}

/** The rule at which the store ends its search. */
const lastAsked = (side: Side, call: TestCall): number | null =>
  tracedRules(side, call).findLast(({ conditions }) => conditions.some((one) => one.asked))?.rule ??
  null;

const without = ({ provider, ruleSet }: Side, rule: number): Side => ({
  provider,
  ruleSet: { ...ruleSet, rules: ruleSet.rules.toSpliced(rule, 1) }
});

/** Whether the rule by itself meets the condition of a field. */
const meets = (
  rule: Rule,
  field: ListField,
  { provider, ruleSet }: Side,
  call: TestCall
): boolean =>
  tracedRules(alone(rule, provider, ruleSet), call).some(({ conditions }) =>
    conditions.some(({ condition, outcome }) => FIELDS[condition] === field && outcome === 'pass')
  );

/**
 * The part of an earlier rule that stops the call at one side and not at the other. Null where no rule does so by itself, or
 * where the rule is alike at both sides, so that the stores alone differ.
 */
export function blameOfEarlier(
  { witness, ...answers }: Difference,
  before: Side,
  after: Side
): Blame | null {
  const sides = { before, after };
  const ways: [taker: Doer, doer: Doer][] = [
    ['before', 'after'],
    ['after', 'before']
  ];
  for (const [taker, doer] of ways) {
    const taking = ruleOf(answers[taker]);
    if (taking === null || ruleOf(answers[doer]) !== null) continue;
    const rule = lastAsked(sides[doer], witness);
    if (rule === null || rule >= taking) continue;
    // Taken out, it must leave the call to the very rule that takes it at the other side.
    if (ruleOf(answerTo(compiledSide(without(sides[doer], rule)), witness)) !== taking - 1)
      continue;
    const [own, other] = [sides[doer].ruleSet.rules[rule], sides[taker].ruleSet.rules[rule]];
    const field = other && failing(other, sides[taker], witness);
    if (!own || !field || !meets(own, field, sides[doer], witness)) continue;
    const values = own[field].filter((one) =>
      meets({ ...own, [field]: [one] }, field, sides[doer], witness)
    );
    return { rule, doer, field, values: [...new Set(values.map(({ value }) => value))] };
  }
  return null;
}
