import type { BrowserRules } from '../rules.ts';
import { consoleLine } from './webkit-console.ts';
import type { Engine } from './engine.ts';
import { STANDARD } from './standard.ts';

/** Where WebKitGTK 2.50 leaves the standard; the case after each name is the recording that shows it. */
const RULES: BrowserRules = {
  ...STANDARD,
  // hdr-accept-append-2x100, ct-two-entries-safe
  judgesJoinedValue: true,
  // range-upper
  rangeUnitAnyCase: true,
  // range-big, range-128
  rangeBelow: 2n ** 64n,
  // body-stream-half
  streamBody: 'unsupported',
  // redirect-303-post-json-third-star, redirect-302-auth-third-star
  preflightAgain: 'always-as-first',
  // prec-status-404+acao-missing+acah-missing, prec-acac-missing+status-404
  checkOrder: ['status', 'allow-origin', 'methods-syntax', 'headers-syntax', 'method', 'headers'],
  // acah-auth-xfoo-star
  starCoversAuthorization: true,
  // A third party's report, not recorded
  trustsLoopback: false,
  // A negative age is kept for no time at all; cache-age-text for any other
  maxAgeOfInvalid: (value) => (/^-\d+$/.test(value) ? null : 5),
  maxAgeCap: 600,
  cache: {
    ...STANDARD.cache,
    // cache-star-headers-then-auth
    starServesAuthorization: true,
    // cache-actual-fails-then-again, cache-actual-close-then-again
    droppedOnFailure: false
  }
};

export const webkit: Engine = {
  id: 'webkit',
  rules: RULES,
  rejection: 'Load failed',
  consoleLine
};
