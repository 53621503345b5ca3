import { describe, expect, test } from 'vitest';
import { closestRule } from './rules.ts';
import type { RuleTrace } from './trace.ts';

/** A rule by its conditions in order: `+` holds, `-` fails. */
const traceOf = (marks: string, rule: number): RuleTrace => ({
  rule,
  matched: !marks.includes('-'),
  conditions: [...marks].map((mark, at) => ({
    condition: (['origin', 'method', 'headers'] as const)[at] ?? 'headers',
    outcome: mark === '+' ? 'pass' : 'fail',
    asked: true,
    steps: []
  }))
});

describe('closestRule', () => {
  test.each([
    [[], null],
    [['---'], 0],
    // Fewer failures come first,
    [['+--', '-++'], 1],
    // then the later failure,
    [['-++', '+-+', '++-'], 2],
    // then the earlier rule.
    [['---', '++-', '++-'], 1],
    [['+--', '-+-'], 0]
  ])('%j: %s', (marks, closest) => {
    expect(closestRule(marks.map(traceOf))).toBe(closest);
  });
});
