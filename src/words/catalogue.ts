import type {
  BrowserRules,
  BrowserStepArgs,
  BucketStepArgs,
  CauseArgs,
  EngineId,
  FormatId,
  ListField,
  NetworkReason,
  ProblemArgs,
  ReadableReason,
  UnsafeReason
} from '#engine';
import type { ListChange, TraitAnswer, TraitCode, TraitGroup } from '#engine/compare';
import type { AdviceArgs, DemandArgs, FieldLabel, UnshownArgs } from '#engine/form';
import type {
  Agreement,
  SymptomQuestion,
  SymptomCode,
  SymptomKind,
  SymptomProblemArgs
} from '#engine/import';
import type { Effect, FindingArgs, Level } from '#engine/lint';
import type { Ending, MomentArgs, Party, RemedyArgs, ScenarioId } from '#engine/timeline';
import type { ReasonId, SignArgs } from '#engine/triage';
import { m } from '../paraglide/messages.js';

/** The three parts of a message to a person. */
export const PARTS = ['what', 'why', 'do'] as const;
export type MessagePart = (typeof PARTS)[number];

/** Args as the catalogue takes them: every one is text by then. */
type TextArgs<Args> = { [Name in keyof Args]: string };

type Parted<Family extends string, Args> = {
  [C in keyof Args & string as `${Family}.${C}.${MessagePart}`]: (
    args: TextArgs<Args[C]>
  ) => string;
};
export type Single<Family extends string, Args> = {
  [C in keyof Args & string as `${Family}.${C}`]: (args: TextArgs<Args[C]>) => string;
};

/** Codes that stand inside the args of a step. */
export type StepReason =
  | UnsafeReason
  | ReadableReason
  | NetworkReason
  | keyof BrowserRules
  | 'upload-listener'
  | 'stream-body';

interface MendArgs extends Record<`add-value.${ListField}`, { value: string; rule: string }> {
  'replace-value': { value: string; rule: string };
  'insert-rule': { value: string; rule: string };
  'remove-value': { value: string; rule: string };
  'set-value': { field: string; value: string; rule: string };
  'unset-value': { field: string; rule: string };
  'remove-rule': { rule: string };
  'move-rule': { rule: string; to: string };
  'set-response-vary': { value: string };
  'unset-response-vary': object;
}

type TraitAnswerTexts = { [A in TraitAnswer as A['code']]: A['args'] };

type ScenarioTexts = Record<`${ScenarioId}.${'title' | 'story'}`, object>;

type TriageTexts = Record<`${ReasonId}.${MessagePart | 'tell'}`, object>;

type AgreementTexts = Record<Agreement['kind'], { headers: string }>;

interface SavingChangeTexts extends Record<
  `list.${ListChange}`,
  { rule: string; field: string; kept: string }
> {
  'rules-count': { written: string; kept: string };
  value: { rule: string; field: string; kept: string };
  'value-given': { rule: string; field: string; kept: string };
  'value-dropped': { rule: string; field: string; written: string };
}

type UnshownTexts = {
  [C in keyof UnshownArgs]: UnshownArgs[C] & { store: string };
};

/**
 * The catalogue, seen by code. Each line of the type is a family: a code without a message, or a message that names an arg
 * which its code lacks, fails the type check here.
 */
export const catalogue: Parted<'problem', ProblemArgs> &
  Parted<'cause', CauseArgs> &
  Parted<'lint', FindingArgs> &
  Single<'lint-effect', Record<NonNullable<Effect>, { store: string }>> &
  Single<'lint-level', Record<Level, object>> &
  Single<'step', BucketStepArgs & BrowserStepArgs> &
  Single<'kept', SavingChangeTexts> &
  Single<'field', Record<ListField | 'id' | 'maxAgeSeconds', object>> &
  Single<'engine.name', Record<EngineId, object>> &
  Single<'format', Record<FormatId, object>> &
  Single<'trait', Record<TraitCode, object>> &
  Single<'trait-group', Record<TraitGroup, object>> &
  Single<'trait-answer', TraitAnswerTexts> &
  Single<'reason', Record<StepReason, object>> &
  Single<'timeline.moment', MomentArgs> &
  Single<'timeline.party', Record<Party, object>> &
  Single<'timeline.remedy' | 'timeline.how', RemedyArgs> &
  Single<'timeline.word', Record<Ending, object>> &
  Single<'timeline.ending', Record<Ending, { step: string; seconds: string }>> &
  Single<'timeline.scenario', ScenarioTexts> &
  Single<'triage.reason', TriageTexts> &
  Single<'triage.sign', SignArgs> &
  Single<'mend', MendArgs> &
  Parted<'symptom.cause', Record<SymptomCode, object>> &
  Parted<'symptom.problem', SymptomProblemArgs> &
  Single<'symptom.kind', Record<SymptomKind, object>> &
  Single<'symptom.missing' | 'symptom.ask', Record<SymptomQuestion, object>> &
  Single<'symptom.agreement', AgreementTexts> &
  Single<'form.label', Record<FieldLabel, object>> &
  Single<'form.ask', DemandArgs> &
  Parted<'form.advice', AdviceArgs> &
  Single<'form.unshown', UnshownTexts> = m;
