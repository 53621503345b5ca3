import type { Exchange, StageReport, Verdict } from '#engine';
import { m } from '../../../paraglide/messages.js';
import type { JudgedDocument } from '../../document.ts';

type StageState = StageReport['state'];

/** One cell of the stage line; the last holds two stages, the actual request and what its script can read. */
export interface StageCell {
  id: 'browser' | 'preflight' | 'bucket' | 'check' | 'actual';
  title: string;
  state: StageState;
  /** What came of it, in a few words. */
  answer: string;
  groups: StepGroup[];
  /** True where the verdict was decided here. */
  decides: boolean;
}

/** Steps that belong together. */
export interface StepGroup {
  title: string | null;
  steps: StageReport['steps'];
}

/** The worst first: what two stages in one cell come to. */
const STATES: readonly StageState[] = ['fail', 'warn', 'pass', 'skip', 'none'];

/** The five cells of the stage line, in the order of the story. */
export function stageCells({ verdict, request }: JudgedDocument): StageCell[] {
  const cell = (
    id: StageCell['id'],
    title: string,
    stages: readonly StageReport['stage'][],
    answer: () => string
  ): StageCell => {
    const reports = verdict.stages.filter(({ stage }) => stages.includes(stage));
    const state = STATES.find((one) => reports.some((report) => report.state === one)) ?? 'skip';
    return {
      id,
      title,
      state,
      answer: restAnswer(state) ?? answer(),
      groups:
        id === 'bucket'
          ? bucketGroups(verdict)
          : [{ title: titleOf(reports), steps: reports.flatMap(({ steps }) => steps) }],
      decides: verdict.stage !== null && stages.includes(verdict.stage)
    };
  };
  const script = m['panel.stage.actual.title']({ method: sentMethod(verdict) ?? request.method });
  return [
    cell('browser', m['panel.stage.browser.title'](), ['browser'], () => browserAnswer(verdict)),
    cell('preflight', m['panel.stage.preflight.title'](), ['preflight'], () => asks(verdict)),
    cell('bucket', m['panel.stage.bucket.title'](), ['bucket'], () => bucketAnswer(verdict)),
    cell('check', m['panel.stage.check.title'](), ['check'], () => checkAnswer(verdict)),
    cell('actual', script, ['actual', 'script'], () => scriptAnswer(verdict, request.needs))
  ];
}

/** A check that comes too late to decide still tells what the console speaks of. */
const titleOf = (reports: readonly StageReport[]): string | null =>
  reports.some(({ state, steps }) => state === 'skip' && steps.length > 0)
    ? m['engine.check.late']()
    : null;

/** The method on the wire: the browser writes some in upper case. */
function sentMethod({ exchanges }: Verdict): string | undefined {
  const last = exchanges.at(-1);
  if (last?.stage !== 'preflight') return last?.request.method;
  return last.request.headers.find(
    ([name]) => name.toLowerCase() === 'access-control-request-method'
  )?.[1];
}

/** What the bucket asked before any rule, of each rule up to its answer, and how it made the answer. */
function bucketGroups({ exchanges }: Verdict): StepGroup[] {
  const [first] = exchanges;
  if (first === undefined) return [];
  const { before, rules, answer } = first.trace;
  return [
    { title: null, steps: before },
    ...rules.map(({ rule, conditions }) => ({
      title: m['panel.verdict.rule']({ rule: rule + 1 }),
      steps: conditions.flatMap(({ asked, steps }) => (asked ? steps : []))
    })),
    { title: m['panel.stage.bucket.answer'](), steps: answer.map(({ step }) => step) }
  ].filter(({ steps }) => steps.length > 0);
}

/** False where no rule has a say: nothing was sent, or to the page's own origin. */
export const asksRules = ({ stages }: Verdict): boolean =>
  stages.some(({ stage, state }) => stage === 'bucket' && state !== 'none' && state !== 'skip');

const exchangeOf = ({ exchanges }: Verdict, stage: Exchange['stage']): Exchange | undefined =>
  exchanges.find((exchange) => exchange.stage === stage);

function restAnswer(state: StageState): string | null {
  if (state === 'skip') return m['panel.stage.skip']();
  return state === 'none' ? m['panel.stage.none']() : null;
}

function browserAnswer({ stage, stages }: Verdict): string {
  if (stage === 'browser') return m['panel.stage.browser.fail']();
  const steps = stages.find((report) => report.stage === 'browser')?.steps ?? [];
  if (steps.some(({ code }) => code === 'same-origin')) return m['panel.stage.browser.same']();
  const [reason] = steps.flatMap((step) => {
    if (step.code === 'method-not-safelisted') return [step.args.method];
    return step.code === 'header-not-safelisted' ? [step.args.header] : [];
  });
  return reason === undefined
    ? m['panel.stage.browser.simple']()
    : m['panel.stage.browser.preflight']({ reason });
}

function asks(verdict: Verdict): string {
  const headers = exchangeOf(verdict, 'preflight')?.request.headers ?? [];
  const asked = headers.find(([name]) => name.toLowerCase() === 'access-control-request-headers');
  const count = asked?.[1].split(',').length ?? 0;
  return count === 0
    ? m['panel.stage.preflight.method']()
    : m['panel.stage.preflight.headers']({ count });
}

function bucketAnswer({ exchanges }: Verdict): string {
  const trace = exchanges[0]?.trace;
  const rule = trace?.decision.rule ?? null;
  if (rule !== null) return m['panel.stage.bucket.rule']({ rule: rule + 1 });
  const count = trace?.rules.length ?? 0;
  return count === 0 ? m['panel.stage.bucket.no-rules']() : m['panel.stage.bucket.none']({ count });
}

function checkAnswer({ stage }: Verdict): string {
  return stage === 'check' ? m['panel.stage.check.fail']() : m['panel.stage.check.pass']();
}

/** Names in the spelling of the person who asked for them; the engine's are lower case. */
const asWritten = (names: readonly string[], needs: readonly string[]): string =>
  names.map((name) => needs.find((need) => need.toLowerCase() === name) ?? name).join(', ');

function scriptAnswer({ stage, cause, readable }: Verdict, needs: readonly string[]): string {
  if (stage === 'actual') return m['panel.stage.actual.fail']();
  if (cause?.code === 'header-not-exposed' || cause?.code === 'header-never-readable')
    return m['panel.stage.actual.unreadable']({ names: asWritten(cause.args.headers, needs) });
  return needs.length > 0
    ? m['panel.stage.actual.reads']({ names: needs.join(', ') })
    : m['panel.stage.actual.pass']({ count: readable?.length ?? 0 });
}
