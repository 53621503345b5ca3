import type { PlainRule, Rule, Span } from '#engine';
import type { FormField } from '#engine/form';
import type { JudgedDocument } from '../../document.ts';
import type { RuleState } from '../highlights.ts';

/** What the verdict says of a rule; nothing of a text that has changed beyond reading since. */
export function stateOf(judged: JudgedDocument | null, stale: boolean, rule: number): RuleState {
  if (judged === null || stale) return 'other';
  const { verdict } = judged;
  if (verdict.rule === rule) return 'answers';
  return verdict.rule === null && verdict.closest === rule ? 'closest' : 'other';
}

const touches = ({ from, to }: Span, spans: readonly Span[]): boolean =>
  spans.some((span) => span.from < to && from < span.to);

/** Whether a value of a field refused the request, or answered it and none refused. */
export function fieldHighlight(
  judged: JudgedDocument | null,
  stale: boolean,
  rule: Rule,
  field: FormField['field']
): 'refused' | 'answered' | null {
  if (judged === null || stale) return null;
  const spans = [rule[field] ?? []].flat().map(({ span }) => span);
  const { refused, answered } = judged.verdict.lit;
  if (refused.some((span) => touches(span, spans))) return 'refused';
  return answered.some((span) => touches(span, spans)) ? 'answered' : null;
}

/** The rule in one line: its first origin, how many more, and its methods. */
export function summaryOf({ allowedOrigins, allowedMethods }: PlainRule): string {
  const [first, ...others] = allowedOrigins;
  const origins = [first ?? [], others.length > 0 ? `+${others.length}` : []].flat();
  return [origins.join(' '), allowedMethods.join(' ')].filter((part) => part !== '').join(' · ');
}
