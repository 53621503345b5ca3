import type { Header } from '../../model.ts';
import type { FetchFailure } from '../fetch/network.ts';
import { parseUrl } from '../url/parse-url.ts';
import { valueOf } from '../syntax.ts';
import { printLine } from './console-line.ts';
import type { ConsoleInput } from './engine.ts';
import { WEBKIT } from './webkit-lines.ts';

/**
 * Names that WebKit keeps in a list of their own, which it goes through first: Source/WebCore/platform/network/HTTPHeaderNames.in.
 * Only those that a script may set; seen in prec-header-missing-auth-and-xfoo.
 */
const COMMON = new Set([
  'accept',
  'accept-language',
  'accept-ranges',
  'access-control-allow-credentials',
  'access-control-allow-headers',
  'access-control-allow-methods',
  'access-control-allow-origin',
  'access-control-expose-headers',
  'access-control-max-age',
  'age',
  'authorization',
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-location',
  'content-range',
  'content-security-policy',
  'content-type',
  'etag',
  'expires',
  'if-match',
  'if-modified-since',
  'if-none-match',
  'if-range',
  'if-unmodified-since',
  'last-event-id',
  'last-modified',
  'link',
  'location',
  'ping-from',
  'ping-to',
  'pragma',
  'purpose',
  'range',
  'refresh',
  'server',
  'service-worker',
  'upgrade-insecure-requests',
  'user-agent',
  'vary',
  'x-content-type-options',
  'x-frame-options',
  'x-xss-protection'
]);

/** The first header in WebKit's order that is missing from the answer, as the page spelled it. */
function namedHeader(headers: readonly Header[], missing: readonly string[]): string {
  const names = headers.map(([name]) => name);
  const isCommon = (name: string) => COMMON.has(name.toLowerCase());
  const ordered = [...names.filter(isCommon), ...names.filter((name) => !isCommon(name))];
  const isMissing = new Set(missing);
  const found = ordered.find((name) => isMissing.has(name.toLowerCase()));
  return found ?? missing[0] ?? '';
}

/** The primary console line of WebKit to the letter, null where it writes none. */
export function consoleLine({ pageOrigin, result }: ConsoleInput): string | null {
  const { failure, request } = result;
  if (failure === null) return null;
  const { cause, phase, location, url } = failure;
  const redirected = request !== null && request.target.href !== url;
  const text = failureText(failure, request?.headers ?? [], pageOrigin, redirected);
  const isCheck = cause.code.startsWith('allow-') || cause.code === 'credentials-with-wildcard';
  const onward = location === null ? null : parseUrl(location, url);
  return phase === 'redirect' && isCheck && onward !== null
    ? deniedRedirect(onward.href, text ?? '')
    : text;
}

const deniedRedirect = (location: string, reason: string): string =>
  printLine(WEBKIT.deniedRedirect, { location, reason });

/** An address as WebKit prints it here: without user name and password. */
function withoutCredentials(address: string): string {
  const url = new URL(address);
  url.username = '';
  url.password = '';
  return url.href;
}

function failureText(
  { cause, phase, url, origin, answer }: FetchFailure,
  headers: readonly Header[],
  pageOrigin: string,
  redirected: boolean
): string | null {
  const value = (name: string) => valueOf(answer?.headers ?? [], name) ?? '';
  const notAllowed = () => printLine(WEBKIT.notAllowed, { origin, status: answer?.status ?? 0 });

  switch (cause.code) {
    case 'allow-origin-missing':
      return notAllowed();
    case 'allow-origin-mismatch':
      return cause.args.value.includes(',')
        ? printLine(WEBKIT.allowOriginSeveral, {})
        : notAllowed();
    case 'credentials-with-wildcard':
      return printLine(WEBKIT.wildcard, {});
    case 'allow-credentials-missing':
      return printLine(WEBKIT.allowCredentials, {});
    case 'preflight-status':
    case 'preflight-redirect':
      return printLine(WEBKIT.preflightStatus, { status: cause.args.status });
    case 'allow-methods-invalid':
      return printLine(WEBKIT.methodsInvalid, { value: value('Access-Control-Allow-Methods') });
    case 'allow-headers-invalid':
      return printLine(WEBKIT.headersInvalid, { value: value('Access-Control-Allow-Headers') });
    case 'method-not-in-answer':
      return printLine(WEBKIT.method, { method: cause.args.method });
    case 'header-not-in-answer':
      return printLine(WEBKIT.header, { header: namedHeader(headers, cause.args.headers) });
    case 'redirect-credentials':
      return deniedRedirect(
        withoutCredentials(cause.args.url),
        printLine(WEBKIT.redirectCredentials, { location: cause.args.url })
      );
    case 'redirect-scheme':
      return cause.args.url.startsWith('ftp:')
        ? printLine(WEBKIT.ftp, {})
        : deniedRedirect(cause.args.url, printLine(WEBKIT.redirectScheme, {}));
    case 'redirect-too-many':
      return printLine(WEBKIT.redirectTooMany, {});
    case 'redirect-not-allowed':
      return printLine(WEBKIT.redirectNotAllowed, { url });
    case 'network':
      if (phase !== 'preflight') return null;
      return cause.args.reason === 'refused'
        ? printLine(WEBKIT.refused, { host: new URL(url).hostname })
        : printLine(WEBKIT.terminated, {});
    case 'mode-same-origin':
      return redirected
        ? printLine(WEBKIT.unsafeAttempt, { url, origin: pageOrigin })
        : printLine(WEBKIT.cannotLoad, { url });
    case 'no-cors-redirect-mode':
      return printLine(WEBKIT.modeNoCors, {});
    case 'scheme-unsupported':
      return printLine(WEBKIT.scheme, {});
    case 'resource-policy':
      return printLine(WEBKIT.resourcePolicy, { url });
    default:
      return null;
  }
}
