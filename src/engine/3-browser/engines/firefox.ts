import type { BrowserRules } from '../rules.ts';
import { consoleLine } from './firefox-console.ts';
import type { Engine } from './engine.ts';
import { STANDARD } from './standard.ts';

/** Where Firefox 153 leaves the standard; the case after each name is the recording that shows it. */
const RULES: BrowserRules = {
  ...STANDARD,
  // hdr-accept-byte-e9, ct-text-plain-latin1
  highBytesUnsafe: true,
  // hdr-accept-append-9x128, hdr-total-over-1024-mixed
  totalLimit: null,
  // range-big, range-128
  rangeBelow: 2n ** 64n,
  // name-dup-case
  repeatsNames: true,
  // body-stream-half
  streamBody: 'as-text',
  // redirect-303-post-json-third-star, redirect-302-auth-third-star
  preflightAgain: 'always',
  // redirect-302-custom-third-null, redirect-302-custom-third-exact
  preflightKeepsOrigin: true,
  // prec-method-missing+acah-invalid
  checkOrder: [
    'allow-origin',
    'redirect',
    'status',
    'methods-syntax',
    'method',
    'headers-syntax',
    'headers'
  ],
  // acah-auth-xfoo-star
  starCoversAuthorization: true,
  // scheme-data
  dataHasLength: true,
  // cache-age-text, cache-age-plus, cache-age-two-headers; cache-age-empty for none
  maxAgeOfInvalid: (value) => (value === '' ? 5 : null),
  maxAgeCap: 86400,
  cache: {
    // HEAD has to be listed: netwerk/protocol/http/nsCORSListenerProxy.cpp, not recorded
    freeMethods: new Set(['GET', 'POST']),
    // cache-star-headers-then-auth
    starServes: false,
    credentialedStarIsName: false,
    starServesAuthorization: false,
    // cache-creds-include-then-omit
    credentialsServeBoth: false,
    // cache-cache-no-store, cache-cache-reload
    skippedBy: new Set(['no-store', 'reload']),
    // Not recorded
    skippedByHeaders: new Set(),
    droppedOnFailure: true,
    servesOpaque: true
  }
};

export const firefox: Engine = {
  id: 'firefox',
  rules: RULES,
  rejection: 'NetworkError when attempting to fetch resource.',
  consoleLine
};
