/** Changes for tests of what is generated. */
import fc from 'fast-check';
import { LIST_FIELDS, SINGLE_FIELDS, type Change, type PlainRule } from '../model.ts';

/** Any change of the rules there are, with any rule and value; `ResponseVary` is changed only where it is held. */
export function anyChange(
  rules: readonly PlainRule[],
  rule: fc.Arbitrary<PlainRule>,
  value: fc.Arbitrary<string>,
  holdsVary: boolean
): fc.Arbitrary<Change> {
  const field = fc.constantFrom(...LIST_FIELDS);
  const inserting = fc.record({
    kind: fc.constant('insert-rule' as const),
    at: fc.nat(rules.length),
    rule
  });
  const varying = fc.record({
    kind: fc.constant('set-response-vary' as const),
    value: fc.constantFrom(true, false, null)
  });
  const outside = holdsVary ? [inserting, varying] : [inserting];
  if (rules.length === 0) return fc.oneof(...outside);
  const index = fc.nat(rules.length - 1);
  const adding = fc.record(
    { kind: fc.constant('add-value' as const), rule: index, field, value, at: fc.nat(4) },
    { requiredKeys: ['kind', 'rule', 'field', 'value'] }
  );
  const places = rules.flatMap((one, at) =>
    LIST_FIELDS.flatMap((name) =>
      one[name].map((_, place) => ({ rule: at, field: name, index: place }))
    )
  );
  const setting = fc.record({
    kind: fc.constant('set-value' as const),
    rule: index,
    field: fc.constantFrom(...SINGLE_FIELDS),
    value: fc.option(value)
  });
  const removing = fc.record({ kind: fc.constant('remove-rule' as const), rule: index });
  const moving = fc.record({ kind: fc.constant('move-rule' as const), rule: index, to: index });
  const any = [...outside, { arbitrary: adding, weight: 2 }, setting, removing, moving];
  if (places.length === 0) return fc.oneof(...any);
  const replacing = fc
    .tuple(fc.constantFrom(...places), value)
    .map(([place, text]) => ({ kind: 'replace-value' as const, ...place, value: text }));
  const emptying = fc.constantFrom(...places).map((place) => ({
    kind: 'remove-value' as const,
    ...place,
    value: rules[place.rule]?.[place.field][place.index] ?? ''
  }));
  return fc.oneof(...any, replacing, { arbitrary: emptying, weight: 2 });
}
