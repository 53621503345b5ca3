import type { Step } from '../model.ts';
import type { FetchCause } from './fetch-cause.ts';
import type { BrowserRules, EngineId } from './rules.ts';

/** The closed set of steps on the browser's side; every code is one step of the Fetch standard. */
export interface BrowserStepArgs {
  /** An engine does this call otherwise than the standard, by one of its departures. */
  'engine-differs': { engine: EngineId; by: keyof BrowserRules };
  /** The cause says it all: no condition beside it was tested. */
  refused: { cause: FetchCause };
  'same-origin': { origin: string };
  'cross-origin': { origin: string; target: string };
  'mode-no-cors': { origin: string; target: string };
  'method-safelisted': { method: string };
  'method-not-safelisted': { method: string };
  'header-safelisted': { header: string };
  'header-not-safelisted': { header: string; reason: UnsafeReason };
  'header-forbidden': { header: string };
  'preflight-forced': { by: 'upload-listener' | 'stream-body' };
  'preflight-needed': { method: string; headers: string[] };
  'preflight-not-needed': Record<string, never>;
  'preflight-asks': { method: string; headers: string[] };
  'answer-opaque': Record<string, never>;
  'allow-origin-missing': Record<string, never>;
  'allow-origin-any': Record<string, never>;
  'allow-origin-equal': { origin: string };
  'allow-origin-differs': { origin: string; value: string };
  'allow-origin-any-with-credentials': Record<string, never>;
  'allow-credentials-true': Record<string, never>;
  'allow-credentials-not-true': { value: string };
  'preflight-status-ok': { status: number };
  'preflight-status-not-ok': { status: number };
  'preflight-redirect': { status: number };
  'allow-methods-invalid': { value: string };
  'allow-headers-invalid': { value: string };
  'method-allowed': { method: string };
  'method-not-allowed': { method: string; value: string };
  'header-allowed': { header: string };
  'header-not-allowed': { header: string; value: string };
  'max-age': { seconds: number };
  'needed-readable': { header: string; why: ReadableReason };
  'needed-unreadable': { header: string };
  'needed-forbidden': { header: string };
}

/** Why a header is not on the safelist. */
export type UnsafeReason =
  'name' | 'value-too-long' | 'value-bytes' | 'media-type' | 'range' | 'total-too-long';

/** Why a script can read a response header. */
export type ReadableReason = 'safelisted' | 'exposed' | 'wildcard' | 'same-origin';

export type BrowserStep = Step<BrowserStepArgs>;

/**
 * One step of the browser's side. `section` is the anchor in the Fetch standard.
 * The evidence is `documented`: the standard says it; where an engine leaves it, its rules say so.
 */
export function browserStep<C extends keyof BrowserStepArgs>(
  code: C,
  args: BrowserStepArgs[C],
  outcome: 'pass' | 'fail' | 'note',
  section: string
): BrowserStep {
  const source = `https://fetch.spec.whatwg.org/#${section}`;
  return { code, args, outcome, spans: [], evidence: 'documented', source } as BrowserStep;
}

/** Where the standard has a refusal that no step of its own tells. */
const REFUSED_AT: Partial<Record<FetchCause['code'], string>> = {
  'mixed-content': 'main-fetch',
  'mode-same-origin': 'main-fetch',
  'no-cors-redirect-mode': 'main-fetch',
  'scheme-unsupported': 'scheme-fetch',
  'resource-policy': 'cross-origin-resource-policy-check',
  network: 'http-network-fetch'
};

/** A call that is refused for a cause that is no condition of a check. */
export function refusedStep(cause: FetchCause): BrowserStep {
  const isRedirect = cause.code.startsWith('redirect-');
  const section = isRedirect ? 'http-redirect-fetch' : (REFUSED_AT[cause.code] ?? 'dom-request');
  return browserStep('refused', { cause }, 'fail', section);
}
