/**
 * The door to the message catalogue: a code and its args in, text in the reader's language out.
 * The page and the command line say everything through here.
 */
import type {
  BrowserReport,
  BrowserStep,
  BucketStep,
  Cause,
  Change,
  EngineId,
  FormatId,
  ListField,
  Mend,
  Problem,
  RuleKey,
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
import type { Moment, Remedy, Timeline } from '#engine/timeline';
import type { Sign } from '#engine/triage';
import { m } from '../paraglide/messages.js';
import { alsoText, callText, differenceText, lossText } from './convert.ts';
import { catalogue, PARTS, type MessagePart, type StepReason } from './catalogue.ts';

export type MessageText = Record<MessagePart, string>;

type Say = (args: Record<string, string>) => string;

const messages = m as unknown as Readonly<Record<string, Say | undefined>>;

/** Args whose values are codes with a message of their own. */
const REASONS: ReadonlySet<string> = new Set(['reason', 'why', 'by']);

function textOf(name: string, value: unknown): string {
  if (name === 'list') return tell(`field.${value as ListField}`, {});
  if (name === 'form') return tell(`format.${value as FormatId}`, {});
  if (name === 'forms') return (value as FormatId[]).map((form) => textOf('form', form)).join(', ');
  if (Array.isArray(value)) return value.length === 0 ? m['words.none']() : value.join(', ');
  if (name === 'engine') return tell(`engine.name.${value as EngineId}`, {});
  if (name === 'cause') return toldOf('cause', value as Cause).what;
  return REASONS.has(name) ? catalogue[`reason.${value as StepReason}`]({}) : String(value);
}

const texts = (args: object): Record<string, string> =>
  Object.fromEntries(Object.entries(args).map(([name, value]) => [name, textOf(name, value)]));

const tell = (key: string, args: object): string => messages[key]?.(texts(args)) ?? key;

const toldOf = (family: string, { code, args }: { code: string; args: object }): MessageText =>
  Object.fromEntries(
    PARTS.map((part) => [part, tell(`${family}.${code}.${part}`, args)])
  ) as MessageText;

function changeText(change: Change): string {
  switch (change.kind) {
    case 'add-value':
      return tell(`mend.add-value.${change.field}`, { value: change.value, rule: change.rule + 1 });
    case 'replace-value':
      return tell('mend.replace-value', { value: change.value, rule: change.rule + 1 });
    case 'insert-rule': {
      const { allowedOrigins, allowedMethods } = change.rule;
      const value = [...allowedMethods, ...allowedOrigins].join(' ');
      return tell('mend.insert-rule', { value, rule: change.at + 1 });
    }
    case 'remove-value':
      return tell('mend.remove-value', { value: change.value, rule: change.rule + 1 });
    case 'set-value': {
      const args = { field: tell(`field.${change.field}`, {}), rule: change.rule + 1 };
      return change.value === null
        ? tell('mend.unset-value', args)
        : tell('mend.set-value', { ...args, value: change.value });
    }
    case 'remove-rule':
      return tell('mend.remove-rule', { rule: change.rule + 1 });
    case 'move-rule':
      return tell('mend.move-rule', { rule: change.rule + 1, to: change.to + 1 });
    case 'set-response-vary':
      return change.value === null
        ? tell('mend.unset-response-vary', {})
        : tell('mend.set-response-vary', { value: change.value });
  }
}

const changesText = (changes: readonly Change[]): string =>
  changes.map(changeText).reduce((first, second) => m['mend.join']({ first, second }));

function effectText(change: Change): string {
  if (change.kind === 'insert-rule') return m['mend.effect.insert-rule']();
  if (change.kind === 'replace-value') return m['mend.effect.replace-value']();
  return change.kind === 'add-value' && change.field === 'exposeHeaders'
    ? m['mend.effect.exposeHeaders']()
    : m['mend.effect.add-value']();
}

/** Which rule comes closest, where none answered; empty where there is none to name. */
const closestText = ({ closest }: Verdict): string =>
  closest === null ? '' : m['words.closest']({ rule: closest + 1 });

function keptText(change: SavingChange): string {
  if (change.code === 'rules-count') return tell('kept.rules-count', change.args);
  const { rule, field } = change.args;
  const named = { rule: rule + 1, field: tell(`field.${field}`, {}) };
  if (change.code === 'list') {
    const { kept } = change.args;
    return tell(`kept.list.${change.args.change}`, { ...named, kept });
  }
  const { written, kept } = change.args;
  if (kept === null) return tell('kept.value-dropped', { ...named, written });
  return tell(written === null ? 'kept.value-given' : 'kept.value', { ...named, kept });
}

/** Why there is no console line to show: an engine that has none, or one whose line was not recorded. */
const silenceText = ({ engine: { id } }: BrowserReport): string =>
  id === 'standard'
    ? m['engine.silence.standard']()
    : m['engine.silence']({ engine: tell(`engine.name.${id}`, {}) });

/** For how long the preflight's answer is kept, in the words of a person who wonders when the next one is sent. */
const keepsText = ({ engine, keeps }: BrowserReport): string => {
  const args = { engine: tell(`engine.name.${engine.id}`, {}), seconds: keeps ?? 0 };
  return args.seconds === 0 ? m['engine.keeps.none'](args) : m['engine.keeps'](args);
};

/** How a timeline ends, and at which of its steps; steps are counted from 1 there. */
function endingText({ ending, breaks, moments }: Timeline): string {
  const at = breaks ?? 0;
  return tell(`timeline.ending.${ending}`, { step: at + 1, seconds: moments[at]?.at ?? 0 });
}

/** What of a text a store's form cannot show. */
function unshownText(unshown: UnshownPart, store: string): string {
  if (unshown.code === 'problem') return toldOf('problem', unshown.problem).what;
  const { args } = unshown;
  const named =
    'rule' in args ? { rule: args.rule + 1, field: tell(`field.${args.field}`, {}) } : args;
  return tell(`form.unshown.${unshown.code}`, { ...named, store });
}

/** What a check found; why it matters begins with what the store does with it. */
function findingText({ effect, store, ...finding }: Finding): MessageText {
  const told = toldOf('lint', finding);
  return effect === null
    ? told
    : { ...told, why: `${tell(`lint-effect.${effect}`, { store })} ${told.why}` };
}

export const say = {
  /** What a store's page calls a field. */
  label: (label: Label): string =>
    typeof label === 'string' ? tell(`form.label.${label}`, {}) : label.name,
  /** What its page asks of a value, as a few words; empty where that goes without saying. */
  demand: ({ code, args }: Demand): string => tell(`form.ask.${code}`, args),
  advice: (advice: Advice): MessageText => toldOf('form.advice', advice),
  unshown: unshownText,
  closest: closestText,
  problem: (problem: Problem): MessageText => toldOf('problem', problem),
  finding: findingText,
  /** How grave a finding or a problem is. */
  level: (level: Level): string => tell(`lint-level.${level}`, {}),
  /** What a fix changes. */
  changes: changesText,
  cause: (cause: Cause): MessageText => toldOf('cause', cause),
  /** What a pasted text says went wrong. */
  symptom: (code: SymptomCode): MessageText => toldOf('symptom.cause', { code, args: {} }),
  symptomProblem: (problem: SymptomProblem): MessageText => toldOf('symptom.problem', problem),
  /** How the verdict stands to what was pasted. */
  agreement: (agreement: Agreement): string =>
    tell(`symptom.agreement.${agreement.kind}`, { headers: [], ...agreement }),
  /** What a question asks for, in a list of what is missing, and as a question. */
  missing: (question: SymptomQuestion): string => tell(`symptom.missing.${question}`, {}),
  ask: (question: SymptomQuestion): string => tell(`symptom.ask.${question}`, {}),
  symptomKind: (kind: SymptomKind): string => tell(`symptom.kind.${kind}`, {}),
  step: ({ code, args }: BucketStep | BrowserStep): string => tell(`step.${code}`, args),
  /** What a header does; null for one that has nothing to do with the story. */
  header: (name: string): string | null => messages[`header.${name.toLowerCase()}`]?.({}) ?? null,
  /** What happens in one moment of a timeline. */
  moment: ({ code, args }: Moment): string => tell(`timeline.moment.${code}`, args),
  ending: endingText,
  /** The label of a remedy, and how it is done. */
  remedy: ({ code, args }: Remedy): string => tell(`timeline.remedy.${code}`, args),
  remedyHow: ({ code, args }: Remedy): string => tell(`timeline.how.${code}`, args),
  /** What makes a reason likely. */
  sign: ({ code, args }: Sign): string => tell(`triage.sign.${code}`, args),
  /** What a store keeps otherwise than it is written. */
  kept: keptText,
  engine: (engine: EngineId): string => tell(`engine.name.${engine}`, {}),
  silence: silenceText,
  keeps: keepsText,
  /** An exception as a console prints it; an event has no message. */
  scriptError: ({ name, message }: ScriptError): string =>
    message === null ? name : `${name}: ${message}`,
  field: (field: RuleKey): string => tell(`field.${field}`, {}),
  format: (format: FormatId): string => tell(`format.${format}`, {}),
  /** What is lost where rules are written in another format, or taken to another store. */
  loss: lossText,
  /** A call in a few words. */
  call: callText,
  /** What changes for a call. */
  difference: differenceText,
  /** The other calls of which the same is true; empty where there are none. */
  also: alsoText,
  /** A question that is put to every store. */
  trait: (code: TraitCode): string => tell(`trait.${code}`, {}),
  traitGroup: (group: TraitGroup): string => tell(`trait-group.${group}`, {}),
  /** What a store answers to it; the message of its error stands apart. */
  traitAnswer: ({ code, args }: TraitAnswer): string => tell(`trait-answer.${code}`, args).trim(),
  /** The label of a button that makes the mend. */
  mend: ({ changes }: Mend): string => changesText(changes),
  /** What the mend allows beyond the call. */
  mendEffect: ({ changes: [first] }: Mend): string => (first === undefined ? '' : effectText(first))
};
