import type { BrowserRules } from '../rules.ts';
import { consoleLine } from './chromium-console.ts';
import { OWN_SCHEMES } from './chromium-schemes.ts';
import { inSources, live, recordedCases, type Departures, type Engine } from './engine.ts';
import { STANDARD } from '../standard-rules.ts';

const VERSION = 'Chromium 156';

const ANY = /^/;
const INTEGER = /^\d+$/;
const DECIMAL = /^\d+(\.\d+)?$/;

const RULES: BrowserRules = {
  ...STANDARD,
  judgesJoinedValue: true,
  rangeBelow: 2n ** 63n - 1n,
  // Client hints: services/network/public/cpp/cors/cors.cc
  extraSafelisted: new Map([
    ['device-memory', DECIMAL],
    ['downlink', DECIMAL],
    ['dpr', DECIMAL],
    ['ect', /^(slow-2g|2g|3g|4g)$/],
    ['intervention', ANY],
    ['rtt', INTEGER],
    ['save-data', /^on$/i],
    ['viewport-width', INTEGER],
    ['width', INTEGER]
  ]),
  // The browser's own goes out.
  extraForbidden: new Set(['user-agent']),
  streamBody: 'needs-http2',
  streamBringsCors: true,
  listenerNeedsBody: true,
  listenerNeedsAsync: true,
  skipsEmptyLocation: true,
  redirectNeedsLocation: true,
  refusesInvalidLocation: true,
  keepaliveRedirects: 19,
  userNameBeforeMode: true,
  refusedSchemes: OWN_SCHEMES,
  refusesUserName: true,
  taintsWithoutCors: true,
  // Client hints that a page's policy gives to its own origin alone.
  redirectDrops: new Set([
    'device-memory',
    'downlink',
    'dpr',
    'ect',
    'rtt',
    'viewport-width',
    'width'
  ]),
  checkOrder: ['redirect', ...STANDARD.checkOrder.filter((check) => check !== 'redirect')],
  starCoversAuthorization: true,
  addressIsSite: false,
  refuses407: true,
  // A negative age is kept for no time at all.
  maxAgeOfInvalid: (value) => (/^-\d+$/.test(value) ? null : 5),
  maxAgeCap: 7200,
  cache: {
    ...STANDARD.cache,
    credentialedStarIsName: true,
    skippedBy: new Set(['no-cache', 'no-store', 'reload']),
    // They make the request one that validates: third_party/blink/renderer/core/loader/frame_fetch_context.cc
    skippedByHeaders: new Set([
      'if-match',
      'if-modified-since',
      'if-none-match',
      'if-range',
      'if-unmodified-since'
    ]),
    droppedOnFailure: false,
    servesOpaque: false
  }
};

const DEPARTURES: Departures = {
  judgesJoinedValue: recordedCases(VERSION, 'hdr-accept-append-2x100', 'ct-two-entries-safe'),
  rangeBelow: recordedCases(VERSION, 'range-big', 'range-128'),
  extraSafelisted: recordedCases(VERSION, 'name-DPR', 'name-Width', 'name-Downlink', 'name-RTT'),
  extraForbidden: recordedCases(VERSION, 'name-User-Agent'),
  streamBody: recordedCases(VERSION, 'body-stream-half'),
  streamBringsCors: live(VERSION),
  listenerNeedsBody: recordedCases(VERSION, 'xhr-get-upload-listener'),
  listenerNeedsAsync: live(VERSION),
  skipsEmptyLocation: live(VERSION),
  redirectNeedsLocation: live(VERSION),
  refusesInvalidLocation: live(VERSION),
  keepaliveRedirects: live(VERSION),
  userNameBeforeMode: live(VERSION),
  refusedSchemes: live(VERSION),
  taintsWithoutCors: live(VERSION),
  refusesUserName: live(VERSION),
  redirectDrops: live(VERSION),
  checkOrder: recordedCases(
    VERSION,
    'pstatus-302-redirect',
    'prec-status-404+acao-missing+acah-missing'
  ),
  starCoversAuthorization: recordedCases(VERSION, 'acah-auth-xfoo-star'),
  addressIsSite: recordedCases(VERSION, 'mode-no-cors-corp-same-site-ip'),
  refuses407: recordedCases(VERSION, 'pstatus-407'),
  maxAgeOfInvalid: recordedCases(VERSION, 'cache-age-text'),
  maxAgeCap: inSources('services/network/cors/preflight_result.cc'),
  cache: recordedCases(
    VERSION,
    'cache-cache-no-store',
    'cache-cache-reload',
    'cache-actual-fails-then-again',
    'cache-sandbox-null'
  )
};

/** Chromium 156, as it was recorded. */
export const chromium: Engine = {
  id: 'chromium',
  version: VERSION,
  rules: RULES,
  departures: DEPARTURES,
  rejection: 'Failed to fetch',
  consoleLine
};
