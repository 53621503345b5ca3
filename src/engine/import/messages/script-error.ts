import { line, type ConsoleLine } from '../../3-browser/engines/console-line.ts';
import type { EngineId } from '../../3-browser/engines/engine.ts';
import type { KnownLine } from './known-line.ts';
import type { SymptomCode } from '../symptom.ts';

const thrown = (
  known: ConsoleLine,
  engine: EngineId | null = null,
  causes: readonly SymptomCode[] = ['call-failed']
): KnownLine => ({ kind: 'script-error', engine, line: known, causes });

const ofStatus = (known: ConsoleLine): KnownLine => thrown(known, null, ['http-error']);

/**
 * What a script catches. A browser tells a script no more than that a call failed, so these name the engine at most; the
 * reason stands in the console beside them.
 */
export const SCRIPT_ERRORS: readonly KnownLine[] = [
  thrown(line`Failed to fetch`, 'chromium'),
  thrown(line`NetworkError when attempting to fetch resource.`, 'firefox'),
  thrown(line`Load failed`, 'webkit'),
  // axios
  thrown(line`Network Error`),
  thrown(line`ERR_NETWORK`),
  ofStatus(line`Request failed with status code ${'status'}`),
  // XMLHttpRequest, where it is synchronous
  thrown(
    line`Failed to execute 'send' on 'XMLHttpRequest': Failed to load '${'url'}'.`,
    'chromium'
  ),
  thrown(line`NetworkError: A network error occurred.`),
  // superagent
  thrown(
    line`Possible causes: the network is offline, Origin is not allowed by Access-Control-Allow-Origin, the page is being unloaded, etc.`
  ),
  // Angular's HttpClient
  thrown(line`Http failure response for ${'url'}: 0 Unknown Error`),
  // A canvas that was drawn from an image without CORS: no answer of a bucket was refused.
  thrown(line`Tainted canvases may not be exported.`, 'chromium', ['canvas-tainted']),
  thrown(line`The operation is insecure.`, null, ['canvas-tainted'])
];
