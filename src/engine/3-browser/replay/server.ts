import type { Header, WireRequest, WireResponse } from '../../model.ts';
import type { Reply } from '../fetch/network.ts';
import { parseUrl } from '../url/parse-url.ts';
import { isPreflight } from '../request/preflight.ts';
import { valueOf } from '../syntax.ts';
import type { Target } from '../url/target.ts';
import type { BrowserCase, CaseAnswer, CaseAnswers } from './case.ts';

/** The ports of the recordings: plain HTTP on three, nobody on the last. */
const PLAIN_PORTS = new Set(['7401', '7402', '7403']);
const CLOSED_PORT = '7409';

/**
 * The server of the recordings, which answers every request from the case.
 * In: the case, and the answers for its own address (a second call may have others). Out: what comes back for a
 * request; a case's hops stand one path segment below its address.
 */
export function caseServer(
  { url, hops }: BrowserCase,
  answers: CaseAnswers
): (request: WireRequest, target: Target) => Reply {
  const base = pathOf(url);
  return (request, target) => {
    const { port, protocol } = new URL(target.href);
    if (port === CLOSED_PORT) return { response: null, failed: 'refused' };
    if (protocol === 'https:' && PLAIN_PORTS.has(port)) return { response: null, failed: 'tls' };
    const path = pathOf(target.href);
    const name = path.startsWith(`${base}/`) ? path.slice(base.length + 1) : '';
    const { preflight, actual } = hops.get(name) ?? answers;
    const answer = isPreflight(request) ? preflight : actual;
    return answer === null
      ? { response: null, failed: 'closed' }
      : { response: filled(answer, request), failed: null };
  };
}

function pathOf(url: string): string {
  const path = parseUrl(url)?.pathname ?? '';
  return path.endsWith('/') ? path.slice(0, -1) : path;
}

const TEMPLATES: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({
    '{acrm}': 'Access-Control-Request-Method',
    '{acrh}': 'Access-Control-Request-Headers',
    '{reqorigin}': 'Origin'
  })
);

/** The answer with its templates filled from the request, and the Content-Length that the server adds. */
function filled(answer: NonNullable<CaseAnswer>, request: WireRequest): WireResponse {
  const { status } = answer;
  const headers = answer.headers.map(([name, value]): Header => {
    const filledIn = value.replace(/\{[a-z]+\}/g, (template) => {
      const header = TEMPLATES.get(template);
      return header === undefined ? template : (valueOf(request.headers, header) ?? '');
    });
    return [name, filledIn];
  });
  if (status !== 204 && status !== 304) headers.push(['Content-Length', '0']);
  return { status, headers, body: '' };
}
