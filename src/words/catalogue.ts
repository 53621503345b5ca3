import type {
  BrowserRules,
  BrowserStepArgs,
  BucketStepArgs,
  CallFaultArgs,
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
import type { Ending, MomentArgs, Party, TimelineMendArgs, ScenarioId } from '#engine/timeline';
import type { ReasonId, SignArgs } from '#engine/triage';
import { m } from '../paraglide/messages.js';
import type { MessagePart } from './message.ts';

/** Args as the catalogue takes them: every one is text by then. */
type TextArgs<Args> = { [Name in keyof Args]: string };

type PartedMessages<Family extends string, Args> = {
  [C in keyof Args & string as `${Family}.${C}.${MessagePart}`]: (
    args: TextArgs<Args[C]>
  ) => string;
};
export type SingleMessages<Family extends string, Args> = {
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

export type TraitAnswerTexts = { [A in TraitAnswer as A['code']]: A['args'] };

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
export const catalogue: PartedMessages<'problem', ProblemArgs> &
  PartedMessages<'cause', CauseArgs> &
  PartedMessages<'lint', FindingArgs> &
  SingleMessages<'lint-effect', Record<NonNullable<Effect>, { store: string }>> &
  SingleMessages<'lint-level', Record<Level, object>> &
  SingleMessages<'step', BucketStepArgs & BrowserStepArgs> &
  SingleMessages<'kept', SavingChangeTexts> &
  SingleMessages<'field', Record<ListField | 'id' | 'maxAgeSeconds', object>> &
  SingleMessages<'engine.name', Record<EngineId, object>> &
  SingleMessages<'format', Record<FormatId, object>> &
  SingleMessages<'trait', Record<TraitCode, object>> &
  SingleMessages<'trait-group', Record<TraitGroup, object>> &
  SingleMessages<'trait-answer', TraitAnswerTexts> &
  SingleMessages<'reason', Record<StepReason, object>> &
  SingleMessages<'timeline.moment', MomentArgs> &
  SingleMessages<'timeline.party', Record<Party, object>> &
  SingleMessages<'timeline.mend' | 'timeline.how', TimelineMendArgs> &
  SingleMessages<'timeline.word', Record<Ending, object>> &
  SingleMessages<'timeline.ending', Record<Ending, { step: string; seconds: string }>> &
  SingleMessages<'timeline.scenario', ScenarioTexts> &
  SingleMessages<'triage.reason', TriageTexts> &
  SingleMessages<'triage.sign', SignArgs> &
  SingleMessages<'mend', MendArgs> &
  SingleMessages<'call-mend' | 'call-fault', CallFaultArgs> &
  PartedMessages<'symptom.cause', Record<SymptomCode, object>> &
  PartedMessages<'symptom.problem', SymptomProblemArgs> &
  SingleMessages<'symptom.kind', Record<SymptomKind, object>> &
  SingleMessages<'symptom.missing' | 'symptom.ask', Record<SymptomQuestion, object>> &
  SingleMessages<'symptom.agreement', AgreementTexts> &
  SingleMessages<'form.label', Record<FieldLabel, object>> &
  SingleMessages<'form.ask', DemandArgs> &
  PartedMessages<'form.advice', AdviceArgs> &
  SingleMessages<'form.unshown', UnshownTexts> = m;
