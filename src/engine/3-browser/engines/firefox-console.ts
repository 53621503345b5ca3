import type { Failure } from '../network.ts';
import { linesOf } from '../syntax.ts';
import type { ConsoleInput } from './engine.ts';

const ACAO = '‘Access-Control-Allow-Origin’';

/** The primary console line of Firefox to the letter, null where it writes none. */
export function consoleLine({ pageUrl, pageOrigin, result }: ConsoleInput): string | null {
  const { failure, request, byStar } = result;
  if (failure !== null)
    return failureLine(failure, request?.redirect ?? 'follow', pageUrl, pageOrigin);
  // acah-auth-xfoo-star
  return byStar && request !== null
    ? `Cross-Origin Request Warning: The Same Origin Policy will disallow reading the remote resource at ${request.target.href} soon. (Reason: When the \`Access-Control-Allow-Headers\` is \`*\`, the \`Authorization\` header is not covered. To include the \`Authorization\` header, it must be explicitly listed in CORS header \`Access-Control-Allow-Headers\`).`
    : null;
}

/** The properties are those of security.properties; the name after each case is the key. */
function failureLine(
  { cause, phase, url, answer }: Failure,
  redirectMode: string,
  pageUrl: string | null,
  pageOrigin: string
): string | null {
  const blocked = (reason: string, at = url) =>
    `Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ${at}. (Reason: ${reason}).`;
  const withStatus = (reason: string, status: number | '(null)' = answer?.status ?? '(null)') =>
    `${blocked(reason)} Status code: ${status}.`;

  switch (cause.code) {
    case 'allow-origin-missing': // CORSMissingAllowOrigin2
      return withStatus(`CORS header ${ACAO} missing`);
    case 'allow-origin-mismatch': // CORSMultipleAllowOriginNotAllowed, CORSAllowOriginNotMatchingOrigin
      return answer !== null && linesOf(answer.headers, 'Access-Control-Allow-Origin').length > 1
        ? blocked(`Multiple CORS header ${ACAO} not allowed`)
        : blocked(`CORS header ${ACAO} does not match ‘${decoded(cause.args.value)}’`);
    case 'credentials-with-wildcard': // CORSNotSupportingCredentials
      return blocked(`Credential is not supported if the CORS header ${ACAO} is ‘*’`, `‘${url}’`);
    case 'allow-credentials-missing': // CORSMissingAllowCredentials
      return blocked('expected ‘true’ in CORS header ‘Access-Control-Allow-Credentials’');
    case 'preflight-status': // CORSPreflightDidNotSucceed3
      return withStatus('CORS preflight response did not succeed');
    case 'preflight-redirect': // CORSExternalRedirectNotAllowed; pstatus-307-redirect-mode-error
      return redirectMode === 'follow'
        ? blocked('CORS request external redirect not allowed')
        : withStatus('CORS preflight response did not succeed');
    case 'allow-methods-invalid': // CORSInvalidAllowMethod
      return blocked(
        `invalid token ‘${decoded(cause.args.value)}’ in CORS header ‘Access-Control-Allow-Methods’`
      );
    case 'allow-headers-invalid': // CORSInvalidAllowHeader
      return blocked(
        `invalid token ‘${decoded(cause.args.value)}’ in CORS header ‘Access-Control-Allow-Headers’`
      );
    case 'method-not-in-answer': // CORSMethodNotFound
      return blocked('Did not find method in CORS header ‘Access-Control-Allow-Methods’');
    case 'header-not-in-answer': // CORSMissingAllowHeaderFromPreflight2
      return blocked(
        `header ‘${cause.args.headers[0]}’ is not allowed according to header ‘Access-Control-Allow-Headers’ from CORS preflight response`
      );
    case 'redirect-credentials': // CORSDidNotSucceed2
    case 'redirect-too-many':
    case 'redirect-invalid':
      return withStatus('CORS request did not succeed', '(null)');
    case 'network': // CORSDidNotSucceed2; a call to the own origin is no CORS request
      return phase === 'actual' && new URL(url).origin === pageOrigin
        ? null
        : withStatus('CORS request did not succeed', '(null)');
    case 'redirect-scheme': // CORSRequestNotHttp
      return blocked('CORS request not http', cause.args.url);
    case 'scheme-unsupported':
      if (cause.args.scheme === 'chrome') return null;
      return cause.args.scheme === 'file'
        ? `Security Error: Content at ${pageUrl} may not load or link to ${cause.args.url}.`
        : blocked('CORS request not http', cause.args.url);
    case 'mode-same-origin':
      return pageUrl === null
        ? null
        : `Security Error: Content at ${pageUrl} may not load data from ${url}.`;
    case 'resource-policy':
      return `The resource at “${url}” was blocked due to its Cross-Origin-Resource-Policy header (or lack thereof). See https://developer.mozilla.org/docs/Web/HTTP/Cross-Origin_Resource_Policy_(CORP)#`;
    default:
      return null;
  }
}

/** A header's bytes as Firefox shows them: UTF-8, with U+FFFD for what is none (acao-latin1). */
function decoded(value: string): string {
  return new TextDecoder().decode(Uint8Array.from(value, (char) => char.charCodeAt(0)));
}
