/** Makes the changes that findings offer. */
import { changeFor } from '../1-read/change-text.ts';
import type { ReadResult } from '../1-read/format.ts';
import { readRules } from '../1-read/read-rules.ts';
import type { Change } from '../model.ts';
import type { Provider } from '../providers/providers.ts';
import { LEVELS, type Finding, type Level } from './finding.ts';
import { lint, type LintOptions } from './lint.ts';

/** A text after mends, and the findings that they took away, in the order in which they were made. */
export interface MendedRules {
  text: string;
  findings: Finding[];
}

/** One mend may lay bare another fault, as where a blank hides a slash; no value has more faults than this. */
const ROUNDS = 8;

/** What a change touches: two mends that touch the same must not be made at once. */
function touched(change: Change): string[] {
  switch (change.kind) {
    case 'replace-value':
      return [`${change.rule} ${change.field} ${change.index}`];
    case 'remove-value':
      // A list may lose one value at a time, since it must not lose its last.
      return [`${change.rule} ${change.field} ${change.index}`, `${change.rule} ${change.field} -`];
    case 'set-value':
      return [`${change.rule} ${change.field}`];
    case 'set-response-vary':
      return ['vary'];
    case 'add-value':
      return [`${change.rule} ${change.field} ${change.value}`];
    case 'remove-rule':
    case 'insert-rule':
    case 'move-rule':
      return ['rules'];
  }
}

const isOfRules = (change: Change): boolean => touched(change)[0] === 'rules';
const indexOf = (change: Change | undefined): number =>
  change !== undefined && 'index' in change ? change.index : -1;

/** Mends that can be made together, from the last to the first, so that none moves what another counts. */
function together(findings: readonly Finding[]): Finding[] {
  const taken = new Set<string>();
  // An empty member goes before the others of its list: with it alone, some formats cannot say the list.
  const isEmpty = ({ code }: Finding) => code === 'value-empty';
  const ordered = [...findings.filter(isEmpty), ...findings.filter((one) => !isEmpty(one))];
  const chosen = ordered.filter(({ mend }) => {
    if (mend === null || mend.some(isOfRules)) return false;
    const keys = mend.flatMap(touched);
    if (keys.some((key) => taken.has(key))) return false;
    for (const key of keys) taken.add(key);
    return true;
  });
  // Rules go one at a time, and only when nothing else is left to do.
  if (chosen.length === 0) return findings.filter(({ mend }) => mend !== null).slice(-1);
  return chosen.sort(
    (one, other) =>
      (other.rule ?? -1) - (one.rule ?? -1) || indexOf(other.mend?.[0]) - indexOf(one.mend?.[0])
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
  let current = { read, text };
  for (let round = 0; round < ROUNDS; round++) {
    const found = lint(current.read, current.text, provider, options);
    const chosen = together(found.filter(({ level }) => levels.includes(level)));
    const changes = chosen.flatMap(({ mend }) => mend ?? []);
    const changed = changeFor(provider, current.read, current.text, changes).text;
    if (changed === current.text) break;
    mended.push(...chosen);
    current = { read: readRules(changed), text: changed };
  }
  return { text: current.text, findings: mended };
}
