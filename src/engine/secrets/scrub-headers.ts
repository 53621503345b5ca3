import { isToken } from '../3-browser/syntax.ts';
import { HIDDEN, type Header } from '../model.ts';
import { kindOfHeader } from './harmless-headers.ts';
import type { CallParts, RemovedSecret, ScrubResult } from './removed-secret.ts';
import { scrubAddresses } from './scrub-addresses.ts';
import { scrubUrl } from './scrub-url.ts';

/** A harmless header that nobody sends so: its value says that it gives access. */
const ACCESS = /\b(?:basic|bearer|dpop|negotiate|digest|aws4-hmac-sha256)[ +]\S/i;

/**
 * The headers with {@link HIDDEN} for every value that is not known to be harmless. Names stay, since they are what counts for
 * CORS; one that is no name at all is hidden too.
 */
export function scrubHeaders(headers: readonly Header[]): ScrubResult<Header[]> {
  const removed: RemovedSecret[] = [];
  const value = headers.map(([name, written]): Header => {
    const scrubbed = scrubHeader(name, written);
    removed.push(...scrubbed.removed);
    return [isToken(name.replace(/^:/, '')) ? name : HIDDEN, scrubbed.value];
  });
  return { value, removed };
}

/** The value of one header. */
export function scrubHeader(name: string, written: string): ScrubResult<string> {
  const kind = kindOfHeader(name);
  if (written === '' || written === HIDDEN) return { value: written, removed: [] };
  if (kind === 'unknown' || ACCESS.test(written))
    return { value: HIDDEN, removed: [{ place: 'header', name, length: written.length }] };
  const { value, removed } = kind === 'address' ? scrubUrl(written) : scrubAddresses(written);
  return { value, removed: removed.map((each) => ({ ...each, name: each.name || name })) };
}

/** A call with its address and its headers scrubbed; everything else of it stays. */
export function scrubCall<Call extends CallParts>(call: Call): ScrubResult<Call> {
  const { url, headers } = call;
  const address = url === undefined ? null : scrubUrl(url);
  const list = headers === undefined ? null : scrubHeaders(headers);
  return {
    value: {
      ...call,
      ...(address === null ? {} : { url: address.value }),
      ...(list === null ? {} : { headers: list.value })
    },
    removed: [...(address?.removed ?? []), ...(list?.removed ?? [])]
  };
}
