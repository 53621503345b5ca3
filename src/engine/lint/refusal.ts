import type { SavingResult } from '../providers/provider.ts';
import type { LintContext } from './check.ts';

/**
 * Why the store would not save the text; null where it would, where something that was found tells so already, and of a
 * blank text, which nobody saves.
 */
export function refusalOf({ provider, read, text, found }: LintContext): SavingResult | null {
  const saved = provider.save(read);
  if (saved.accepted || text.trim() === '') return null;
  const isToldOf = (rule: number | null): boolean =>
    found.some(
      (one) => one.effect === 'refused' && (one.rule === null || rule === null || one.rule === rule)
    ) || read.problems.some(({ level }) => level === 'error');
  return isToldOf(saved.rule) ? null : saved;
}

/** The store's own words for it, as far as they are known. */
export const errorOf = ({ status, code, message }: SavingResult): string =>
  [String(status), code, message].filter((part) => part !== null && part !== '').join(' ');
