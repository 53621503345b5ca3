import type { BrowserRules } from '../rules.ts';
import { consoleLine } from './chromium-console.ts';
import { OWN_SCHEMES } from './chromium-schemes.ts';
import type { Engine } from './engine.ts';
import { STANDARD } from './standard.ts';

const ANY = /^/;
const INTEGER = /^\d+$/;
const DECIMAL = /^\d+(\.\d+)?$/;

/**
 * Where Chromium 156 leaves the standard; the case after each name is the recording that shows it.
 * Client hints: services/network/public/cpp/cors/cors.cc.
 */
const RULES: BrowserRules = {
  ...STANDARD,
  // hdr-accept-append-2x100, ct-two-entries-safe
  judgesJoinedValue: true,
  // range-big, range-128
  rangeBelow: 2n ** 63n - 1n,
  // name-DPR, name-Width, name-Viewport-Width, name-Downlink, name-RTT, name-Device-Memory; the values: tests/live
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
  // The browser's own goes out: name-User-Agent
  extraForbidden: new Set(['user-agent']),
  // body-stream-half
  streamBody: 'needs-http2',
  // tests/live
  streamBringsCors: true,
  // xhr-get-upload-listener
  listenerNeedsBody: true,
  // third_party/blink/renderer/core/xmlhttprequest/xml_http_request.cc, and tests/live
  listenerNeedsAsync: true,
  // net/http/http_response_headers.cc, and tests/live
  skipsEmptyLocation: true,
  // tests/live
  redirectNeedsLocation: true,
  // tests/live; several: net/http/http_stream_parser.cc
  refusesInvalidLocation: true,
  // tests/live; the process that follows them counts the first request too
  keepaliveRedirects: 19,
  // tests/live
  userNameBeforeMode: true,
  // tests/live
  refusedSchemes: OWN_SCHEMES,
  // third_party/blink/renderer/core/loader/frame_fetch_context.cc, and tests/live
  refusesUserName: true,
  // net/url_request/redirect_util.cc, and tests/live
  taintsWithoutCors: true,
  // Client hints that a page's policy gives to its own origin alone: tests/live
  redirectDrops: new Set([
    'device-memory',
    'downlink',
    'dpr',
    'ect',
    'rtt',
    'viewport-width',
    'width'
  ]),
  // pstatus-302-redirect, prec-status-404+acao-missing+acah-missing
  checkOrder: ['redirect', ...STANDARD.checkOrder.filter((check) => check !== 'redirect')],
  // acah-auth-xfoo-star
  starCoversAuthorization: true,
  // mode-no-cors-corp-same-site-ip
  addressIsSite: false,
  // pstatus-407
  refuses407: true,
  // A negative age is kept for no time at all; cache-age-text for any other
  maxAgeOfInvalid: (value) => (/^-\d+$/.test(value) ? null : 5),
  maxAgeCap: 7200,
  cache: {
    ...STANDARD.cache,
    // services/network/cors/preflight_result.cc, and tests/live
    credentialedStarIsName: true,
    // cache-cache-no-store, cache-cache-reload; no-cache: services/network/cors/preflight_controller.cc, and tests/live
    skippedBy: new Set(['no-cache', 'no-store', 'reload']),
    // They make the request one that validates: third_party/blink/renderer/core/loader/frame_fetch_context.cc, and tests/live
    skippedByHeaders: new Set([
      'if-match',
      'if-modified-since',
      'if-none-match',
      'if-range',
      'if-unmodified-since'
    ]),
    // cache-actual-fails-then-again, cache-actual-close-then-again
    droppedOnFailure: false,
    // cache-sandbox-null
    servesOpaque: false
  }
};

export const chromium: Engine = {
  id: 'chromium',
  rules: RULES,
  rejection: 'Failed to fetch',
  consoleLine
};
