import type { BrowserRules } from '../rules.ts';
import { inSources, recordedCases, type Departures, type Engine } from './engine.ts';
import { STANDARD } from '../standard-rules.ts';
import { consoleLine } from './webkit-console.ts';

const VERSION = 'WebKitGTK 2.50';

const RULES: BrowserRules = {
  ...STANDARD,
  judgesJoinedValue: true,
  rangeUnitAnyCase: true,
  rangeBelow: 2n ** 64n,
  streamBody: 'unsupported',
  preflightAgain: 'always-as-first',
  checkOrder: ['status', 'allow-origin', 'methods-syntax', 'headers-syntax', 'method', 'headers'],
  starCoversAuthorization: true,
  trustsLoopback: false,
  // A negative age is kept for no time at all.
  maxAgeOfInvalid: (value) => (/^-\d+$/.test(value) ? null : 5),
  maxAgeCap: 600,
  cache: {
    ...STANDARD.cache,
    starServesAuthorization: true,
    droppedOnFailure: false
  }
};

const DEPARTURES: Departures = {
  judgesJoinedValue: recordedCases(VERSION, 'hdr-accept-append-2x100', 'ct-two-entries-safe'),
  rangeUnitAnyCase: recordedCases(VERSION, 'range-upper'),
  rangeBelow: recordedCases(VERSION, 'range-big', 'range-128'),
  streamBody: recordedCases(VERSION, 'body-stream-half'),
  preflightAgain: recordedCases(
    VERSION,
    'redirect-303-post-json-third-star',
    'redirect-302-auth-third-star'
  ),
  checkOrder: recordedCases(
    VERSION,
    'prec-status-404+acao-missing+acah-missing',
    'prec-acac-missing+status-404'
  ),
  starCoversAuthorization: recordedCases(VERSION, 'acah-auth-xfoo-star'),
  trustsLoopback: { evidence: 'inferred', source: 'reports of Safari users' },
  maxAgeOfInvalid: recordedCases(VERSION, 'cache-age-text'),
  maxAgeCap: inSources('Source/WebCore/loader/CrossOriginPreflightResultCache.cpp'),
  cache: recordedCases(
    VERSION,
    'cache-star-headers-then-auth',
    'cache-actual-fails-then-again',
    'cache-actual-close-then-again'
  )
};

/** WebKitGTK 2.50, as it was recorded; Safari shares its code for CORS, and was not recorded itself. */
export const webkit: Engine = {
  id: 'webkit',
  version: VERSION,
  rules: RULES,
  departures: DEPARTURES,
  rejection: 'Load failed',
  consoleLine
};
