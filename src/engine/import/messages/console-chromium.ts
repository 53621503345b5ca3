import { CHROMIUM } from '../../3-browser/engines/chromium-lines.ts';
import { line, type ConsoleLine } from '../../3-browser/engines/console-line.ts';
import { ofAllowOrigin, type KnownLine, type Slots } from './known-line.ts';
import type { SymptomCode } from '../symptom.ts';

/** What Chromium's errors without an answer mean, beside {@link NO_ANSWER}: net/base/net_error_list.h. */
const NET_ERRORS: ReadonlyMap<string, readonly SymptomCode[]> = new Map<
  string,
  readonly SymptomCode[]
>([
  // The follow-up of every refusal; alone it is a redirect that the script forbade.
  ['ERR_FAILED', ['call-failed', 'redirect-not-allowed']],
  ['ERR_TOO_MANY_REDIRECTS', ['redirect-too-many']],
  ['ERR_UNSAFE_REDIRECT', ['redirect-scheme']],
  ['ERR_INVALID_REDIRECT', ['redirect-invalid']],
  ['ERR_CACHE_MISS', ['cache-miss']],
  ['ERR_BLOCKED_BY_RESPONSE.NotSameOrigin', ['resource-policy']],
  ['ERR_BLOCKED_BY_RESPONSE.NotSameSite', ['resource-policy']],
  ['ERR_BLOCKED_BY_RESPONSE.NotSameOriginAfterDefaultedToSameOriginByCoep', ['embedder-policy']],
  ['ERR_BLOCKED_BY_RESPONSE.NotSameOriginAfterDefaultedToSameOriginByDip', ['embedder-policy']],
  [
    'ERR_BLOCKED_BY_RESPONSE.NotSameOriginAfterDefaultedToSameOriginByCoepAndDip',
    ['embedder-policy']
  ],
  ['ERR_BLOCKED_BY_RESPONSE.CoepFrameResourceNeedsCoepHeader', ['embedder-policy']],
  // Without more it may be any policy of an answer or of the page.
  ['ERR_BLOCKED_BY_RESPONSE', ['resource-policy', 'embedder-policy']],
  ['ERR_BLOCKED_BY_ORB', ['opaque-response-blocked']],
  ['ERR_BLOCKED_BY_CSP', ['content-security-policy']],
  ['ERR_BLOCKED_BY_PRIVATE_NETWORK_ACCESS_CHECKS', ['local-network']],
  ['ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS', ['local-network']]
]);

const NO_ANSWER: ReadonlySet<string> = new Set([
  ...['ERR_ABORTED', 'ERR_TIMED_OUT', 'ERR_ACCESS_DENIED', 'ERR_EMPTY_RESPONSE'],
  ...[
    'ERR_BLOCKED_BY_CLIENT',
    'ERR_BLOCKED_BY_ADMINISTRATOR',
    'ERR_NAME_NOT_RESOLVED',
    'ERR_INTERNET_DISCONNECTED'
  ],
  ...['ERR_CONNECTION_REFUSED', 'ERR_CONNECTION_RESET', 'ERR_CONNECTION_CLOSED'],
  ...['ERR_CONNECTION_ABORTED', 'ERR_CONNECTION_FAILED', 'ERR_CONNECTION_TIMED_OUT'],
  ...['ERR_ADDRESS_UNREACHABLE', 'ERR_ADDRESS_INVALID', 'ERR_NETWORK_CHANGED'],
  ...['ERR_NETWORK_IO_SUSPENDED', 'ERR_PROXY_CONNECTION_FAILED', 'ERR_TUNNEL_CONNECTION_FAILED'],
  ...['ERR_UNEXPECTED_PROXY_AUTH', 'ERR_ALPN_NEGOTIATION_FAILED', 'ERR_HTTP2_PROTOCOL_ERROR'],
  ...['ERR_HTTP2_PING_FAILED', 'ERR_QUIC_PROTOCOL_ERROR', 'ERR_SSL_PROTOCOL_ERROR'],
  ...[
    'ERR_SSL_VERSION_OR_CIPHER_MISMATCH',
    'ERR_CERT_COMMON_NAME_INVALID',
    'ERR_CERT_DATE_INVALID'
  ],
  ...['ERR_CERT_AUTHORITY_INVALID', 'ERR_CERT_INVALID', 'ERR_BAD_SSL_CLIENT_AUTH_CERT'],
  ...['ERR_CONTENT_LENGTH_MISMATCH', 'ERR_INCOMPLETE_CHUNKED_ENCODING', 'ERR_UPLOAD_FILE_CHANGED'],
  ...['ERR_INVALID_HTTP_RESPONSE', 'ERR_RESPONSE_HEADERS_TRUNCATED', 'ERR_FILE_NOT_FOUND']
]);

/** What an error of Chromium's network stack means. In: its name without `net::`; one that is not known may be cut off. */
export function netErrorCauses(name: string): readonly SymptomCode[] {
  return NET_ERRORS.get(name) ?? (NO_ANSWER.has(name) ? ['network'] : []);
}

const said = (known: ConsoleLine, causes: KnownLine['causes'], preflight?: boolean): KnownLine => ({
  kind: 'console',
  engine: 'chromium',
  line: known,
  causes,
  ...(preflight === undefined ? {} : { preflight })
});

/** A policy that only reports lets the call through. */
const REPORTED = [
  line`[Report Only] Refused to connect to '${'url'}' because it violates the following Content Security Policy directive: `,
  line`[Report Only] Refused to load the ${'kind'} '${'url'}' because it violates the following Content Security Policy directive: `
];

const ofStatus = (slots: Slots): SymptomCode[] =>
  Number(slots.get('status')) >= 400 ? ['http-error'] : [];

/**
 * Chromium's console. What the engine here prints comes from its own templates; the rest is of other versions or of cases that
 * it does not play: facts on the strings of Chromium 132 and 156 (rows 21 to 25 of the catalogue of messages).
 */
export const CHROMIUM_LINES: readonly KnownLine[] = [
  said(CHROMIUM.access, [], false),
  said(CHROMIUM.accessRedirected, [], false),
  said(CHROMIUM.preflight, [], true),
  said(CHROMIUM.allowOriginMissing, ['allow-origin-missing']),
  said(CHROMIUM.allowOriginSeveral, ['allow-origin-twice']),
  said(CHROMIUM.allowOriginDiffers, ofAllowOrigin),
  said(CHROMIUM.allowOriginInvalid, ['allow-origin-mismatch']),
  said(CHROMIUM.wildcard, ['credentials-with-wildcard']),
  said(CHROMIUM.allowCredentials, ['allow-credentials-missing']),
  said(CHROMIUM.preflightStatus, ['preflight-status'], true),
  said(CHROMIUM.preflightRedirect, ['preflight-redirect'], true),
  said(CHROMIUM.methodsInvalid, ['allow-methods-invalid'], true),
  said(CHROMIUM.headersInvalid, ['allow-headers-invalid'], true),
  said(CHROMIUM.method, ['method-not-in-answer'], true),
  said(CHROMIUM.header, ['header-not-in-answer'], true),
  said(CHROMIUM.redirectCredentials, ['redirect-credentials'], false),
  said(CHROMIUM.schemes, ['redirect-scheme', 'scheme-unsupported'], false),
  said(CHROMIUM.notLoaded, (slots) => netErrorCauses(slots.get('error') ?? '')),
  said(CHROMIUM.answered, ofStatus),
  said(CHROMIUM.modeSameOrigin, ['mode-same-origin']),
  said(CHROMIUM.modeNoCors, ['no-cors-redirect-mode']),
  said(CHROMIUM.scheme, ['scheme-unsupported']),
  said(CHROMIUM.unsafeAttempt, ['mode-same-origin']),
  said(CHROMIUM.localFile, ['scheme-unsupported']),
  said(line`Cross origin requests are not allowed by request mode.`, ['mode-same-origin']),
  said(line`Permission was denied for this request to access the \`${'space'}\` address space.`, [
    'local-network'
  ]),
  said(
    line`The request client is not a secure context and the resource is in more-private address space \`${'space'}\`.`,
    ['local-network']
  ),
  said(
    line`Request had a target IP address space of \`${'wanted'}\` yet the resource is in address space \`${'space'}\`.`,
    ['local-network']
  ),
  said(
    line`No 'Access-Control-Allow-Private-Network' header was present in the preflight response for this private network request targeting the \`${'space'}\` address space.`,
    ['local-network'],
    true
  ),
  said(
    line`The 'Access-Control-Allow-Private-Network' header in the preflight response for this private network request targeting the \`${'space'}\` address space had a value of '${'value'}',  not 'true'.`,
    ['local-network'],
    true
  ),
  said(line`The response is invalid.`, ['network']),
  said(
    line`Authorization will not be covered by the wildcard symbol (*) in CORS \`Access-Control-Allow-Headers\` handling.`,
    ['authorization-by-star'],
    true
  ),
  said(
    line`Mixed Content: The page at '${'page'}' was loaded over HTTPS, but requested an insecure ${'kind'} '${'url'}'. This request has been blocked; the content must be served over HTTPS.`,
    ['mixed-content']
  ),
  ...REPORTED.map((known): KnownLine => ({ ...said(known, []), failure: false })),
  said(line`(blocked:csp)`, ['content-security-policy']),
  said(line`(blocked:mixed-content)`, ['mixed-content']),
  said(line`(blocked:NotSameOriginAfterDefaultedToSameOriginByCoep)`, ['embedder-policy']),
  said(line`(blocked:NotSameOrigin)`, ['resource-policy']),
  said(line`(blocked:NotSameSite)`, ['resource-policy']),
  said(
    line`Refused to connect to '${'url'}' because it violates the following Content Security Policy directive: `,
    ['content-security-policy']
  ),
  said(
    line`Refused to load the ${'kind'} '${'url'}' because it violates the following Content Security Policy directive: `,
    ['content-security-policy']
  ),
  said(line`Connecting to '${'url'}' violates the following Content Security Policy directive: `, [
    'content-security-policy'
  ]),
  said(
    line`Loading the ${'kind'} '${'url'}' violates the following Content Security Policy directive: `,
    ['content-security-policy']
  ),
  said(
    line`Fetch API cannot load ${'url'}. Refused to connect because it violates the document's Content Security Policy.`,
    ['content-security-policy']
  ),
  said(
    line`Cross-Origin Read Blocking (CORB) blocked cross-origin response ${'url'} with MIME type ${'type'}`,
    ['opaque-response-blocked']
  ),
  said(line`Response was blocked by ORB (Opaque Response Blocking)`, ['opaque-response-blocked']),
  said(line`The FetchEvent for "${'url'}" resulted in a network error response: ${'reason'}`, [
    'service-worker'
  ]),
  said(line`The canvas has been tainted by cross-origin data.`, ['canvas-tainted']),
  said(line`The cross-origin image at ${'url'} may not be loaded.`, ['canvas-tainted']),
  said(line`The image element contains cross-origin data, and may not be loaded.`, [
    'canvas-tainted'
  ]),
  said(line`The video element contains cross-origin data, and may not be loaded.`, [
    'canvas-tainted'
  ]),
  said(line`Tainted canvases may not be loaded.`, ['canvas-tainted']),
  {
    ...said(line`Refused to get unsafe header "${'exposed'}"`, ['header-not-exposed']),
    // WebKit says the same.
    engine: null
  }
];
