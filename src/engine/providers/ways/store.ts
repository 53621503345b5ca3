import type { FormatId } from '../../1-read/format.ts';
import type { FormatLoss } from '../../1-read/losses.ts';
import type { Fact } from '../../2-bucket/evidence.ts';
import type { PlainRule, RuleSet, WireRequest } from '../../model.ts';
import type { ProviderId } from '../providers.ts';
import type { AddressForm } from './address.ts';
import type { StepId, StepLanguage, TargetName, TargetValues, WayId } from './model.ts';
import type { SaveNote } from './note.ts';
import type { Shell } from '../../shell/shell.ts';
import type { FieldSpec } from './target.ts';

/** What a way is written from. */
export interface SaveTask {
  shell: Shell;
  /** The value of a field, or its placeholder. */
  to(name: TargetName): string;
  ruleSet: RuleSet;
  rules: readonly PlainRule[];
  /** The rules as a text of that form. */
  print(format: FormatId): string;
  /** The preflight of the page's call, for tests of the stores' own; null where there is none. */
  preflight: WireRequest | null;
}

/** A way before the test that all of them share. */
export interface WayDraft {
  id: WayId;
  tool: string;
  format: FormatId | null;
  /** What the tool's own objects cannot say; a form tells that by itself. */
  losses?: FormatLoss[];
  /** Of all but set-up and tests, which are for a shell; absent where all are. */
  language?: StepLanguage;
  steps: Partial<Record<StepId, string>>;
  fact: Fact;
  permissions: readonly string[];
  notes?: readonly SaveNote[];
}

/** How one store is saved to. */
export interface SaveStore {
  id: ProviderId;
  fields: readonly FieldSpec[];
  /** What an address may tell and nobody is asked for. */
  defaults?: TargetValues;
  /** The forms of its addresses, the most particular first. */
  addresses: readonly AddressForm[];
  /** What stands for the names in an example of an address. */
  examples: Readonly<Record<string, string>>;
  notes: readonly SaveNote[];
  /** True where a rule must say its age: one that does not is given none, which is 0. */
  needsAge?: true;
  ways(task: SaveTask): WayDraft[];
}

export const BUCKET: FieldSpec = { id: 'bucket', placeholder: 'BUCKET' };
export const REGION: FieldSpec = { id: 'region', placeholder: 'REGION' };
export const ENDPOINT: FieldSpec = { id: 'endpoint', placeholder: 'https://ENDPOINT' };

/** What is lost in the objects of a tool that does not know ResponseVary. */
export const lossOfVary = ({ ruleSet: { responseVary } }: SaveTask): FormatLoss[] =>
  responseVary === null ? [] : [{ code: 'response-vary', args: { value: responseVary.value } }];

/** The same of a tool that does not know ids of rules either. */
export function lossesWithoutId(task: SaveTask): FormatLoss[] {
  const named = [...task.rules.keys()].filter((index) => task.rules[index]?.id !== null);
  const losses = lossOfVary(task);
  return named.length === 0 ? losses : [...losses, { code: 'ids-dropped', args: { rules: named } }];
}

/** Files that the steps write: the new rules, and those of before. */
export const fileOf = (kind: 'json' | 'xml') => ({
  now: `cors.${kind}`,
  before: `cors-before.${kind}`
});
