/**
 * The door to the message catalogue: a code and its args in, text in the reader's language out.
 * The page and the command line say everything through here.
 */
import type {
  BrowserReport,
  BrowserStep,
  BucketStep,
  CallMend,
  Cause,
  Change,
  Mend,
  Problem,
  ScriptError,
  Verdict
} from '#engine';
import type { SavingChange, TraitAnswer, TraitCode, TraitGroup } from '#engine/compare';
import type { Advice, Demand, Label, UnshownPart } from '#engine/form';
import type {
  Agreement,
  SymptomQuestion,
  SymptomCode,
  SymptomKind,
  SymptomProblem
} from '#engine/import';
import type { Finding, Level } from '#engine/lint';
import type { Moment, TimelineMend, Timeline } from '#engine/timeline';
import type { Sign } from '#engine/triage';
import { m } from '../paraglide/messages.js';
import { alsoText, callText, differenceText, lossText } from './convert.ts';
import { catalogue } from './catalogue.ts';
import {
  advices,
  callFaults,
  callMends,
  causes,
  demands,
  engineText,
  fieldText,
  findings,
  formatText,
  moments,
  problems,
  timelineMends,
  timelineMendHows,
  signs,
  steps,
  symptomProblems,
  traitAnswers
} from './families.ts';
import { sentences } from './list.ts';
import { inParts, message, messageOrNull, type MessageText } from './message.ts';
import { alsoAllowsText, effectText, takesAwayText } from './mend.ts';

export type { MessageText };

function changeText(change: Change): string {
  switch (change.kind) {
    case 'add-value':
      return message(`mend.add-value.${change.field}`, {
        value: change.value,
        rule: change.rule + 1
      });
    case 'replace-value':
      return message('mend.replace-value', { value: change.value, rule: change.rule + 1 });
    case 'insert-rule': {
      const { allowedOrigins, allowedMethods } = change.rule;
      const value = [...allowedMethods, ...allowedOrigins].join(' ');
      return message('mend.insert-rule', { value, rule: change.at + 1 });
    }
    case 'remove-value':
      return message('mend.remove-value', { value: change.value, rule: change.rule + 1 });
    case 'set-value': {
      const args = { field: fieldText(change.field), rule: change.rule + 1 };
      return change.value === null
        ? message('mend.unset-value', args)
        : message('mend.set-value', { ...args, value: change.value });
    }
    case 'remove-rule':
      return message('mend.remove-rule', { rule: change.rule + 1 });
    case 'move-rule':
      return message('mend.move-rule', { rule: change.rule + 1, to: change.to + 1 });
    case 'set-response-vary':
      return change.value === null
        ? message('mend.unset-response-vary')
        : message('mend.set-response-vary', { value: String(change.value) });
  }
}

/** What is changed in a call: one change, then the next. */
const callMendText = ({ faults }: CallMend): string =>
  faults.map(callMends.one).reduce((first, second) => m['mend.join']({ first, second }));

const callFaultsText = ({ faults }: CallMend): string => sentences(...faults.map(callFaults.one));

/** A call with mistakes of its own is mended before the rules are asked to allow them. */
const remedyText = ({ cause, callMend }: Verdict): string => {
  if (callMend !== null) return callFaultsText(callMend);
  return cause === null ? '' : causes.parts(cause).do;
};

const changesText = (changes: readonly Change[]): string =>
  changes.map(changeText).reduce((first, second) => m['mend.join']({ first, second }));

/** Which rule comes closest, where none answered; empty where there is none to name. */
const closestText = ({ closest }: Verdict): string =>
  closest === null ? '' : m['words.closest']({ rule: closest + 1 });

function keptText(change: SavingChange): string {
  if (change.code === 'rules-count') return message('kept.rules-count', change.args);
  const { rule, field } = change.args;
  const named = { rule: rule + 1, field: fieldText(field) };
  if (change.code === 'list') {
    const { kept } = change.args;
    return message(`kept.list.${change.args.change}`, { ...named, kept });
  }
  const { written, kept } = change.args;
  if (kept === null) return message('kept.value-dropped', { ...named, written: written ?? '' });
  return message(written === null ? 'kept.value-given' : 'kept.value', { ...named, kept });
}

/** Why there is no console line to show: an engine that has none, or one whose line was not recorded. */
const silenceText = ({ engine: { id } }: BrowserReport): string =>
  id === 'standard'
    ? m['engine.silence.standard']()
    : m['engine.silence']({ engine: engineText(id) });

/** For how long the preflight's answer is kept, in the words of a person who wonders when the next one is sent. */
const keepsText = ({ engine, keeps }: BrowserReport): string => {
  const args = { engine: engineText(engine.id), seconds: keeps ?? 0 };
  return args.seconds === 0 ? m['engine.keeps.none'](args) : m['engine.keeps'](args);
};

/** How a timeline ends, and at which of its steps; steps are counted from 1 there. */
function endingText({ ending, breaks, moments }: Timeline): string {
  const at = breaks ?? 0;
  return message(`timeline.ending.${ending}`, { step: at + 1, seconds: moments[at]?.at ?? 0 });
}

/** What of a text a store's form cannot show. */
function unshownText(unshown: UnshownPart, store: string): string {
  if (unshown.code === 'problem') return problems.parts(unshown.problem).what;
  const { args } = unshown;
  const named = 'rule' in args ? { rule: args.rule + 1, field: fieldText(args.field) } : args;
  return message(`form.unshown.${unshown.code}`, { ...named, store });
}

/** What a check found; why it matters begins with what the store does with it. */
function findingText({ effect, store, ...finding }: Finding): MessageText {
  const told = findings.parts(finding);
  return effect === null
    ? told
    : { ...told, why: sentences(catalogue[`lint-effect.${effect}`]({ store }), told.why) };
}

export const say = {
  /** What a store's page calls a field. */
  label: (label: Label): string =>
    typeof label === 'string' ? catalogue[`form.label.${label}`]({}) : label.name,
  /** What its page asks of a value, as a few words; empty where that goes without saying. */
  demand: (demand: Demand): string => demands.one(demand),
  advice: (advice: Advice): MessageText => advices.parts(advice),
  unshown: unshownText,
  /** Why a call fails, after which rule comes closest. */
  why: (verdict: Verdict): string =>
    verdict.cause === null ? '' : sentences(closestText(verdict), causes.parts(verdict.cause).why),
  problem: (problem: Problem): MessageText => problems.parts(problem),
  finding: findingText,
  /** How grave a finding or a problem is. */
  level: (level: Level): string => catalogue[`lint-level.${level}`]({}),
  /** What a mend changes. */
  changes: changesText,
  cause: (cause: Cause): MessageText => causes.parts(cause),
  /** What a pasted text says went wrong. */
  symptom: (code: SymptomCode): MessageText =>
    inParts((part) => catalogue[`symptom.cause.${code}.${part}`]({})),
  symptomProblem: (problem: SymptomProblem): MessageText => symptomProblems.parts(problem),
  /** How the verdict stands to what was pasted. */
  agreement: (agreement: Agreement): string =>
    message(`symptom.agreement.${agreement.kind}`, { headers: [], ...agreement }),
  /** What a question asks for, in a list of what is missing, and as a question. */
  missing: (question: SymptomQuestion): string => catalogue[`symptom.missing.${question}`]({}),
  ask: (question: SymptomQuestion): string => catalogue[`symptom.ask.${question}`]({}),
  symptomKind: (kind: SymptomKind): string => catalogue[`symptom.kind.${kind}`]({}),
  step: (step: BucketStep | BrowserStep): string => steps.one(step),
  /** What a header does; null for one that has nothing to do with the story. */
  header: (name: string): string | null => messageOrNull(`header.${name.toLowerCase()}`),
  /** What happens in one moment of a timeline. */
  moment: (moment: Moment): string => moments.one(moment),
  ending: endingText,
  /** The label of a mend of a timeline, and how it is done. */
  timelineMend: (mend: TimelineMend): string => timelineMends.one(mend),
  timelineMendHow: (mend: TimelineMend): string => timelineMendHows.one(mend),
  /** What makes a reason likely. */
  sign: (sign: Sign): string => signs.one(sign),
  /** What a store keeps otherwise than it is written. */
  kept: keptText,
  engine: engineText,
  silence: silenceText,
  keeps: keepsText,
  /** An exception as a console prints it; an event has no message. */
  scriptError: ({ name, message }: ScriptError): string =>
    message === null ? name : `${name}: ${message}`,
  field: fieldText,
  format: formatText,
  /** What is lost where rules are written in another format, or taken to another store. */
  loss: lossText,
  /** A call in a few words. */
  call: callText,
  /** What changes for a call. */
  difference: differenceText,
  /** The other calls of which the same is true; empty where there are none. */
  also: alsoText,
  /** A question that is put to every store. */
  trait: (code: TraitCode): string => catalogue[`trait.${code}`]({}),
  traitGroup: (group: TraitGroup): string => catalogue[`trait-group.${group}`]({}),
  /** What a store answers to it; the message of its error stands apart. */
  traitAnswer: (answer: TraitAnswer): string => traitAnswers.one(answer).trim(),
  /** The label of a button that makes the mend. */
  mend: ({ changes }: Mend): string => changesText(changes),
  /** The label of a button that mends the call. */
  callMend: callMendText,
  /** Why the call is to be changed. */
  callFaults: callFaultsText,
  /** What to do about a call that fails; empty for one that works. */
  remedy: remedyText,
  /** Which calls the mend takes away, and which it lets in beyond the one that it is for. */
  mendEffect: effectText,
  takesAway: takesAwayText,
  alsoAllows: alsoAllowsText
};
