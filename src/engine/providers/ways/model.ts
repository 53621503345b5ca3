/** The words of saving: where to, by which tool, in which steps. Nothing here is ever sent; a person runs it. */
import type { FormatId } from '../../1-read/format.ts';
import type { FormatLoss } from '../../1-read/losses.ts';
import type { Evidence } from '../../model.ts';
import type { SavingResult } from '../provider.ts';
import type { ProviderId } from '../providers.ts';
import type { SaveNote } from './note.ts';
import type { ShellId } from '../../shell/shell.ts';

/** What commands must know of a bucket. */
export const TARGET_FIELDS = ['account', 'bucket', 'region', 'endpoint', 'alias'] as const;
export type TargetField = (typeof TARGET_FIELDS)[number];

/** What an address tells beside what a person can be asked for. */
export type TargetName = TargetField | 'domain' | 'jurisdiction';
export type TargetValues = Partial<Record<TargetName, string>>;

/** Where the rules go. */
export interface SaveTarget {
  /** In the order in which they are asked for; a null value is not known, and its placeholder stands in the commands. */
  fields: { id: TargetField; value: string | null; placeholder: string }[];
  missing: TargetField[];
  /** What is said of the address that the bucket was told by. */
  notes: SaveNote[];
}

export type WayId =
  | 'cli'
  | 'cli-before'
  | 'aws-cli'
  | 'curl'
  | 'javascript'
  | 'python'
  | 'terraform'
  | 'console'
  | 'setting'
  | 'bucket'
  | 'start';

/** In the order in which a person takes them. */
export const STEP_IDS = [
  'setup',
  'read',
  'save',
  'apply',
  'test',
  'ask-store',
  'restore',
  'delete'
] as const;
export type StepId = (typeof STEP_IDS)[number];

/** What a step's text is: for a shell, a program, or a field of a page. */
export type StepLanguage = ShellId | 'js' | 'python' | 'hcl' | 'json';

export interface SaveStep {
  id: StepId;
  language: StepLanguage;
  text: string;
}

/** One way of saving, whole: how to keep the old rules, save, test and go back. */
export interface SaveWay {
  id: WayId;
  /** Proper name of the program or library. */
  tool: string;
  /** The form in which the rules are given; null where it is the tool's own objects. */
  format: FormatId | null;
  /** What that form cannot say of them. */
  losses: FormatLoss[];
  evidence: Evidence;
  source: string;
  steps: SaveStep[];
  /** Names of what the person must be allowed to do, as the store spells them. */
  permissions: string[];
  notes: SaveNote[];
}

/** Why there is nothing to save. */
export type SaveRefusal = 'unreadable' | 'control-character';

export interface SaveGuide {
  provider: ProviderId;
  target: SaveTarget;
  /** What the store says of the rules in its own form; null where there are none. */
  saved: SavingResult | null;
  refusal: SaveRefusal | null;
  /** Empty where there is nothing to save. */
  ways: SaveWay[];
  /** What holds whichever way is taken. */
  notes: SaveNote[];
}
