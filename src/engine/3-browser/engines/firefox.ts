import type { BrowserRules } from '../rules.ts';
import { recordedCases, type Departures, type Engine, inSources } from './engine.ts';
import { consoleLine } from './firefox-console.ts';
import { STANDARD } from '../standard-rules.ts';

const VERSION = 'Firefox 153 ESR';

const RULES: BrowserRules = {
  ...STANDARD,
  highBytesUnsafe: true,
  totalLimit: null,
  rangeBelow: 2n ** 64n,
  repeatsNames: true,
  streamBody: 'as-text',
  preflightAgain: 'always',
  preflightKeepsOrigin: true,
  checkOrder: [
    'allow-origin',
    'redirect',
    'status',
    'methods-syntax',
    'method',
    'headers-syntax',
    'headers'
  ],
  starCoversAuthorization: true,
  dataHasLength: true,
  maxAgeOfInvalid: (value) => (value === '' ? 5 : null),
  maxAgeCap: 86400,
  cache: {
    // HEAD has to be listed: netwerk/protocol/http/nsCORSListenerProxy.cpp, not recorded
    freeMethods: new Set(['GET', 'POST']),
    starServes: false,
    credentialedStarIsName: false,
    starServesAuthorization: false,
    credentialsServeBoth: false,
    skippedBy: new Set(['no-store', 'reload']),
    // Not recorded
    skippedByHeaders: new Set(),
    droppedOnFailure: true,
    servesOpaque: true
  }
};

const DEPARTURES: Departures = {
  highBytesUnsafe: recordedCases(VERSION, 'hdr-accept-byte-e9', 'ct-text-plain-latin1'),
  totalLimit: recordedCases(VERSION, 'hdr-accept-append-9x128', 'hdr-total-over-1024-mixed'),
  rangeBelow: recordedCases(VERSION, 'range-big', 'range-128'),
  repeatsNames: recordedCases(VERSION, 'name-dup-case'),
  streamBody: recordedCases(VERSION, 'body-stream-half'),
  preflightAgain: recordedCases(
    VERSION,
    'redirect-303-post-json-third-star',
    'redirect-302-auth-third-star'
  ),
  preflightKeepsOrigin: recordedCases(
    VERSION,
    'redirect-302-custom-third-null',
    'redirect-302-custom-third-exact'
  ),
  checkOrder: recordedCases(VERSION, 'prec-method-missing+acah-invalid'),
  starCoversAuthorization: recordedCases(VERSION, 'acah-auth-xfoo-star'),
  dataHasLength: recordedCases(VERSION, 'scheme-data'),
  maxAgeOfInvalid: recordedCases(
    VERSION,
    'cache-age-text',
    'cache-age-plus',
    'cache-age-two-headers',
    'cache-age-empty'
  ),
  maxAgeCap: inSources('netwerk/protocol/http/nsCORSListenerProxy.cpp'),
  cache: recordedCases(
    VERSION,
    'cache-star-headers-then-auth',
    'cache-creds-include-then-omit',
    'cache-cache-no-store',
    'cache-cache-reload'
  )
};

/** Firefox 153 ESR, as it was recorded. */
export const firefox: Engine = {
  id: 'firefox',
  version: VERSION,
  rules: RULES,
  departures: DEPARTURES,
  rejection: 'NetworkError when attempting to fetch resource.',
  consoleLine
};
