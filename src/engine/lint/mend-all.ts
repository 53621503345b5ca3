/** Makes the changes that findings offer. */
import { changeFor } from '../1-read/change-text.ts';
import type { ReadResult } from '../1-read/format.ts';
import { Places } from '../1-read/places.ts';
import { readRules } from '../1-read/read-rules.ts';
import type { Change, ChangeOf, RuleSet } from '../model.ts';
import type { Provider } from '../providers/providers.ts';
import { LEVELS, type Finding, type Level } from './finding.ts';
import { LintMemory } from './memory.ts';
import { everyFinding, type LintOptions } from './lint.ts';

/** A text after mends, and the findings that they took away, in the order in which they were made. */
export interface MendedRules {
  text: string;
  findings: Finding[];
}

/** One mend may lay bare another fault, as where a blank hides a slash; no value has more faults than this. */
const ROUNDS = 8;

/** What a change touches: two mends that touch the same must not be made at once. */
function touched(change: Change): string {
  switch (change.kind) {
    case 'replace-value':
    case 'remove-value':
      return `${change.rule} ${change.field} ${change.index}`;
    case 'set-value':
      return `${change.rule} ${change.field}`;
    case 'set-response-vary':
      return 'vary';
    case 'add-value':
      return `${change.rule} ${change.field} ${change.value}`;
    case 'remove-rule':
      return `${change.rule}`;
    case 'insert-rule':
    case 'move-rule':
      return 'rules';
  }
}

const isOfRules = (change: Change): boolean => change.kind.endsWith('-rule');

/** Mends of the rules that can be made together, in the order of the text. */
function together(findings: readonly Finding[], { rules }: RuleSet): Finding[] {
  const taken = new Set<string>();
  const losses = new Map<string, number>();
  // A list that must not lose its last value loses all others at most.
  const empties = (change: Change): boolean => {
    if (change.kind !== 'remove-value') return false;
    const lost = losses.get(listOf(change)) ?? 0;
    return lost > 0 && lost + 1 >= (rules[change.rule]?.[change.field].length ?? 0);
  };
  const takes = ({ mend }: Finding): boolean => {
    if (mend === null || mend.some((one) => taken.has(touched(one)) || empties(one))) return false;
    for (const change of mend) {
      taken.add(touched(change));
      if (change.kind === 'remove-value')
        losses.set(listOf(change), (losses.get(listOf(change)) ?? 0) + 1);
    }
    return true;
  };
  // An empty member goes before the others of its list: with it alone, some formats cannot say the list.
  const isEmpty = ({ code }: Finding) => code === 'value-empty';
  const ofValues = findings.filter(({ mend }) => !mend?.some(isOfRules));
  const chosen = new Set([
    ...ofValues.filter((one) => isEmpty(one) && takes(one)),
    ...ofValues.filter((one) => !isEmpty(one) && takes(one))
  ]);
  // Rules go only when nothing else is left to do: what they say is mended first.
  return findings.filter((one) => (chosen.size > 0 ? chosen.has(one) : takes(one)));
}

const listOf = ({ rule, field }: ChangeOf<'remove-value'>): string => `${rule} ${field}`;

/** The changes of mends that were all found in one rule set, each counted in that which the one before it leaves. */
function inTurn(findings: readonly Finding[]): Change[] {
  const rules = new Places();
  const lists = new Map<string, Places>();
  const placesOf = (key: string): Places => {
    const places = lists.get(key) ?? new Places();
    lists.set(key, places);
    return places;
  };
  return findings.flatMap(({ mend }) =>
    (mend ?? []).map((change): Change => {
      if (change.kind === 'remove-rule') {
        const rule = rules.after(change.rule);
        rules.takeOut(change.rule);
        return { ...change, rule };
      }
      if (change.kind !== 'replace-value' && change.kind !== 'remove-value') return change;
      const places = placesOf(`${change.rule} ${change.field}`);
      const index = places.after(change.index);
      if (change.kind === 'remove-value') places.takeOut(change.index);
      return { ...change, index };
    })
  );
}

/** Makes every mend that findings of some levels offer, of all where none is named, and those that are offered then. */
export function mendAll(
  read: ReadResult,
  text: string,
  provider: Provider,
  { levels = LEVELS, ...options }: LintOptions & { levels?: readonly Level[] } = {}
): MendedRules {
  const mended: Finding[] = [];
  const memory = new LintMemory();
  let current = { read, text };
  for (let round = 0; round < ROUNDS; round++) {
    const found = everyFinding(current.read, current.text, provider, { ...options, memory });
    const chosen = together(
      found.filter(({ level }) => levels.includes(level)),
      current.read.ruleSet
    );
    const changed = changeFor(provider, current.read, current.text, inTurn(chosen)).text;
    if (changed === current.text) break;
    for (const finding of chosen) mended.push(finding);
    current = { read: readRules(changed), text: changed };
  }
  return { text: current.text, findings: mended };
}
