import { line, type ConsoleLine } from '../../3-browser/engines/console-line.ts';
import { FIREFOX } from '../../3-browser/engines/firefox-lines.ts';
import { ofAllowOrigin, type KnownLine } from './known-line.ts';
import type { SymptomCode } from '../symptom.ts';

const said = (known: ConsoleLine, causes: KnownLine['causes'], preflight?: boolean): KnownLine => ({
  kind: 'console',
  engine: 'firefox',
  line: known,
  causes,
  ...(preflight === undefined ? {} : { preflight })
});

/** A line of the list of requests, which says why in a few words: devtools/client/netmonitor/src/constants.js. */
const listed = (text: ConsoleLine, cause: SymptomCode, preflight?: boolean): KnownLine =>
  said(text, [cause], preflight);

/**
 * Firefox's console and list of requests. `CORS request did not succeed` follows other reasons too, and alone it stands
 * for everything that Firefox does not explain.
 */
export const FIREFOX_LINES: readonly KnownLine[] = [
  said(FIREFOX.blocked, []),
  said(FIREFOX.status, []),
  said(FIREFOX.allowOriginMissing, ['allow-origin-missing']),
  said(FIREFOX.allowOriginSeveral, ['allow-origin-twice']),
  said(FIREFOX.allowOriginDiffers, ofAllowOrigin),
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
  { ...said(line`CORS disabled`, ['cors-disabled']), after: 'Reason:' },
  said(line`Blocked loading mixed active content “${'url'}”`, ['mixed-content']),
  // Before version 67
  said(
    line`missing token ‘${'header'}’ in CORS header ‘Access-Control-Allow-Headers’ from CORS preflight channel`,
    ['header-not-in-answer'],
    true
  ),
  said(
    line`CORS preflight channel did not succeed`,
    ['preflight-status', 'preflight-redirect'],
    true
  ),
  said(line`CORS request failed`, ['network']),
  listed(line`CORS Missing Allow Origin`, 'allow-origin-missing'),
  listed(line`CORS Allow Origin Not Matching Origin`, 'allow-origin-mismatch'),
  listed(line`CORS Multiple Origin Not Allowed`, 'allow-origin-twice'),
  listed(line`CORS Multiple Allow Origin Not Allowed`, 'allow-origin-twice'),
  listed(line`CORS Allow Origin Not Matching`, 'allow-origin-mismatch'),
  listed(line`CORS Not Supporting Credentials`, 'credentials-with-wildcard'),
  listed(line`CORS Request Not HTTP`, 'scheme-unsupported'),
  listed(line`CORS Origin Header Not Added`, 'cors-disabled'),
  listed(line`CORS Failed`, 'network'),
  listed(line`CORS Did Not Succeed`, 'network'),
  listed(line`CORS Missing Allow Header From Preflight`, 'header-not-in-answer', true),
  listed(line`CORS No Allow Credentials`, 'credentials-with-wildcard'),
  listed(line`CORS Missing Allow Credentials`, 'allow-credentials-missing'),
  listed(line`CORS External Redirect Not Allowed`, 'preflight-redirect', true),
  listed(line`CORS Preflight Did Not Succeed`, 'preflight-status', true),
  listed(line`CORS Invalid Allow Method`, 'allow-methods-invalid', true),
  listed(line`CORS Invalid Allow Header`, 'allow-headers-invalid', true),
  listed(line`CORS Method Not Found`, 'method-not-in-answer', true),
  listed(line`CORS Missing Allow Header`, 'header-not-in-answer', true),
  said(
    line`Content Security Policy: The page’s settings blocked the loading of a resource at ${'url'} (“${'directive'}”)`,
    ['content-security-policy']
  ),
  said(
    line`Content-Security-Policy: The page’s settings blocked the loading of a resource (${'directive'}) at ${'url'} because it violates the following directive: `,
    ['content-security-policy']
  ),
  said(line`The page’s settings blocked the loading of a resource at ${'url'} (“${'directive'}”)`, [
    'content-security-policy'
  ]),
  said(
    line`A resource is blocked by OpaqueResponseBlocking, please check browser console for details.`,
    ['opaque-response-blocked']
  ),
  said(
    line`The resource at “${'url'}” was blocked by OpaqueResponseBlocking. Reason: “${'reason'}”.`,
    ['opaque-response-blocked']
  ),
  said(line`Failed to load ‘${'url'}’. A ServiceWorker ${'reason'}`, ['service-worker']),
  said(
    line`Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ${'url'}. This can be fixed by moving the resource to the same domain or enabling CORS.`,
    ['call-failed']
  ),
  said(line`WebGL warning: ${'call'}: Cross-origin elements require CORS.`, ['canvas-tainted']),
  said(line`bad URI or cross-site access not allowed source: ${'url'}`, ['call-failed']),
  said(line`Loading failed for the <script> with source “${'url'}”.`, ['call-failed']),
  said(
    line`Cross-Origin Request Warning: The Same Origin Policy will disallow reading the remote resource at ${'url'} soon.`,
    []
  )
];
