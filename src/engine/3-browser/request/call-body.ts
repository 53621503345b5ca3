import type { Header } from '../../model.ts';
import { byteLengthOf, contentTypeOf, type CallBody } from './body.ts';
import type { ScriptCall } from './script-call.ts';
import { readHeaders } from './call-parts.ts';
import type { FetchCause } from '../fetch-cause.ts';
import type { PreflightInput } from './preflight.ts';
import type { BrowserRules } from '../rules.ts';

const KEEPALIVE_LIMIT = 64 * 1024;

type Body = { value: CallBody | null; cause: null } | { value: null; cause: FetchCause };

/** The body as the engine takes it. https://fetch.spec.whatwg.org/#dom-request (steps 36 to 40) */
export function readBody(
  { api, body, duplex, mode, keepalive }: ScriptCall,
  method: string,
  rules: BrowserRules
): Body {
  const bodiless = method === 'GET' || method === 'HEAD';
  if (body === null || (api === 'xhr' && bodiless)) return { value: null, cause: null };
  if (bodiless) return { value: null, cause: { code: 'body-not-allowed', args: { method } } };
  const bytes = byteLengthOf(body);
  if (keepalive && bytes > KEEPALIVE_LIMIT)
    return { value: null, cause: { code: 'keepalive-too-large', args: { bytes } } };
  if (body.kind !== 'stream') return { value: body, cause: null };
  if (rules.streamBody === 'as-text' || api === 'xhr')
    return { value: { kind: 'string', value: '[object ReadableStream]', type: null }, cause: null };
  if (rules.streamBody === 'unsupported')
    return { value: null, cause: { code: 'stream-unsupported', args: {} } };
  if (duplex !== 'half' || keepalive)
    return { value: null, cause: { code: 'stream-needs-duplex', args: {} } };
  if (mode === 'no-cors')
    return { value: null, cause: { code: 'stream-needs-cors', args: { mode } } };
  return { value: body, cause: null };
}

/**
 * A body's own Content-Type goes last, and only where the script set none; `simpleOnly` is as in `readHeaders`.
 * https://fetch.spec.whatwg.org/#dom-request (step 38)
 */
export function withContentType(
  headers: readonly Header[],
  body: CallBody | null,
  simpleOnly: boolean,
  rules: BrowserRules
): Header[] {
  const type = body === null ? null : contentTypeOf(body);
  const isSet = headers.some(([name]) => name.toLowerCase() === 'content-type');
  if (type === null || isSet) return [...headers];
  const own = readHeaders([['Content-Type', type]], simpleOnly, rules);
  return [...headers, ...(own.value?.headers ?? [])];
}

/**
 * What asks for a preflight whatever the request is.
 * https://fetch.spec.whatwg.org/#use-cors-preflight-flag
 */
export function forcedBy(
  call: ScriptCall,
  body: CallBody | null,
  rules: BrowserRules
): PreflightInput['forced'] {
  if (body?.kind === 'stream') return 'stream-body';
  const counts =
    (body !== null || !rules.listenerNeedsBody) && !(call.sync && rules.listenerNeedsAsync);
  return call.listensToUpload && counts ? 'upload-listener' : null;
}
