import { expect, test } from 'vitest';
import { documented, inferred, traced } from './evidence.ts';
import { methodCondition, orAnyMethod } from './method.ts';

const condition = orAnyMethod(
  methodCondition({ listed: traced('l'), unlisted: documented('u'), otherCase: inferred('c') }),
  documented('*')
);
const rule = (...methods: string[]) => ({
  methods: methods.map((value, index) => ({ value, span: { from: index, to: index + 1 } }))
});
const asked = (method: string | null) => ({
  preflight: true,
  origin: null,
  requestHeaders: null,
  names: [],
  method
});

test.each([
  ['a method that is listed beside *', rule('*', 'GET'), 'GET', true, 'traced', [1]],
  ['any other, by *', rule('GET', '*'), 'PATCH', true, 'documented', [1]],
  ['no method where there is no *', rule('GET'), 'PUT', false, 'documented', [0]],
  ['other letters’ case', rule('get'), 'GET', false, 'inferred', [0]]
] as const)('%s', (_, methods, method, passes, evidence, starts) => {
  expect(condition.test(methods, asked(method))).toBe(passes);
  expect(condition.evidence(methods, asked(method))).toBe(evidence);
  const [step] = condition.explain(methods, asked(method));
  expect(step).toMatchObject({ outcome: passes ? 'pass' : 'fail', evidence });
  expect(step?.spans.map(({ from }) => from)).toEqual(starts);
});
