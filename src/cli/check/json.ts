import type { Verdict } from '#engine';
import { say } from '../../words/say.ts';
import { guessJson } from '../input.ts';
import { problemJson } from '../problems.ts';
import { storyOf } from '../story.ts';
import type { CheckReport } from './text.ts';

/** The call as it should be; null where nothing is wrong with it. */
function callMendOf({ callMend }: Verdict) {
  if (callMend === null) return null;
  const { method, url, headers } = callMend.request;
  return {
    faults: callMend.faults.map(({ code }) => code),
    summary: say.callMend(callMend),
    why: say.callFaults(callMend),
    request: { method, url, headers }
  };
}

/**
 * The verdict as one JSON object: the answer of a replay line of kind `story`, then what the text output shows as well.
 * Fields are added over time; none is renamed or taken away.
 */
export function checkJson(checked: CheckReport): string {
  const { text, read, provider, request, verdict } = checked;
  const said = {
    provider: provider.id,
    guess: guessJson(checked),
    ...storyOf(verdict, request),
    do: say.remedy(verdict) || null,
    callMend: callMendOf(verdict),
    engine: verdict.browser.engine.id,
    console: verdict.browser.console,
    error: verdict.browser.error,
    preflightKept: verdict.browser.keeps,
    carriedOut: verdict.carriedOut,
    stages: verdict.stages.map(({ stage, state }) => ({ stage, state })),
    readable: verdict.readable,
    dropped: verdict.dropped,
    evidence: verdict.evidence,
    inferred: verdict.inferred.map((step) => ({
      code: step.code,
      sentence: say.step(step),
      source: step.source
    })),
    problems: read.problems.map((problem) => problemJson(problem, text))
  };
  return `${JSON.stringify(said, null, 2)}\n`;
}
