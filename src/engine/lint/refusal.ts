import type { SavingResult } from '../providers/provider.ts';
import type { LintContext } from './check.ts';

/** Why the store would not save the text; null where it would, or where something that was found tells why already. */
export function refusalOf({ provider, read, rules, found }: LintContext): SavingResult | null {
  if (read.format === null || !provider.formats.includes(read.format) || rules.length === 0) {
    return null;
  }
  const saved = provider.save(read);
  const isToldOf = (rule: number | null): boolean =>
    found.some(
      (one) => one.level === 'error' && (one.rule === null || rule === null || one.rule === rule)
    ) || read.problems.length > 0;
  return saved.accepted || isToldOf(saved.rule) ? null : saved;
}

/** The store's own words for it, as far as they are known. */
export const errorOf = ({ status, code, message }: SavingResult): string =>
  [String(status), code, message].filter((part) => part !== null && part !== '').join(' ');
