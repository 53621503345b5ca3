/** A written origin, taken apart as far as it has the parts of one. */
import { parseUrl } from '../3-browser/url/parse-url.ts';

export interface OriginShape {
  scheme: string;
  /** With a user's name, where somebody wrote one. */
  host: string;
  /** Null where there is no colon behind the host. */
  port: string | null;
  /** What stands behind host and port: a path, a query, a fragment. */
  rest: string;
}

/** Null where there is no `://` with something before it. */
export function shapeOf(value: string): OriginShape | null {
  const at = value.indexOf('://');
  if (at < 1) return null;
  const after = value.slice(at + 3);
  const end = after.search(/[/?#\\]/);
  const authority = end === -1 ? after : after.slice(0, end);
  const colon = authority.lastIndexOf(':');
  const hasPort = colon > authority.lastIndexOf(']');
  return {
    scheme: value.slice(0, at),
    host: hasPort ? authority.slice(0, colon) : authority,
    port: hasPort ? authority.slice(colon + 1) : null,
    rest: end === -1 ? '' : after.slice(end)
  };
}

/** The origin that the shape writes; a path is not part of it. */
export const originOf = ({ scheme, host, port }: Omit<OriginShape, 'rest'>): string =>
  `${scheme}://${host}${port === null ? '' : `:${port}`}`;

/** https://url.spec.whatwg.org/#default-port */
const DEFAULT_PORTS: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({ http: '80', https: '443' })
);
export const defaultPort = (scheme: string): string | undefined =>
  DEFAULT_PORTS.get(scheme.toLowerCase());

/** Names and addresses of the own machine and of private networks, where pages are served at a port of their own. */
export const isLocal = (host: string): boolean =>
  /^(localhost|.+\.localhost|127(\.\d+){3}|10(\.\d+){3}|192\.168(\.\d+){2}|\[::1\])$/i.test(host);

/**
 * What people do not see, or take for something else: controls, blanks that do not break, characters of no width, marks of
 * direction, and the wide forms of ASCII.
 */
const UNSEEN = /(?![\t-\r ])[\p{Cc}\p{Cf}\p{Z}\p{Variation_Selector}\u034f\uff01-\uff5e]/gu;

export const unseenIn = (value: string): string[] => [...new Set(value.match(UNSEEN) ?? [])];

/** The value in plain characters: wide forms in ASCII, and nothing unseen. */
export const withoutUnseen = (value: string): string =>
  value.replace(UNSEEN, (character) => {
    const code = character.charCodeAt(0);
    return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : '';
  });

/** True where nothing hides in a value, so that its shape is what it seems. */
export const isTidy = (value: string): boolean =>
  value !== '' && !/[\s,;]/.test(value) && unseenIn(value).length === 0;

/** A name that a `*` may stand for in an origin. */
const NAME = 'w';

/**
 * The origin that a browser sends for what was most likely meant, with a name for every `*`; null where nothing was.
 * https://html.spec.whatwg.org/#ascii-serialisation-of-an-origin
 */
export function meantOrigin(value: string): string | null {
  const tidy = withoutUnseen(value).replace(/\s+/g, '');
  if (tidy === 'null') return tidy;
  const shape = shapeOf(tidy.includes('://') ? tidy : `https://${tidy.replace(/^\/\//, '')}`);
  if (shape === null) return null;
  const scheme = shape.scheme.includes('*') ? 'https' : shape.scheme;
  const port = shape.port?.includes('*') ? '8443' : shape.port;
  const host = shape.host.replace(/\*/g, NAME);
  const url = parseUrl(originOf({ scheme, host, port: port === '' ? null : port }));
  if (url === null || url.host === '') return null;
  return url.origin === 'null' ? `${url.protocol}//${url.host}` : url.origin;
}
