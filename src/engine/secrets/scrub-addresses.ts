import type { RemovedSecret, ScrubResult } from './removed-secret.ts';
import { scrubUrl } from './scrub-url.ts';

/** An address in a text, up to a blank or a quote that no address holds; what ends a sentence is no part of it. */
const ADDRESS =
  /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{0,20}:\/\/[^\s"<>`‘’“”]*[^\s"<>`‘’“”'.,;:!)\]}]/gi;

/** The text with every address in it scrubbed; everything else stays. Linear. */
export function scrubAddresses(text: string): ScrubResult<string> {
  const removed: RemovedSecret[] = [];
  const value = text.replace(ADDRESS, (address) => {
    const scrubbed = scrubUrl(address);
    removed.push(...scrubbed.removed);
    return scrubbed.value;
  });
  return { value, removed };
}
