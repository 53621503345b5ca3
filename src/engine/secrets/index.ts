/**
 * The one gate that decides what of a call may be shown, kept, copied or passed on: page, storage, copies, links and command
 * line all ask it.
 */
export type { RemovedSecret, ScrubResult } from './removed-secret.ts';
export { scrubAddresses } from './scrub-addresses.ts';
export { scrubCall, scrubHeaders } from './scrub-headers.ts';
export { holdsCall, scrubAround, scrubText } from './scrub-text.ts';
export { scrubUrl } from './scrub-url.ts';
