/** What is wrong, odd or unwise about rules that could be read, at one store. */
import type { ReadResult } from '../1-read/format.ts';
import type { Coded } from '../model.ts';
import type { Provider } from '../providers/providers.ts';
import type { FindingArgs } from './args.ts';
import type { LintContext } from './check.ts';
import { CHECKS } from './all-checks.ts';
import { FINDING_LIMIT, type Finding } from './finding.ts';
import { gradedProbeOf } from './graded-probe.ts';
import { keyOfRule, LintMemory, moveFinding, type RuleFinding } from './memory.ts';
import { headOf } from './visit.ts';

/** What is known of the call that the rules are for. */
export interface LintOptions {
  /** True where it sends credentials, which some answers forbid. */
  credentials?: boolean;
  /** What was found in the text before this one, of which most rules are the same. */
  memory?: LintMemory;
}

/**
 * Every finding, sorted by offset; those of one place in the order of the checks. It never throws, and takes time in
 * proportion to the text: what would take longer is cut short, and a finding says so.
 */
export const lint = (
  read: ReadResult,
  text: string,
  provider: Provider,
  options: LintOptions = {}
): Finding[] => find(read, text, provider, options, FINDING_LIMIT);

/** The same, however many there are. */
export const everyFinding = (
  read: ReadResult,
  text: string,
  provider: Provider,
  options: LintOptions = {}
): Finding[] => find(read, text, provider, options, Infinity);

function find(
  read: ReadResult,
  text: string,
  provider: Provider,
  { credentials = false, memory = new LintMemory() }: LintOptions,
  limit: number
): Finding[] {
  const { rules } = read.ruleSet;
  const told: RuleFinding[] = [];
  const found: Finding[] = [];
  const probe = gradedProbeOf(provider, read);
  const context: LintContext = {
    read,
    text,
    rules,
    provider,
    probe,
    credentials,
    found,
    memory
  };
  // What the store takes as it stands is not refused, though it would be if it stood alone.
  const isSaved = provider.save(read).accepted;
  let isRefusalTold = false;
  let others = 0;
  const tell = ({ finding: one, order }: RuleFinding): void => {
    let finding = isSaved ? taken(one) : one;
    // That the store does not save the text is told after however many others.
    const isNews = finding.effect === 'refused' && !isRefusalTold;
    if (!isNews || others < limit) {
      if (others > limit) return;
      if (others++ === limit) finding = tooMany(finding);
    }
    isRefusalTold ||= isNews;
    told.push({ finding, order });
    found.push(finding);
  };
  memory.turn();
  const about = JSON.stringify([provider.id, read.format, read.complete, credentials]);
  for (const [at, rule] of rules.entries()) {
    if (others > limit) break;
    const { from } = rule.span;
    const head = headOf(text, rule.span);
    const key = about + keyOfRule(rule, read, text.slice(head.from, head.to));
    const alone = (): RuleFinding[] => {
      const own: RuleFinding[] = [];
      run({ ...context, rules: [rule] }, false, ({ finding, order }) =>
        own.push({ finding: moveFinding(finding, 0, -from), order })
      );
      return own;
    };
    for (const { finding, order } of memory.recall(key, alone))
      tell({ finding: moveFinding(finding, at, from), order });
  }
  run(context, true, tell);
  return told.sort(byPlace).map(({ finding }) => finding);
}

const byPlace = (one: RuleFinding, other: RuleFinding): number =>
  one.finding.span.from - other.finding.span.from || one.order - other.order;

/** Runs the checks that look across rules, or the others; each finding is told before the next check begins. */
function run(context: LintContext, isAcross: boolean, tell: (found: RuleFinding) => void): void {
  const { name: store } = context.provider;
  for (const [order, check] of CHECKS.entries()) {
    if ((check.isAcross ?? false) !== isAcross) continue;
    if (!context.read.complete && check.needsWhole) continue;
    check.run(context, (code, args, { effect = null, mend = null, ...place }) => {
      const coded = { code, args } as Coded<FindingArgs>;
      tell({ finding: { ...coded, store, effect, mend, ...place }, order });
    });
  }
}

const taken = (finding: Finding): Finding =>
  finding.effect === 'refused' ? { ...finding, level: 'warning', effect: null } : finding;

/** What stands in the place of the first finding that is one too many. */
const tooMany = ({ store, span }: Finding): Finding => ({
  code: 'findings-too-many',
  args: { limit: FINDING_LIMIT },
  store,
  span,
  rule: null,
  level: 'hint',
  effect: null,
  mend: null
});
