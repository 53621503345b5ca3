import type { Header } from '../../model.ts';
import type { Failure } from '../network.ts';
import { valueOf } from '../syntax.ts';
import type { ConsoleInput } from './engine.ts';

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
  return phase === 'redirect' && isCheck && location !== null && URL.canParse(location, url)
    ? deniedRedirect(new URL(location, url).href, text ?? '')
    : text;
}

const deniedRedirect = (to: string, why: string): string =>
  `Cross-origin redirection to ${to} denied by Cross-Origin Resource Sharing policy: ${why}`;

/** An address as WebKit prints it here: without user name and password. */
function withoutCredentials(address: string): string {
  const url = new URL(address);
  url.username = '';
  url.password = '';
  return url.href;
}

function failureText(
  { cause, phase, url, origin, answer }: Failure,
  headers: readonly Header[],
  pageOrigin: string,
  redirected: boolean
): string | null {
  const notAllowed = `Origin ${origin} is not allowed by Access-Control-Allow-Origin. Status code: ${answer?.status ?? 0}`;
  const invalid = (name: string) =>
    `Header ${name} has an invalid value: ${valueOf(answer?.headers ?? [], name) ?? ''}`;

  switch (cause.code) {
    case 'allow-origin-missing':
      return notAllowed;
    case 'allow-origin-mismatch':
      return cause.args.value.includes(',')
        ? 'Access-Control-Allow-Origin cannot contain more than one origin.'
        : notAllowed;
    case 'credentials-with-wildcard':
      return 'Cannot use wildcard in Access-Control-Allow-Origin when credentials flag is true.';
    case 'allow-credentials-missing':
      return 'Credentials flag is true, but Access-Control-Allow-Credentials is not "true".';
    case 'preflight-status':
    case 'preflight-redirect':
      return `Preflight response is not successful. Status code: ${cause.args.status}`;
    case 'allow-methods-invalid':
      return invalid('Access-Control-Allow-Methods');
    case 'allow-headers-invalid':
      return invalid('Access-Control-Allow-Headers');
    case 'method-not-in-answer':
      return `Method ${cause.args.method} is not allowed by Access-Control-Allow-Methods.`;
    case 'header-not-in-answer':
      return `Request header field ${namedHeader(headers, cause.args.headers)} is not allowed by Access-Control-Allow-Headers.`;
    case 'redirect-credentials':
      return deniedRedirect(
        withoutCredentials(cause.args.url),
        `redirection URL ${cause.args.url} has credentials`
      );
    case 'redirect-scheme':
      return cause.args.url.startsWith('ftp:')
        ? 'FTP URLs are disabled'
        : deniedRedirect(
            cause.args.url,
            'not allowed to follow a cross-origin CORS redirection with non CORS scheme'
          );
    case 'redirect-too-many':
      return 'Load cannot follow more than 20 redirections';
    case 'redirect-not-allowed':
      return `Not allowed to follow a redirection while loading ${url}`;
    case 'network':
      if (phase !== 'preflight') return null;
      return cause.args.reason === 'refused'
        ? `Could not connect to ${new URL(url).hostname}: Connection refused`
        : 'Connection terminated unexpectedly';
    case 'mode-same-origin':
      return redirected
        ? `Unsafe attempt to load URL ${url} from origin ${pageOrigin}. Domains, protocols and ports must match.`
        : `Fetch API cannot load ${url}.`;
    case 'no-cors-redirect-mode':
      return 'No-Cors mode requires follow redirect mode';
    case 'scheme-unsupported':
      return 'Cross origin requests are only supported for HTTP.';
    case 'resource-policy':
      return `Cancelled load to ${url} because it violates the resource's Cross-Origin-Resource-Policy response header.`;
    default:
      return null;
  }
}
