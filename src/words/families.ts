/** The families of codes that come with args, and how those args are said that are codes themselves. */
import type {
  BrowserStepArgs,
  BucketStepArgs,
  CallFaultArgs,
  CauseArgs,
  EngineId,
  FormatId,
  ProblemArgs,
  RuleKey
} from '#engine';
import type { AdviceArgs, DemandArgs } from '#engine/form';
import type { SymptomProblemArgs } from '#engine/import';
import type { FindingArgs } from '#engine/lint';
import type { MomentArgs, TimelineMendArgs } from '#engine/timeline';
import type { SignArgs } from '#engine/triage';
import { catalogue, type StepReason, type TraitAnswerTexts } from './catalogue.ts';
import { list } from './list.ts';
import { family } from './message.ts';

export const fieldText = (field: RuleKey): string => catalogue[`field.${field}`]({});
export const formatText = (format: FormatId): string => catalogue[`format.${format}`]({});
export const engineText = (engine: EngineId): string => catalogue[`engine.name.${engine}`]({});
const reasonText = (reason: StepReason): string => catalogue[`reason.${reason}`]({});

const inField = { list: fieldText };

export const problems = family<ProblemArgs>('problem', {});
export const causes = family<CauseArgs>('cause', { network: { reason: reasonText } });
export const steps = family<BucketStepArgs & BrowserStepArgs>('step', {
  'engine-differs': { engine: engineText, by: reasonText },
  refused: { cause: (cause) => causes.parts(cause).what },
  'header-not-safelisted': { reason: reasonText },
  'preflight-forced': { by: reasonText },
  'needed-readable': { why: reasonText }
});
export const findings = family<FindingArgs>('lint', {
  'value-empty': inField,
  'value-spaces': inField,
  'value-unseen': inField,
  'value-several': inField,
  'value-twice': inField,
  'value-too-long': inField,
  'header-malformed': inField,
  'header-underscore': inField,
  'field-not-kept': inField,
  'format-foreign': { form: formatText, forms: (forms) => list(forms.map(formatText)) }
});
export const demands = family<DemandArgs>('form.ask', {});
export const advices = family<AdviceArgs>('form.advice', {});
export const symptomProblems = family<SymptomProblemArgs>('symptom.problem', {});
export const moments = family<MomentArgs>('timeline.moment', {});
/** A value of an attribute is code, and the same in any language. */
const asWritten = { crossorigin: { value: String } };
export const timelineMends = family<TimelineMendArgs>('timeline.mend', asWritten);
export const timelineMendHows = family<TimelineMendArgs>('timeline.how', asWritten);
export const callFaults = family<CallFaultArgs>('call-fault', {});
export const callMends = family<CallFaultArgs>('call-mend', {});
export const signs = family<SignArgs>('triage.sign', {});
export const traitAnswers = family<TraitAnswerTexts>('trait-answer', {});
