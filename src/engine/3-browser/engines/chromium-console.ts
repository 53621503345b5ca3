import type { NetworkReason } from '../fetch-cause.ts';
import type { FetchFailure } from '../fetch/network.ts';
import { parseUrl } from '../url/parse-url.ts';
import { schemeOf } from '../url/target.ts';
import { CORS_SCHEMES, OWN_SCHEMES } from './chromium-schemes.ts';
import { CHROMIUM } from './chromium-lines.ts';
import { printLine } from './console-line.ts';
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

const ONLY_CORS_SCHEMES = printLine(CHROMIUM.schemes, { schemes: CORS_SCHEMES.join(', ') });

const NOT_LOADED = 'Failed to load resource: ';
const notLoaded = (error: string): string => printLine(CHROMIUM.notLoaded, { error });

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
  return printLine(CHROMIUM.answered, { status, reason: input.reason });
}

function failureLine(input: ConsoleInput, failure: FetchFailure): string | null {
  const { cause, phase, url } = failure;
  const { initiator, pageOrigin, pageUrl } = input;
  const first = input.result.request?.target.href ?? url;
  const mode = input.result.request?.mode;
  const blocked = (text: string, at = url) => {
    const access = { kind: KINDS[initiator] ?? 'resource', url: at, origin: pageOrigin };
    const beginning =
      at === first
        ? printLine(CHROMIUM.access, access)
        : printLine(CHROMIUM.accessRedirected, { ...access, first });
    return beginning + text;
  };
  const unsafe = (at: string) =>
    `${printLine(CHROMIUM.unsafeAttempt, { url: at, page: pageUrl ?? 'null' })}\n`;
  const denied = (text: string) =>
    blocked(phase === 'preflight' ? printLine(CHROMIUM.preflight, {}) + text : text);
  const ofXhr = initiator === 'xhr' ? printLine(CHROMIUM.ofXhr, {}) : '';

  switch (cause.code) {
    case 'allow-origin-missing':
      return denied(printLine(CHROMIUM.allowOriginMissing, {}));
    case 'allow-origin-mismatch': {
      const remedy = initiator === 'fetch' ? printLine(CHROMIUM.haveServerSend, {}) : '';
      return denied(whyNot(cause.args.value) + remedy);
    }
    case 'credentials-with-wildcard':
      return denied(printLine(CHROMIUM.wildcard, {}) + ofXhr);
    case 'allow-credentials-missing': {
      const value = printable(cause.args.value);
      return denied(printLine(CHROMIUM.allowCredentials, { value }) + ofXhr);
    }
    case 'preflight-status':
      return denied(printLine(CHROMIUM.preflightStatus, {}));
    case 'preflight-redirect':
      return denied(printLine(CHROMIUM.preflightRedirect, {}));
    case 'allow-methods-invalid':
      return blocked(printLine(CHROMIUM.methodsInvalid, {}));
    case 'allow-headers-invalid':
      return blocked(printLine(CHROMIUM.headersInvalid, {}));
    case 'method-not-in-answer':
      return blocked(printLine(CHROMIUM.method, { method: cause.args.method }));
    case 'header-not-in-answer':
      return blocked(printLine(CHROMIUM.header, { header: cause.args.headers[0] ?? '' }));
    case 'redirect-credentials':
      // Chromium leaves the address out of its own sentence.
      return blocked(printLine(CHROMIUM.redirectCredentials, { location: '' }));
    case 'redirect-scheme':
      if (OWN_SCHEMES.has(schemeOf(cause.args.url))) return notLoaded('ERR_UNSAFE_REDIRECT');
      if (mode === 'no-cors') return notLoaded('ERR_UNKNOWN_URL_SCHEME');
      if (mode === 'same-origin') return unsafe(cause.args.url);
      return blocked(ONLY_CORS_SCHEMES, cause.args.url);
    case 'redirect-too-many':
      return notLoaded('ERR_TOO_MANY_REDIRECTS');
    case 'redirect-not-allowed':
      return notLoaded('ERR_FAILED');
    case 'redirect-invalid':
      return notLoaded('ERR_INVALID_REDIRECT');
    case 'cache-miss':
      return notLoaded('ERR_CACHE_MISS');
    case 'network':
      return notLoaded(NET_ERRORS[cause.args.reason]);
    case 'resource-policy':
      return notLoaded(
        `ERR_BLOCKED_BY_RESPONSE.${cause.args.policy === 'same-origin' ? 'NotSameOrigin' : 'NotSameSite'}`
      );
    case 'mode-same-origin':
      return url === first
        ? printLine(CHROMIUM.modeSameOrigin, { url, origin: pageOrigin })
        : unsafe(url);
    case 'no-cors-redirect-mode':
      return printLine(CHROMIUM.modeNoCors, { url });
    case 'scheme-unsupported':
      if (cause.args.scheme === 'file')
        return printLine(CHROMIUM.localFile, { url: cause.args.url });
      if (initiator === 'xhr')
        return cause.args.scheme === 'ftp' ? null : blocked(ONLY_CORS_SCHEMES);
      return printLine(CHROMIUM.scheme, { url, scheme: cause.args.scheme });
    default:
      return null;
  }
}

/** How a value is wrong, in the order of services/network/public/cpp/cors/cors.cc. */
function whyNot(value: string): string {
  const shown = { value: printable(value) };
  if (/[ ,]/.test(value)) return printLine(CHROMIUM.allowOriginSeveral, shown);
  return value === 'null' || parseUrl(value) !== null
    ? printLine(CHROMIUM.allowOriginDiffers, shown)
    : printLine(CHROMIUM.allowOriginInvalid, shown);
}

/** Chromium's console escapes what is not ASCII: acao-latin1. */
function printable(value: string): string {
  return value.replace(
    /[^\x20-\x7e]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
  );
}
