import type { CallAnswer, ChangeCode } from '#engine/compare';
import { m } from '../../paraglide/messages.js';

/** How a change is marked: its sign and colour, never the colour alone. */
export type ChangeEffect = (typeof EFFECTS)[number];

/** The gravest first. */
export const EFFECTS = ['blocked', 'allowed', 'otherwise'] as const;

export const SIGNS: Record<ChangeEffect, string> = { blocked: '−', allowed: '+', otherwise: '≠' };

export function effectOf(code: ChangeCode): ChangeEffect {
  if (code.startsWith('blocked')) return 'blocked';
  return code === 'allowed' || code === 'allowed-with-credentials' ? 'allowed' : 'otherwise';
}

const numbered = (rule: number | null): string =>
  rule === null ? m['compare.rules.none']() : String(rule + 1);

type Answering = Pick<CallAnswer, 'preflight' | 'actual'>;

/** Which rule answers before and after: that of the preflight where there is one. */
export function rulesText({ before, after }: Record<'before' | 'after', Answering>): string {
  const rule = ({ preflight, actual }: Answering) => (preflight ?? actual).rule;
  return m['compare.rules']({ before: numbered(rule(before)), after: numbered(rule(after)) });
}
