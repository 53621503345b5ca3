import { line, type ConsoleLine } from '../../3-browser/engines/console-line.ts';
import type { KnownLine } from './known-line.ts';
import type { SymptomCode } from '../symptom.ts';

const said = (
  known: ConsoleLine,
  causes: KnownLine['causes'] = [],
  preflight?: boolean
): KnownLine => ({
  kind: 'console',
  engine: 'chromium',
  line: known,
  causes,
  ...(preflight === undefined ? {} : { preflight })
});

const opening = (known: ConsoleLine): KnownLine => ({
  ...said(known),
  engine: null,
  opening: true
});

/**
 * What Chromium's console said from 2014 to 2019, as people's reports have it: the address first, then the reason, the page's
 * origin and the status in sentences of their own (blink's FrameFetchContext, DocumentThreadableLoader and WebCORS of that time).
 */
export const CHROMIUM_PAST_LINES: readonly KnownLine[] = [
  opening(line`Failed to load ${'url'}:`),
  said(line`Origin '${'origin'}' is therefore not allowed access.`),
  said(line`The response had HTTP status code ${'status'}.`),
  said(
    line`Response for preflight has invalid HTTP status code ${'status'}`,
    ['preflight-status'],
    true
  ),
  said(line`Invalid HTTP status code ${'status'}`, ['preflight-status'], true),
  said(line`Response for preflight is invalid (redirect)`, ['preflight-redirect'], true),
  said(
    line`The request was redirected to '${'location'}', which is disallowed for cross-origin requests that require preflight.`,
    ['redirect-not-allowed', 'wrong-endpoint']
  ),
  said(line`Request requires preflight, which is disallowed to follow cross-origin redirect.`, [
    'redirect-not-allowed',
    'wrong-endpoint'
  ]),
  said(
    line`The request was redirected to a URL ('${'location'}') which has a disallowed scheme for cross-origin requests.`,
    ['redirect-scheme']
  ),
  said(
    line`The request was redirected to a URL ('${'location'}') containing userinfo, which is disallowed for cross-origin requests.`,
    ['redirect-credentials']
  ),
  said(line`Redirect from '${'first'}' to '${'location'}' has been blocked by CORS policy: `),
  said(
    line`Redirect at origin '${'host'}' has been blocked from loading by Cross-Origin Resource Sharing policy: `
  ),
  said(
    line`${'kind'} from origin '${'host'}' has been blocked from loading by Cross-Origin Resource Sharing policy: `
  ),
  said(line`${'kind'} from origin '${'host'}' has been blocked by CORS policy: `),
  said(
    line`A wildcard '*' cannot be used in the 'Access-Control-Allow-Origin' header when the credentials flag is true.`,
    ['credentials-with-wildcard']
  ),
  said(
    line`Cannot use wildcard in the 'Access-Control-Allow-Origin' header when the credentials flag is true.`,
    ['credentials-with-wildcard']
  ),
  said(
    line`Credentials flag is 'true', but the 'Access-Control-Allow-Credentials' header is '${'value'}'. It must be 'true' to allow credentials.`,
    ['allow-credentials-missing']
  )
];

/** DevTools' own names of the reasons, in its list of requests: services/network/public/mojom/cors.mojom. */
const ENUM: Readonly<Record<string, readonly SymptomCode[]>> = {
  DisallowedByMode: ['mode-same-origin'],
  InvalidResponse: ['network'],
  WildcardOriginNotAllowed: ['credentials-with-wildcard'],
  MissingAllowOriginHeader: ['allow-origin-missing'],
  MultipleAllowOriginValues: ['allow-origin-twice'],
  InvalidAllowOriginValue: ['allow-origin-mismatch'],
  AllowOriginMismatch: ['allow-origin-mismatch'],
  InvalidAllowCredentials: ['allow-credentials-missing'],
  CorsDisabledScheme: ['scheme-unsupported'],
  PreflightInvalidStatus: ['preflight-status'],
  PreflightDisallowedRedirect: ['preflight-redirect'],
  PreflightWildcardOriginNotAllowed: ['credentials-with-wildcard'],
  PreflightMissingAllowOriginHeader: ['allow-origin-missing'],
  PreflightMultipleAllowOriginValues: ['allow-origin-twice'],
  PreflightInvalidAllowOriginValue: ['allow-origin-mismatch'],
  PreflightAllowOriginMismatch: ['allow-origin-mismatch'],
  PreflightInvalidAllowCredentials: ['allow-credentials-missing'],
  PreflightMissingAllowPrivateNetwork: ['local-network'],
  PreflightInvalidAllowPrivateNetwork: ['local-network'],
  InvalidAllowMethodsPreflightResponse: ['allow-methods-invalid'],
  InvalidAllowHeadersPreflightResponse: ['allow-headers-invalid'],
  MethodDisallowedByPreflightResponse: ['method-not-in-answer'],
  HeaderDisallowedByPreflightResponse: ['header-not-in-answer'],
  RedirectContainsCredentials: ['redirect-credentials'],
  InsecurePrivateNetwork: ['local-network'],
  InsecureLocalNetwork: ['local-network'],
  InvalidPrivateNetworkAccess: ['local-network'],
  UnexpectedPrivateNetworkAccess: ['local-network'],
  LocalNetworkAccessPermissionDenied: ['local-network'],
  NoCorsRedirectModeNotFollow: ['no-cors-redirect-mode']
};

export const CHROMIUM_ENUM_LINES: readonly KnownLine[] = Object.entries(ENUM).flatMap(
  ([name, causes]) => {
    const preflight = /Preflight/.test(name) ? true : undefined;
    return [
      said(
        { literals: [`Cross-Origin Resource Sharing error: ${name}`], slots: [] },
        causes,
        preflight
      )
    ];
  }
);
