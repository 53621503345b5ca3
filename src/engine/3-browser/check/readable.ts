import type { WireResponse } from '../../model.ts';
import type { BrowserStep, ReadableReason } from '../step.ts';
import { browserStep } from '../step.ts';
import { tokensOf } from '../syntax.ts';

/** How an answer is shown to the script. https://fetch.spec.whatwg.org/#concept-response-type */
export type ResponseType = 'basic' | 'cors' | 'opaque' | 'opaque-redirect';

/** How the script came to the answer. */
export interface ReadableContext {
  type: ResponseType;
  credentialed: boolean;
}

// https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name
const SAFELISTED = new Set([
  'cache-control',
  'content-language',
  'content-length',
  'content-type',
  'expires',
  'last-modified',
  'pragma'
]);

// https://fetch.spec.whatwg.org/#forbidden-response-header-name
const FORBIDDEN = new Set(['set-cookie', 'set-cookie2']);

/** Whether no script ever reads the header. */
function isForbiddenResponseHeader(name: string): boolean {
  return FORBIDDEN.has(name.toLowerCase());
}

/** Whether every script reads the header, exposed or not; `name` in lower case. */
export function isSafelistedResponseHeader(name: string): boolean {
  return SAFELISTED.has(name);
}

/** What Access-Control-Expose-Headers names; one bad member makes it name nothing. */
function exposedBy(response: WireResponse): Set<string> {
  const list = tokensOf(response.headers, 'Access-Control-Expose-Headers');
  const tokens = list !== null && 'tokens' in list ? list.tokens : [];
  return new Set(tokens.map((name) => name.toLowerCase()));
}

/**
 * Why the script can read a header, if it is there; null where it cannot.
 * https://fetch.spec.whatwg.org/#concept-filtered-response-cors, and #concept-filtered-response-opaque for none at all
 */
function reasonFor(
  name: string,
  exposed: ReadonlySet<string>,
  { type, credentialed }: ReadableContext
): ReadableReason | null {
  if (isForbiddenResponseHeader(name)) return null;
  if (type === 'basic') return 'same-origin';
  if (type !== 'cors') return null;
  if (SAFELISTED.has(name)) return 'safelisted';
  if (exposed.has(name)) return 'exposed';
  return exposed.has('*') && !credentialed ? 'wildcard' : null;
}

/**
 * The names, lower case and sorted, that the script can read from an answer that the browser took.
 * https://fetch.spec.whatwg.org/#concept-filtered-response-cors
 */
export function readableHeaders(response: WireResponse, context: ReadableContext): string[] {
  const exposed = exposedBy(response);
  const names = new Set(response.headers.map(([name]) => name.toLowerCase()));
  return [...names].filter((name) => reasonFor(name, exposed, context) !== null).sort();
}

/**
 * For each header that the script needs: can it be read, were it in the answer, and why.
 * One step for each name, in the order given.
 */
export function explainNeeds(
  needs: readonly string[],
  response: WireResponse,
  context: ReadableContext
): BrowserStep[] {
  const exposed = exposedBy(response);
  return needs.map((written) => {
    const header = written.toLowerCase();
    if (isForbiddenResponseHeader(header))
      return browserStep('needed-forbidden', { header }, 'fail', 'forbidden-response-header-name');
    const why = reasonFor(header, exposed, context);
    return why === null
      ? browserStep('needed-unreadable', { header }, 'fail', 'concept-filtered-response-cors')
      : browserStep('needed-readable', { header, why }, 'pass', 'concept-filtered-response-cors');
  });
}
