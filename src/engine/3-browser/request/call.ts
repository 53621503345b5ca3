import type { CredentialsMode, Header } from '../../model.ts';
import { forcedBy, readBody, withContentType } from './call-body.ts';
import { readHeaders, readMethod } from './call-parts.ts';
import type { ScriptCall } from './script-call.ts';
import type { FetchCause } from '../fetch-cause.ts';
import { isSafelistedMethod } from './method.ts';
import { parseUrl } from '../url/parse-url.ts';
import type { PreflightInput } from './preflight.ts';
import type { BrowserRules } from '../rules.ts';
import { joinLines } from './safelist.ts';
import type { Target } from '../url/target.ts';
import { readTarget, schemeOf } from '../url/target.ts';

type FetchMode = 'cors' | 'no-cors' | 'same-origin';

/** A request as the standard holds it, before it meets an origin. */
export interface FetchRequest {
  target: Target;
  method: string;
  /** Valid, none that the browser keeps to itself. */
  headers: Header[];
  /** Names that the browser leaves out, in the script's spelling. */
  dropped: string[];
  mode: FetchMode;
  credentials: CredentialsMode;
  redirect: string;
  cache: string;
  keepalive: boolean;
  /** The body is a stream: it can be sent once. */
  streams: boolean;
  forced: PreflightInput['forced'];
}

export type RequestResult =
  { request: FetchRequest; cause: null } | { request: null; cause: FetchCause };

const OPTIONS: Record<
  'credentials' | 'redirect' | 'cache' | 'referrerPolicy',
  ReadonlySet<string>
> = {
  credentials: new Set(['omit', 'same-origin', 'include']),
  redirect: new Set(['follow', 'error', 'manual']),
  cache: new Set(['default', 'no-store', 'reload', 'no-cache', 'force-cache', 'only-if-cached']),
  referrerPolicy: new Set([
    '',
    'no-referrer',
    'no-referrer-when-downgrade',
    'same-origin',
    'origin',
    'strict-origin',
    'origin-when-cross-origin',
    'strict-origin-when-cross-origin',
    'unsafe-url'
  ])
};

const refuse = (cause: FetchCause): RequestResult => ({ request: null, cause });

/**
 * Makes a request of what a script says, or tells why the script gets an exception.
 * In: the call. Out: the request, or one of the causes of an invalid address, method, header, mode, option or body.
 * https://fetch.spec.whatwg.org/#dom-request, https://xhr.spec.whatwg.org/#the-send()-method
 */
export function readCall(call: ScriptCall, rules: BrowserRules): RequestResult {
  const method = readMethod(call.method);
  // XMLHttpRequest looks at the method before the address, fetch after it.
  if (method.cause !== null && call.api === 'xhr') return refuse(method.cause);
  const target = readTarget(call.url);
  const isInvalid =
    target === null ? parseUrl(call.url) === null : target.hasCredentials && call.api === 'fetch';
  if (isInvalid) return refuse({ code: 'url-invalid', args: { url: call.url } });
  const { mode } = call;
  if (!isMode(mode)) return refuse({ code: 'mode-invalid', args: { mode } });
  const option = badOption(call);
  if (option !== null) return refuse(option);
  if (method.cause !== null) return refuse(method.cause);
  if (mode === 'no-cors' && !isSafelistedMethod(method.value))
    return refuse({ code: 'no-cors-method', args: { method: method.value } });
  const simpleOnly = mode === 'no-cors';
  const headers = readHeaders(call.headers, simpleOnly, rules);
  if (headers.cause !== null) return refuse(headers.cause);
  const body = readBody(call, method.value, rules);
  if (body.cause !== null) return refuse(body.cause);
  // XMLHttpRequest joins the values of one name as they come, fetch keeps them apart.
  const sent = call.api === 'xhr' ? joinLines(headers.value.headers) : headers.value.headers;
  const streams = body.value?.kind === 'stream';
  if (call.cache === 'only-if-cached' && mode !== 'same-origin')
    return refuse({ code: 'cache-only-cross-origin', args: {} });
  if (target === null) return refuse(unreadable(call.url, mode));
  return {
    request: {
      target,
      method: method.value,
      headers: withContentType(sent, body.value, simpleOnly, rules),
      dropped: headers.value.dropped,
      mode: streams && rules.streamBringsCors ? 'cors' : mode,
      credentials: call.credentials as CredentialsMode,
      redirect: call.redirect,
      cache: call.cache,
      keepalive: call.keepalive,
      streams,
      forced: forcedBy(call, body.value, rules)
    },
    cause: null
  };
}

const isMode = (mode: string): mode is FetchMode =>
  mode === 'cors' || mode === 'no-cors' || mode === 'same-origin';

/**
 * An address that parses but has another scheme: a network error, not an exception. Its origin is looked at before its scheme,
 * and no page has that of another scheme; `data:` is let through, and a `blob:` may be the page's own.
 * https://fetch.spec.whatwg.org/#concept-main-fetch (step 12)
 */
function unreadable(url: string, mode: FetchMode): FetchCause {
  const scheme = schemeOf(url);
  return mode === 'same-origin' && scheme !== 'data' && scheme !== 'blob'
    ? { code: 'mode-same-origin', args: { url } }
    : { code: 'scheme-unsupported', args: { url, scheme } };
}

/** https://webidl.spec.whatwg.org/#es-enumeration: a value that the enumeration does not have is a TypeError. */
function badOption(call: ScriptCall): FetchCause | null {
  for (const [option, values] of Object.entries(OPTIONS)) {
    const value = call[option as keyof typeof OPTIONS];
    if (!values.has(value)) return { code: 'option-invalid', args: { option, value } };
  }
  return null;
}
