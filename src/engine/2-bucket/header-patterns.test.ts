import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { traced } from './evidence.ts';
import { compileHeaderEntries, headerPatternsCondition } from './header-patterns.ts';
import { compilePattern } from './pattern.ts';
import { questionOf } from './question.ts';

const fact = traced('test');
const { test: holds, explain } = headerPatternsCondition(fact);
const rule = (listed: string[]) => ({
  headerEntries: compileHeaderEntries(
    listed.map((value) => ({ value, span: { from: 0, to: 0 } })),
    compilePattern
  )
});
const asking = (requested: string) =>
  questionOf({
    method: 'OPTIONS',
    host: '',
    path: '/',
    headers: [['Access-Control-Request-Headers', requested]]
  });

describe('allowed headers and what is asked for', () => {
  test.each<[string[], string, string[]]>([
    [[], '', ['headers-none-requested']],
    [[], 'x-a', ['header-unlisted']],
    [['X-A'], 'x-a, X-a', ['header-listed', 'header-listed']],
    [['*', 'x-a'], 'x-a,x-b', ['header-listed', 'header-any']],
    [['x-*-y'], 'X-1-Y,x-y', ['header-pattern', 'header-unlisted']],
    [['É'], 'é', ['header-unlisted']]
  ])('%j %j', (listed, requested, codes) => {
    expect(explain(rule(listed), asking(requested)).map(({ code }) => code)).toEqual(codes);
  });

  test('hold where no step fails', () => {
    const name = fc.constantFrom('*', 'x-*', '*-a', 'x-a', 'X-B', 'b');
    fc.assert(
      fc.property(
        fc.array(name, { maxLength: 3 }),
        fc.array(name, { maxLength: 3 }),
        (listed, requested) => {
          const question = asking(requested.join());
          const failed = explain(rule(listed), question).some(({ outcome }) => outcome === 'fail');
          expect(holds(rule(listed), question)).toBe(!failed);
        }
      )
    );
  });
});
