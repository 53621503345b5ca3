import type { Header } from '../model.ts';

/** What stands in the place of a secret: a value that a header can carry. */
const HIDDEN = '***';

/** Names of headers and of query parameters whose values give access: those of all stores, and what others use. */
const SECRET_NAMES: ReadonlySet<string> = new Set([
  'authorization',
  'proxy-authorization',
  'cookie',
  'set-cookie',
  'sig',
  'key',
  'code',
  'auth',
  'jwt',
  'sign',
  'q-ak',
  'x-csrf',
  'awsaccesskeyid',
  'ossaccesskeyid',
  'googleaccessid',
  'accesskeyid'
]);
/** The same in any name that ends so or holds it. */
const SECRET_PARTS = [
  'token',
  'secret',
  'password',
  'passwd',
  'signature',
  'credential',
  'session',
  'apikey',
  'api-key',
  'api_key',
  'access-key',
  'access_key'
];
/** These only name what was signed, or how. */
const HARMLESS: ReadonlySet<string> = new Set(['x-amz-signatureversion', 'signatureversion']);

/** Whether the value of a header or of a query parameter of this name must not be shown or kept. */
export function isSecretName(name: string): boolean {
  const lower = name.toLowerCase();
  if (HARMLESS.has(lower)) return false;
  return SECRET_NAMES.has(lower) || SECRET_PARTS.some((part) => lower.includes(part));
}

/** The headers with the values of secrets hidden; their names stay, since those count for CORS. */
export function scrubHeaders(headers: readonly Header[]): Header[] {
  return headers.map(([name, value]) =>
    isSecretName(name) && value !== '' ? [name, HIDDEN] : [name, value]
  );
}

/**
 * An address without user name, password, fragment and the values of secret parameters; the rest letter for letter.
 * https://url.spec.whatwg.org/#url-writing
 */
export function scrubUrl(address: string): string {
  const [withoutFragment = ''] = address.split('#', 1);
  const mark = withoutFragment.indexOf('?');
  const path = mark === -1 ? withoutFragment : withoutFragment.slice(0, mark);
  const query = mark === -1 ? '' : `?${scrubQuery(withoutFragment.slice(mark + 1))}`;
  return withoutUser(path) + query;
}

const scrubQuery = (query: string): string =>
  query
    .split('&')
    .map((pair) => {
      const equals = pair.indexOf('=');
      const name = equals === -1 ? pair : pair.slice(0, equals);
      return equals !== -1 && isSecretName(decoded(name)) ? `${name}=${HIDDEN}` : pair;
    })
    .join('&');

/** `X%2DAmz-Signature` is the same parameter; a name that cannot be decoded is taken as it is. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function withoutUser(path: string): string {
  const authority = path.indexOf('://') + 3;
  if (authority === 2) return path;
  const slash = path.indexOf('/', authority);
  const end = slash === -1 ? path.length : slash;
  const at = path.slice(authority, end).lastIndexOf('@');
  return at === -1 ? path : path.slice(0, authority) + path.slice(authority + at + 1);
}
