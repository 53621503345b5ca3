/** What is wrong, odd or unwise about rules that could be read, at one store. */
import type { ReadResult } from '../1-read/format.ts';
import type { Coded } from '../model.ts';
import type { Provider } from '../providers/provider.ts';
import type { FindingArgs } from './args.ts';
import type { LintContext, Place, Report } from './check.ts';
import { CHECKS } from './checks/index.ts';
import { FINDING_LIMIT, type Finding } from './finding.ts';
import { probeOf } from './probe.ts';

/** What is known of the call that the rules are for. */
export interface LintOptions {
  /** True where it sends credentials, which some answers forbid. */
  credentials?: boolean;
}

/**
 * Every finding, sorted by offset; those of one place in the order of the checks. It never throws, and takes time in
 * proportion to the text: what would take longer is cut short, and a finding says so.
 */
export function lint(
  read: ReadResult,
  text: string,
  provider: Provider,
  { credentials = false }: LintOptions = {}
): Finding[] {
  const { rules } = read.ruleSet;
  const found: Finding[] = [];
  const store = provider.name;
  const add = (coded: Coded<FindingArgs>, { effect = null, fix = null, ...place }: Place): void => {
    found.push({ ...coded, store, effect, fix, ...place });
  };
  const report: Report = (code, args, place) => {
    if (found.length < FINDING_LIMIT) add({ code, args } as Coded<FindingArgs>, place);
    else if (found.length === FINDING_LIMIT) {
      const { span } = place;
      const more = { code: 'findings-too-many' as const, args: { limit: FINDING_LIMIT } };
      add(more, { span, rule: null, level: 'hint' });
    }
  };
  const probe = probeOf(provider, read);
  const context: LintContext = { read, text, rules, provider, probe, credentials, found };
  for (const check of CHECKS) {
    if (found.length > FINDING_LIMIT) break;
    if (read.complete || !check.needsWhole) check.run(context, report);
  }
  return found.sort((one, other) => one.span.from - other.span.from);
}
