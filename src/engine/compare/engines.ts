import { headerOf, listOf } from '../2-bucket/question.ts';
import type { Engine } from '../3-browser/engines/engine.ts';
import { ENGINES } from '../3-browser/engines/engines.ts';
import { standard } from '../3-browser/engines/standard.ts';
import type { BrowserStep } from '../3-browser/step.ts';
import { judge, type JudgeInput } from '../4-explain/judge.ts';
import type { Cause, StageReport, Verdict } from '../4-explain/verdict.ts';
import type { Outcome } from '../model.ts';

/** What one engine makes of a call, beside its wording: all in which two engines may differ. */
interface EngineFacets {
  outcome: Outcome;
  cause: Cause | null;
  /** What the preflight asks for; null where none is sent. */
  asks: { method: string; headers: string[] } | null;
  /** Headers of the script's that the browser leaves out. */
  dropped: string[];
  /** The condition that fails in the browser; null where none does. */
  check: BrowserStep | null;
  /** Null where the script gets no answer. */
  readable: string[] | null;
  /** Seconds for which the preflight's answer is kept; null without one to keep. */
  keeps: number | null;
}
export type EngineFacet = keyof EngineFacets;

export const ENGINE_FACETS = [
  'outcome',
  'cause',
  'asks',
  'dropped',
  'check',
  'readable',
  'keeps'
] as const satisfies readonly EngineFacet[];

export interface EngineColumn {
  engine: Engine;
  verdict: Verdict;
  facets: EngineFacets;
  /** What it does otherwise than the standard in this call, each with where that was seen. */
  departures: BrowserStep[];
}

/** The engines side by side. */
export interface EngineComparison {
  /** The browsers, then the standard. */
  columns: EngineColumn[];
  /** Facets in which the browsers do not all do the same. */
  differing: EngineFacet[];
  /** Facets in which the browsers all do the same, but the standard says otherwise. */
  besideStandard: EngineFacet[];
}

export type EnginesInput = Omit<JudgeInput, 'engine' | 'departures'>;

function asksOf({ exchanges }: Verdict): EngineFacets['asks'] {
  const headers = exchanges.find(({ stage }) => stage === 'preflight')?.request.headers;
  if (headers === undefined) return null;
  const names = headerOf(headers, 'access-control-request-headers');
  return {
    method: headerOf(headers, 'access-control-request-method') ?? '',
    headers: listOf(names ?? '')
  };
}

const BROWSER_STAGES: ReadonlySet<string> = new Set(['browser', 'check', 'actual']);

/** The steps that a browser takes before its script gets the answer; none of them is the bucket's. */
const browserSteps = (stages: readonly StageReport[]): BrowserStep[] =>
  stages.flatMap(({ stage, steps }) => (BROWSER_STAGES.has(stage) ? (steps as BrowserStep[]) : []));

const facetsOf = (verdict: Verdict): EngineFacets => ({
  outcome: verdict.outcome,
  cause: verdict.cause,
  asks: asksOf(verdict),
  dropped: verdict.dropped,
  check: browserSteps(verdict.stages).find(({ outcome }) => outcome === 'fail') ?? null,
  readable: verdict.readable,
  keeps: verdict.browser.keeps
});

function columnOf(engine: Engine, input: EnginesInput): EngineColumn {
  const verdict = judge({ ...input, engine: engine.id });
  const steps = browserSteps(verdict.stages);
  return {
    engine,
    verdict,
    facets: facetsOf(verdict),
    departures: steps.filter(({ code }) => code === 'engine-differs')
  };
}

/** Whether engines do the same; values are plain data, and each is made in one place, so their text decides. */
const agree = (facet: EngineFacet, columns: readonly EngineColumn[]): boolean =>
  new Set(columns.map(({ facets }) => JSON.stringify(facets[facet]))).size === 1;

/**
 * The same call in every browser and by the standard. Each verdict is the one that choosing the engine would give, but
 * for the mend, which is left out.
 */
export function compareEngines(input: EnginesInput): EngineComparison {
  const browsers = ENGINES.filter(({ id }) => id !== 'standard').map((one) => columnOf(one, input));
  const measure = columnOf(standard, input);
  const differing = ENGINE_FACETS.filter((facet) => !agree(facet, browsers));
  const besideStandard = ENGINE_FACETS.filter(
    (facet) => !differing.includes(facet) && !agree(facet, [...browsers, measure])
  );
  return { columns: [...browsers, measure], differing, besideStandard };
}
