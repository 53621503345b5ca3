/** Headers that a script sets by mistake, so that no rule should allow them. */
import type { PageRequest } from '../model.ts';
import { parseUrl } from '../3-browser/url/parse-url.ts';

/** Query parameters by which an address carries its own signature, in small letters. */
const SIGNATURES: ReadonlySet<string> = new Set([
  'x-amz-signature',
  'x-goog-signature',
  'x-oss-signature',
  'x-tos-signature',
  'x-obs-signature',
  'signature',
  'sig',
  'ossaccesskeyid',
  'q-signature',
  'temp_url_sig'
]);

const isSigned = (url: string): boolean =>
  [...(parseUrl(url)?.searchParams.keys() ?? [])].some((name) =>
    SIGNATURES.has(name.toLowerCase())
  );

/** What a mistake in a script makes of a list or a missing value: an index, or a word for nothing. */
const ACCIDENT = /^(\d+|undefined|null|nan)$/;

/**
 * The names among `unsafe`, in small letters, that the call should not set: headers of an answer, credentials beside those
 * that the address holds, and names that are none.
 */
export const headersAtFault = ({ url }: PageRequest, unsafe: readonly string[]): string[] =>
  unsafe.filter(
    (name) =>
      name.startsWith('access-control-') ||
      ACCIDENT.test(name) ||
      (name === 'authorization' && isSigned(url))
  );
