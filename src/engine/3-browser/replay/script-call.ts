import type { CallBody } from '../request/body.ts';
import { contentTypeOf } from '../request/body.ts';
import type { ScriptCall } from '../request/script-call.ts';
import { STANDARD } from '../standard-rules.ts';
import type { Initiator } from '../engines/engine.ts';
import { classifyHeader } from '../request/safelist.ts';
import type { BrowserCase, CaseCall } from './case.ts';

const DESTINATIONS: ReadonlyMap<string, Initiator> = new Map(
  Object.entries<Initiator>({
    audio: 'audio',
    beacon: 'beacon',
    css: 'style',
    eventsource: 'eventsource',
    font: 'font',
    img: 'image',
    script: 'script',
    video: 'video'
  })
);

/** What a case's call is made by. */
export function initiatorOf(api: BrowserCase['api'], { element }: CaseCall): Initiator {
  return api === 'element' ? (DESTINATIONS.get(element ?? '') ?? 'image') : api;
}

/** Uses of an upload after which nothing listens to it: a look at it, a listener that was taken away or came late. */
const NO_LISTENER = new Set(['access', 'removed', 'after-send']);

/** What the script of a case says, its defaults filled in. */
export function scriptCallOf(api: BrowserCase['api'], url: string, call: CaseCall): ScriptCall {
  const written: ScriptCall = {
    api,
    url,
    method: call.method ?? 'GET',
    headers: call.headers,
    body: call.body,
    credentials: call.credentials ?? 'same-origin',
    mode: call.mode ?? 'cors',
    redirect: call.redirect ?? 'follow',
    cache: call.cache ?? 'default',
    referrerPolicy: call.referrerPolicy ?? '',
    duplex: call.duplex,
    keepalive: call.keepalive,
    listensToUpload: false,
    sync: api === 'xhr' && call.sync
  };
  if (api === 'fetch') return written;
  const credentials = call.withCredentials ? 'include' : 'same-origin';
  if (api === 'element') return { ...written, ...elementCall(call, initiatorOf(api, call)) };
  const listensToUpload = call.upload !== null && !NO_LISTENER.has(call.upload);
  return { ...written, mode: 'cors', credentials, listensToUpload };
}

/** https://html.spec.whatwg.org/#create-a-potential-cors-request, https://w3c.github.io/beacon/#sec-processing-model */
function elementCall(call: CaseCall, initiator: Initiator): Partial<ScriptCall> {
  if (initiator === 'beacon') return beaconCall(call.body);
  if (initiator === 'eventsource')
    return { credentials: call.withCredentials ? 'include' : 'same-origin' };
  if (initiator === 'font') return {};
  if (call.crossorigin === null) return { mode: 'no-cors', credentials: 'include' };
  return { credentials: call.crossorigin === 'use-credentials' ? 'include' : 'same-origin' };
}

function beaconCall(body: CallBody | null): Partial<ScriptCall> {
  const type = body === null ? null : contentTypeOf(body);
  const isSafe =
    type === null || classifyHeader('Content-Type', type, STANDARD).kind === 'safelisted';
  const mode = isSafe ? 'no-cors' : 'cors';
  return { method: 'POST', mode, credentials: 'include', keepalive: true };
}
