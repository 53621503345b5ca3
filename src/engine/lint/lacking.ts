import type { LintContext, FindingPlace } from './check.ts';
import { headOf } from './visit.ts';

/** Reports every rule without a value in that list, unless the reader has told so or the store asks for none. */
export function eachLacking(
  { rules, read, text, probe }: LintContext,
  field: 'allowedOrigins' | 'allowedMethods',
  report: (args: Record<string, never>, place: FindingPlace) => void
): void {
  const told = read.problems.filter(({ code }) => code === 'field-missing');
  for (const [at, rule] of rules.entries()) {
    const { from, to } = rule.span;
    if (rule[field].length > 0) continue;
    if (told.some(({ span }) => span.from >= from && span.to <= to)) continue;
    const own = { [field]: [] };
    const refused = probe.refuses(own);
    if (!refused && probe.takes(own)) continue;
    const effect = refused ? 'refused' : 'unmatched';
    report({}, { span: headOf(text, rule.span), rule: at, level: 'error', effect });
  }
}
