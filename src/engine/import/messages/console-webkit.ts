import { line, type ConsoleLine } from '../../3-browser/engines/console-line.ts';
import { WEBKIT } from '../../3-browser/engines/webkit-lines.ts';
import type { KnownLine } from './known-line.ts';
import type { SymptomCode } from '../symptom.ts';

const said = (
  known: ConsoleLine,
  causes: readonly SymptomCode[],
  preflight?: boolean
): KnownLine => ({
  kind: 'console',
  engine: 'webkit',
  line: known,
  causes,
  ...(preflight === undefined ? {} : { preflight })
});

/**
 * WebKit's console. It has one line for a header that is missing and one that names another origin, and one for every
 * preflight that is not answered with success, a redirect among them.
 */
export const WEBKIT_LINES: readonly KnownLine[] = [
  said(WEBKIT.notAllowed, ['allow-origin-missing', 'allow-origin-mismatch']),
  said(WEBKIT.allowOriginSeveral, ['allow-origin-twice']),
  said(WEBKIT.wildcard, ['credentials-with-wildcard']),
  said(WEBKIT.allowCredentials, ['allow-credentials-missing']),
  said(WEBKIT.preflightStatus, ['preflight-status', 'preflight-redirect'], true),
  said(WEBKIT.methodsInvalid, ['allow-methods-invalid'], true),
  said(WEBKIT.headersInvalid, ['allow-headers-invalid'], true),
  said(WEBKIT.method, ['method-not-in-answer'], true),
  said(WEBKIT.header, ['header-not-in-answer'], true),
  said(WEBKIT.deniedRedirect, []),
  said(WEBKIT.redirectCredentials, ['redirect-credentials']),
  said(WEBKIT.redirectScheme, ['redirect-scheme']),
  said(WEBKIT.ftp, ['redirect-scheme', 'scheme-unsupported']),
  said(WEBKIT.redirectTooMany, ['redirect-too-many']),
  said(WEBKIT.redirectNotAllowed, ['redirect-not-allowed']),
  said(WEBKIT.refused, ['network']),
  said(WEBKIT.terminated, ['network']),
  said(line`Could not connect to the server.`, ['network']),
  said(line`A server with the specified hostname could not be found.`, ['network']),
  said(line`The network connection was lost.`, ['network']),
  said(WEBKIT.unsafeAttempt, ['mode-same-origin']),
  // Lines of Chromium's begin so, which matters where they are cut.
  {
    ...said(WEBKIT.cannotLoad, ['mode-same-origin', 'scheme-unsupported', 'no-cors-redirect-mode']),
    opening: true
  },
  { ...said(line`XMLHttpRequest cannot load ${'url'}.`, []), opening: true },
  { ...said(line`EventSource cannot load ${'url'}.`, []), opening: true },
  said(line`Origin ${'origin'} is not allowed by Access-Control-Allow-Origin.`, [
    'allow-origin-missing',
    'allow-origin-mismatch'
  ]),
  said(
    line`Unable to get image data from canvas because the canvas has been tainted by cross-origin data.`,
    ['canvas-tainted']
  ),
  said(
    line`Refused to connect to ${'url'} because it does not appear in the ${'directive'} directive of the Content Security Policy.`,
    ['content-security-policy']
  ),
  said(
    line`Refused to load ${'url'} because it does not appear in the ${'directive'} directive of the Content Security Policy.`,
    ['content-security-policy']
  ),
  said(line`FetchEvent.respondWith received an error: `, ['service-worker']),
  said(line`Response served by service worker is opaque`, ['service-worker']),
  said(line`Refused to load '${'url'}' because of Cross-Origin-Embedder-Policy.`, [
    'embedder-policy'
  ]),
  said(line`Cross-origin image load denied by Cross-Origin Resource Sharing policy.`, [
    'allow-origin-missing',
    'allow-origin-mismatch'
  ]),
  said(WEBKIT.modeNoCors, ['no-cors-redirect-mode']),
  said(WEBKIT.scheme, ['scheme-unsupported']),
  said(WEBKIT.resourcePolicy, ['resource-policy']),
  // These follow the line that names the cause, and name the address.
  said(line`Fetch API cannot load ${'url'} due to access control checks.`, ['call-failed']),
  said(line`XMLHttpRequest cannot load ${'url'} due to access control checks.`, ['call-failed']),
  said(line`EventSource cannot load ${'url'} due to access control checks.`, ['call-failed']),
  said(line`Beacon API cannot load ${'url'} due to access control checks.`, ['call-failed']),
  said(line`Cross origin requests are not allowed when using same-origin fetch mode.`, [
    'mode-same-origin'
  ]),
  said(line`Cross-origin script load denied by Cross-Origin Resource Sharing policy.`, [
    'allow-origin-missing',
    'allow-origin-mismatch'
  ]),
  said(line`Cross-origin media resource load denied by Cross-Origin Resource Sharing policy.`, [
    'allow-origin-missing',
    'allow-origin-mismatch'
  ]),
  said(line`Cross-origin text track load denied by Cross-Origin Resource Sharing policy.`, [
    'allow-origin-missing',
    'allow-origin-mismatch'
  ]),
  said(line`Cross-origin redirection denied by Cross-Origin Resource Sharing policy.`, [
    'redirect-scheme',
    'allow-origin-missing'
  ]),
  said(
    line`[blocked] The page at ${'page'} requested insecure content from ${'url'}. This content`,
    ['mixed-content']
  )
];
