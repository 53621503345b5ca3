import type { Header } from '#engine';

/** Request headers that calls to a bucket often carry: suggestions, any other may be typed. */
export const REQUEST_HEADERS = [
  'authorization',
  'cache-control',
  'content-disposition',
  'content-md5',
  'content-type',
  'range',
  'x-cos-acl',
  'x-cos-meta-',
  'x-cos-security-token',
  'x-cos-storage-class',
  'x-requested-with'
] as const;

/** Response headers that scripts often read: suggestions, any other may be typed. */
export const RESPONSE_HEADERS = [
  'Content-Length',
  'Content-Range',
  'Content-Type',
  'ETag',
  'Last-Modified',
  'x-cos-hash-crc64ecma',
  'x-cos-request-id',
  'x-cos-version-id'
] as const;

/** The methods of the list; a custom one is typed. */
export const METHODS = ['GET', 'HEAD', 'PUT', 'POST', 'DELETE'] as const;

/**
 * The headers of a pasted block of `Name: value` lines, in its order; a line that is none is passed over,
 * as are HTTP/2's pseudo headers (`:authority`) and addresses. Empty where the text holds no header line.
 */
export function parseHeaders(text: string): Header[] {
  return text.split(/\r\n|\r|\n/).flatMap((line): Header[] => {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim();
    if (name === '' || name.includes(' ') || line.startsWith('://', colon)) return [];
    return [[name, line.slice(colon + 1).trim()]];
  });
}

/** Names split at commas and white space, without the empty ones and those that `known` has already. */
export function newNames(text: string, known: readonly string[]): string[] {
  const seen = new Set(known.map((name) => name.toLowerCase()));
  return text.split(/[\s,]+/).filter((name) => {
    const key = name.toLowerCase();
    if (key === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
