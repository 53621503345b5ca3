import type { FetchFailure } from '../fetch/network.ts';
import { linesOf } from '../syntax.ts';
import { printLine } from './console-line.ts';
import type { ConsoleInput } from './engine.ts';
import { FIREFOX } from './firefox-lines.ts';

/** The primary console line of Firefox to the letter, null where it writes none. */
export function consoleLine({ pageUrl, pageOrigin, result }: ConsoleInput): string | null {
  const { failure, request, byStar } = result;
  if (failure !== null)
    return failureLine(failure, request?.redirect ?? 'follow', pageUrl, pageOrigin);
  // acah-auth-xfoo-star
  return byStar && request !== null
    ? printLine(FIREFOX.byStar, { url: request.target.href })
    : null;
}

function failureLine(
  { cause, phase, url, answer }: FetchFailure,
  redirectMode: string,
  pageUrl: string | null,
  pageOrigin: string
): string | null {
  const blocked = (reason: string, at = url) => printLine(FIREFOX.blocked, { url: at, reason });
  const withStatus = (reason: string, status: number | '(null)' = answer?.status ?? '(null)') =>
    blocked(reason) + printLine(FIREFOX.status, { status });

  switch (cause.code) {
    case 'allow-origin-missing':
      return withStatus(printLine(FIREFOX.allowOriginMissing, {}));
    case 'allow-origin-mismatch':
      return blocked(
        answer !== null && linesOf(answer.headers, 'Access-Control-Allow-Origin').length > 1
          ? printLine(FIREFOX.allowOriginSeveral, {})
          : printLine(FIREFOX.allowOriginDiffers, { value: decoded(cause.args.value) })
      );
    case 'credentials-with-wildcard':
      return blocked(printLine(FIREFOX.wildcard, {}), `‘${url}’`);
    case 'allow-credentials-missing':
      return blocked(printLine(FIREFOX.allowCredentials, {}));
    case 'preflight-status':
      return withStatus(printLine(FIREFOX.preflightStatus, {}));
    case 'preflight-redirect': // pstatus-307-redirect-mode-error
      return redirectMode === 'follow'
        ? blocked(printLine(FIREFOX.preflightRedirect, {}))
        : withStatus(printLine(FIREFOX.preflightStatus, {}));
    case 'allow-methods-invalid':
      return blocked(printLine(FIREFOX.methodsInvalid, { value: decoded(cause.args.value) }));
    case 'allow-headers-invalid':
      return blocked(printLine(FIREFOX.headersInvalid, { value: decoded(cause.args.value) }));
    case 'method-not-in-answer':
      return blocked(printLine(FIREFOX.method, {}));
    case 'header-not-in-answer':
      return blocked(printLine(FIREFOX.header, { header: cause.args.headers[0] ?? '' }));
    case 'redirect-credentials':
    case 'redirect-too-many':
    case 'redirect-invalid':
      return withStatus(printLine(FIREFOX.notSucceeded, {}), '(null)');
    case 'network': // a call to the own origin is no CORS request
      return phase === 'actual' && new URL(url).origin === pageOrigin
        ? null
        : withStatus(printLine(FIREFOX.notSucceeded, {}), '(null)');
    case 'redirect-scheme':
      return blocked(printLine(FIREFOX.notHttp, {}), cause.args.url);
    case 'scheme-unsupported':
      if (cause.args.scheme === 'chrome') return null;
      return cause.args.scheme === 'file'
        ? printLine(FIREFOX.localFile, { page: pageUrl ?? 'null', url: cause.args.url })
        : blocked(printLine(FIREFOX.notHttp, {}), cause.args.url);
    case 'mode-same-origin':
      return pageUrl === null ? null : printLine(FIREFOX.modeSameOrigin, { page: pageUrl, url });
    case 'resource-policy':
      return printLine(FIREFOX.resourcePolicy, { url });
    default:
      return null;
  }
}

/** A header's bytes as Firefox shows them: UTF-8, with U+FFFD for what is none (acao-latin1). */
function decoded(value: string): string {
  return new TextDecoder().decode(Uint8Array.from(value, (char) => char.charCodeAt(0)));
}
