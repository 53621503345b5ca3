import type { NetworkReason } from '../fetch-cause.ts';
import type { Failure } from '../network.ts';
import { schemeOf } from '../url.ts';
import { CORS_SCHEMES, OWN_SCHEMES } from './chromium-schemes.ts';
import type { ConsoleInput, Initiator } from './engine.ts';

const KINDS: Partial<Record<Initiator, string>> = {
  fetch: 'fetch',
  xhr: 'XMLHttpRequest',
  font: 'font',
  image: 'image',
  script: 'script',
  style: 'CSS stylesheet',
  audio: 'audio',
  video: 'video'
};

const NET_ERRORS: Record<NetworkReason, string> = {
  refused: 'ERR_CONNECTION_REFUSED',
  closed: 'ERR_EMPTY_RESPONSE',
  tls: 'ERR_CONNECTION_CLOSED',
  'needs-http2': 'ERR_ALPN_NEGOTIATION_FAILED',
  'status-407': 'ERR_UNEXPECTED_PROXY_AUTH',
  'invalid-redirect': 'ERR_INVALID_REDIRECT',
  'several-locations': 'ERR_RESPONSE_HEADERS_MULTIPLE_LOCATION'
};

const ONLY_CORS_SCHEMES = `Cross origin requests are only supported for protocol schemes: ${CORS_SCHEMES.join(', ')}.`;

const NOT_LOADED = 'Failed to load resource: ';
const notLoaded = (error: string): string => NOT_LOADED + error;

/**
 * The primary console line of Chromium to the letter, null where it writes none. It says that a resource failed to load only
 * where the script does not wait for it (tests/live).
 */
export function consoleLine(input: ConsoleInput): string | null {
  const line = lineOf(input);
  return input.sync && line?.startsWith(NOT_LOADED) ? null : line;
}

function lineOf(input: ConsoleInput): string | null {
  const { failure, answer } = input.result;
  if (failure !== null) return failureLine(input, failure);
  const status = answer?.response.status ?? 0;
  if (status < 400) return null;
  return notLoaded(`the server responded with a status of ${status} (${input.reason})`);
}

function failureLine(input: ConsoleInput, failure: Failure): string | null {
  const { cause, phase, url } = failure;
  const { initiator, pageOrigin, pageUrl } = input;
  const first = input.result.request?.target.href ?? url;
  const mode = input.result.request?.mode;
  const cannotLoad = (why: string) => `Fetch API cannot load ${url}. ${why}`;
  const blocked = (text: string, at = url) => {
    const from = at === first ? '' : ` (redirected from '${first}')`;
    const access = `Access to ${KINDS[initiator] ?? 'resource'} at '${at}'${from}`;
    return `${access} from origin '${pageOrigin}' has been blocked by CORS policy: ${text}`;
  };
  const unsafe = (at: string) =>
    `Unsafe attempt to load URL ${at} from frame with URL ${pageUrl}. Domains, protocols and ports must match.\n`;
  const denied = (text: string) =>
    blocked(
      phase === 'preflight'
        ? `Response to preflight request doesn't pass access control check: ${text}`
        : text
    );
  const ofXhr =
    initiator === 'xhr'
      ? ' The credentials mode of requests initiated by the XMLHttpRequest is controlled by the withCredentials attribute.'
      : '';

  switch (cause.code) {
    case 'allow-origin-missing':
      return denied(
        `No 'Access-Control-Allow-Origin' header is present on the requested resource.`
      );
    case 'allow-origin-mismatch':
      return denied(
        `The 'Access-Control-Allow-Origin' header ${whyNot(cause.args.value)}` +
          (initiator === 'fetch' ? ' Have the server send the header with a valid value.' : '')
      );
    case 'credentials-with-wildcard':
      return denied(
        `The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'.${ofXhr}`
      );
    case 'allow-credentials-missing':
      return denied(
        `The value of the 'Access-Control-Allow-Credentials' header in the response is '${printable(cause.args.value)}' which must be 'true' when the request's credentials mode is 'include'.${ofXhr}`
      );
    case 'preflight-status':
      return denied('It does not have HTTP ok status.');
    case 'preflight-redirect':
      return denied('Redirect is not allowed for a preflight request.');
    case 'allow-methods-invalid':
      return blocked(
        'Cannot parse Access-Control-Allow-Methods response header field in preflight response.'
      );
    case 'allow-headers-invalid':
      return blocked(
        'Cannot parse Access-Control-Allow-Headers response header field in preflight response.'
      );
    case 'method-not-in-answer':
      return blocked(
        `Method ${cause.args.method} is not allowed by Access-Control-Allow-Methods in preflight response.`
      );
    case 'header-not-in-answer':
      return blocked(
        `Request header field ${cause.args.headers[0]} is not allowed by Access-Control-Allow-Headers in preflight response.`
      );
    case 'redirect-credentials':
      return blocked(
        `Redirect location '' contains a username and password, which is disallowed for cross-origin requests.`
      );
    case 'redirect-scheme':
      if (OWN_SCHEMES.has(schemeOf(cause.args.url))) return notLoaded('net::ERR_UNSAFE_REDIRECT');
      if (mode === 'no-cors') return notLoaded('net::ERR_UNKNOWN_URL_SCHEME');
      if (mode === 'same-origin') return unsafe(cause.args.url);
      return blocked(ONLY_CORS_SCHEMES, cause.args.url);
    case 'redirect-too-many':
      return notLoaded('net::ERR_TOO_MANY_REDIRECTS');
    case 'redirect-not-allowed':
      return notLoaded('net::ERR_FAILED');
    case 'redirect-invalid':
      return notLoaded('net::ERR_INVALID_REDIRECT');
    case 'cache-miss':
      return notLoaded('net::ERR_CACHE_MISS');
    case 'network':
      return notLoaded(`net::${NET_ERRORS[cause.args.reason]}`);
    case 'resource-policy':
      return notLoaded(
        `net::ERR_BLOCKED_BY_RESPONSE.${cause.args.policy === 'same-origin' ? 'NotSameOrigin' : 'NotSameSite'}`
      );
    case 'mode-same-origin':
      return url === first
        ? cannotLoad(
            `Request mode is "same-origin" but the URL's origin is not same as the request origin ${pageOrigin}.`
          )
        : unsafe(url);
    case 'no-cors-redirect-mode':
      return cannotLoad('Request mode is "no-cors" but the redirect mode is not "follow".');
    case 'scheme-unsupported':
      if (cause.args.scheme === 'file')
        return `Not allowed to load local resource: ${cause.args.url}`;
      if (initiator === 'xhr')
        return cause.args.scheme === 'ftp' ? null : blocked(ONLY_CORS_SCHEMES);
      return cannotLoad(`URL scheme "${cause.args.scheme}" is not supported.`);
    default:
      return null;
  }
}

/** How a value is wrong, in the order of services/network/public/cpp/cors/cors.cc. */
function whyNot(value: string): string {
  const shown = printable(value);
  if (/[ ,]/.test(value)) return `contains multiple values '${shown}', but only one is allowed.`;
  const differs = `has a value '${shown}' that is not equal to the supplied origin.`;
  if (value === 'null' || URL.canParse(value)) return differs;
  return `contains the invalid value '${shown}'.`;
}

/** Chromium's console escapes what is not ASCII: acao-latin1. */
function printable(value: string): string {
  return value.replace(
    /[^\x20-\x7e]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
  );
}
