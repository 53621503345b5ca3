import { actualRequest } from '../request/actual.ts';
import { readCall, type FetchRequest } from '../request/call.ts';
import { serialiseOrigin } from '../url/origin.ts';
import { scriptCallOf } from '../request/script-call.ts';
import type { BrowserRules } from '../rules.ts';
import { isMixedContent } from '../url/target.ts';
import { judgePreflight } from '../request/preflight.ts';
import type { PageRequest, WireRequest } from '../../model.ts';

/** A page's call as its browser holds it. */
export interface Asking {
  request: FetchRequest;
  /** The page's, serialised. */
  origin: string;
  crossOrigin: boolean;
  credentialed: boolean;
  /** Whether a preflight goes first, and which headers it asks for. */
  needed: boolean;
  unsafe: string[];
  /** The actual request on the wire. */
  actual: WireRequest;
}

/**
 * What a page's script asks its browser for. `reload`: past what is kept, as with `cache: 'reload'`.
 * Null where the browser sends nothing at all: the call is none, or its page may not make it.
 * https://fetch.spec.whatwg.org/#main-fetch
 */
export function askingOf(page: PageRequest, reload: boolean, rules: BrowserRules): Asking | null {
  const { origin } = serialiseOrigin(page.pageOrigin);
  const cache = reload ? 'reload' : 'default';
  const { request } = readCall({ ...scriptCallOf(page), cache }, rules);
  if (origin === '' || request === null) return null;
  const { target, credentials } = request;
  if (isMixedContent(origin, target, rules.trustsLoopback)) return null;
  const crossOrigin = target.origin !== origin;
  const { needed, unsafe } = judgePreflight(request, rules);
  return {
    request,
    origin,
    crossOrigin,
    credentialed: credentials === 'include',
    needed: crossOrigin && needed,
    unsafe,
    actual: actualRequest(request, origin, crossOrigin)
  };
}
