import { line, type ConsoleLine } from '../../3-browser/engines/console-line.ts';
import { FIREFOX } from '../../3-browser/engines/firefox-lines.ts';
import type { KnownLine } from './known-line.ts';
import type { SymptomCode } from '../symptom.ts';

const said = (
  known: ConsoleLine,
  causes: readonly SymptomCode[],
  preflight?: boolean
): KnownLine => ({
  kind: 'console',
  engine: 'firefox',
  line: known,
  causes,
  ...(preflight === undefined ? {} : { preflight })
});

/** A line of the list of requests, which says why in a few words: devtools/client/netmonitor/src/constants.js. */
const listed = (text: ConsoleLine, cause: SymptomCode): KnownLine => said(text, [cause]);

/**
 * Firefox's console and list of requests. `CORS request did not succeed` follows other reasons too, and alone it stands
 * for everything that Firefox does not explain.
 */
export const FIREFOX_LINES: readonly KnownLine[] = [
  said(FIREFOX.blocked, []),
  said(FIREFOX.status, []),
  said(FIREFOX.allowOriginMissing, ['allow-origin-missing']),
  said(FIREFOX.allowOriginSeveral, ['allow-origin-mismatch']),
  said(FIREFOX.allowOriginDiffers, ['allow-origin-mismatch']),
  said(FIREFOX.wildcard, ['credentials-with-wildcard']),
  said(FIREFOX.allowCredentials, ['allow-credentials-missing']),
  // A script that forbids redirects is told of a preflight's so: pstatus-307-redirect-mode-error
  said(FIREFOX.preflightStatus, ['preflight-status', 'preflight-redirect'], true),
  said(FIREFOX.preflightRedirect, ['preflight-redirect'], true),
  said(FIREFOX.methodsInvalid, ['allow-methods-invalid'], true),
  said(FIREFOX.headersInvalid, ['allow-headers-invalid'], true),
  said(FIREFOX.method, ['method-not-in-answer'], true),
  said(FIREFOX.header, ['header-not-in-answer'], true),
  said(FIREFOX.notSucceeded, [
    'network',
    'redirect-credentials',
    'redirect-too-many',
    'redirect-invalid'
  ]),
  said(FIREFOX.notHttp, ['scheme-unsupported', 'redirect-scheme']),
  said(FIREFOX.byStar, ['authorization-by-star'], true),
  said(FIREFOX.localFile, ['scheme-unsupported']),
  said(FIREFOX.modeSameOrigin, ['mode-same-origin']),
  said(FIREFOX.resourcePolicy, ['resource-policy']),
  said(line`CORS header ‘Origin’ cannot be added`, ['cors-disabled']),
  said(line`CORS disabled`, ['cors-disabled']),
  said(line`Blocked loading mixed active content “${'url'}”`, ['mixed-content']),
  listed(line`CORS Missing Allow Origin`, 'allow-origin-missing'),
  listed(line`CORS Allow Origin Not Matching Origin`, 'allow-origin-mismatch'),
  listed(line`CORS Multiple Origin Not Allowed`, 'allow-origin-mismatch'),
  listed(line`CORS No Allow Credentials`, 'credentials-with-wildcard'),
  listed(line`CORS Missing Allow Credentials`, 'allow-credentials-missing'),
  listed(line`CORS External Redirect Not Allowed`, 'preflight-redirect'),
  listed(line`CORS Preflight Did Not Succeed`, 'preflight-status'),
  listed(line`CORS Invalid Allow Method`, 'allow-methods-invalid'),
  listed(line`CORS Invalid Allow Header`, 'allow-headers-invalid'),
  listed(line`CORS Method Not Found`, 'method-not-in-answer'),
  listed(line`CORS Missing Allow Header`, 'header-not-in-answer')
];
