import type { BrowserRules } from '../rules.ts';
import type { Engine } from './engine.ts';

/** The Fetch standard to the letter. */
export const STANDARD: BrowserRules = {
  highBytesUnsafe: false,
  judgesJoinedValue: false,
  totalLimit: 1024,
  rangeUnitAnyCase: false,
  rangeBelow: null,
  extraSafelisted: new Map(),
  extraForbidden: new Set(),
  repeatsNames: false,
  streamBody: 'sent',
  streamBringsCors: false,
  listenerNeedsBody: false,
  listenerNeedsAsync: false,
  skipsEmptyLocation: false,
  redirectNeedsLocation: false,
  refusesInvalidLocation: false,
  keepaliveRedirects: 20,
  userNameBeforeMode: false,
  refusedSchemes: new Set(),
  refusesUserName: false,
  taintsWithoutCors: false,
  redirectDrops: new Set(),
  preflightAgain: 'if-needed',
  preflightKeepsOrigin: false,
  checkOrder: [
    'allow-origin',
    'redirect',
    'status',
    'methods-syntax',
    'headers-syntax',
    'method',
    'headers'
  ],
  starCoversAuthorization: false,
  trustsLoopback: true,
  addressIsSite: true,
  refuses407: false,
  dataHasLength: false,
  maxAgeOfInvalid: () => 5,
  maxAgeCap: Infinity,
  cache: {
    freeMethods: new Set(['GET', 'HEAD', 'POST']),
    starServes: true,
    credentialedStarIsName: false,
    starServesAuthorization: false,
    credentialsServeBoth: true,
    skippedBy: new Set(),
    skippedByHeaders: new Set(),
    droppedOnFailure: true,
    servesOpaque: true
  }
};

/** No browser, so no console. */
export const standard: Engine = {
  id: 'standard',
  version: 'Fetch standard, 2 July 2026',
  rules: STANDARD,
  departures: {},
  rejection: null,
  consoleLine: () => null
};
