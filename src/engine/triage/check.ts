import { preflightRequest } from '../3-browser/request/preflight.ts';
import { valueOf } from '../3-browser/syntax.ts';
import { curlOf } from '../shell/curl.ts';
import { askAnswer } from '../ask/answer.ts';
import type { WireRequest } from '../model.ts';
import type { Context } from './context.ts';

/** What the store itself would answer. */
interface ExpectedResponse {
  status: number;
  /** Access-Control-Allow-Origin; null where the answer has none. */
  allowed: string | null;
}

/** How a reason is told from the others: one thing to paste, or something to look at in the browser's tools. */
export type TriageCheck =
  | { kind: 'shell'; text: string; expected: ExpectedResponse | null }
  | { kind: 'console'; text: string }
  | { kind: 'devtools' };

/** Prints the answer's headers alone: the body may be the file. */
const HEADERS_ONLY = ['--silent', '--show-error', '--output /dev/null', '--dump-header -'];

const isReading = ({ asking: { request } }: Context): boolean =>
  request.method === 'GET' || request.method === 'HEAD';

/** The preflight of the call, or the one that it would have; it changes nothing at the bucket. */
function askingRequest({ asking, target }: Context): WireRequest {
  const { origin, request, unsafe } = asking;
  return preflightRequest({ target, origin, method: request.method }, unsafe);
}

/** What can be sent again without harm and tells the most: a plain reading itself, else its preflight. */
function safeRequest(context: Context): { request: WireRequest; flags: string[] } {
  return !context.asking.needed && isReading(context)
    ? { request: context.asking.actual, flags: HEADERS_ONLY }
    : { request: askingRequest(context), flags: ['--include'] };
}

function expectedOf({ provider, ruleSet }: Context, request: WireRequest): ExpectedResponse {
  const { status, headers } = askAnswer(provider, ruleSet, request);
  return { status, allowed: valueOf(headers, 'Access-Control-Allow-Origin') };
}

/** Asks the address as the browser does, and shows what answers; `extra` are further flags. */
export function asksAgain(context: Context, extra: readonly string[] = []): TriageCheck {
  const { request, flags } = safeRequest(context);
  const text = curlOf(request, context.target.href, [...extra, ...flags]);
  return { kind: 'shell', text, expected: expectedOf(context, request) };
}

/** Asks the preflight alone, as a browser does: without cookies, Authorization or a client certificate. */
export function asksFirst(context: Context): TriageCheck {
  const request = askingRequest(context);
  const text = curlOf(request, context.target.href);
  return { kind: 'shell', text, expected: expectedOf(context, request) };
}

/** Prints the headers of the file's answer to the page. */
export function readsHeaders(context: Context): TriageCheck {
  const { target, asking } = context;
  const { host, path } = target;
  const request: WireRequest = { method: 'GET', host, path, headers: [['Origin', asking.origin]] };
  return { kind: 'shell', text: curlOf(request, target.href, HEADERS_ONLY), expected: null };
}

/** Prints the address to which the name leads and the status of the answer, or why there is none. */
export function findsAddress({ target }: Context): TriageCheck {
  const { host, path, href } = target;
  const flags = [
    ...['--silent', '--show-error', '--output /dev/null'],
    "--write-out '%{remote_ip} %{http_code}\\n'"
  ];
  const request: WireRequest = { method: 'HEAD', host, path, headers: [] };
  return { kind: 'shell', text: curlOf(request, href, flags), expected: null };
}

/** A reading is sent again with all its headers; anything else would change the bucket, so it is only looked at. */
export const sendsAgain = (context: Context): TriageCheck =>
  isReading(context)
    ? {
        kind: 'shell',
        text: curlOf(context.asking.actual, context.target.href, HEADERS_ONLY),
        expected: null
      }
    : { kind: 'devtools' };

export const inConsole = (text: string) => (): TriageCheck => ({ kind: 'console', text });

export const inDevtools = (): TriageCheck => ({ kind: 'devtools' });
