import type { Coded } from '../model.ts';
import type { CauseArgs } from '../4-explain/cause.ts';

/** Why a call of any kind fails: the causes of a story, and those that only modes, redirects and networks bring. */
export interface FetchCauseArgs extends CauseArgs {
  // the call is not made
  'mode-invalid': { mode: string };
  'option-invalid': { option: string; value: string };
  'body-not-allowed': { method: string };
  'stream-needs-duplex': Record<string, never>;
  'stream-needs-cors': { mode: string };
  'stream-unsupported': Record<string, never>;
  'keepalive-too-large': { bytes: number };
  'no-cors-method': { method: string };
  'cache-only-cross-origin': Record<string, never>;
  // the address is not asked
  'scheme-unsupported': { url: string; scheme: string };
  'mode-same-origin': { url: string };
  'no-cors-redirect-mode': { redirect: string };
  'cache-miss': Record<string, never>;
  // the answer is not taken
  network: { reason: NetworkReason };
  'resource-policy': { policy: string };
  'redirect-not-allowed': { url: string };
  'redirect-too-many': { url: string };
  'redirect-invalid': { location: string };
  'redirect-scheme': { url: string };
  'redirect-credentials': { url: string };
  'redirect-user-name': { url: string };
  'redirect-stream': { url: string };
}

/** How a connection fails. */
export type NetworkReason =
  | 'refused'
  | 'closed'
  | 'tls'
  | 'needs-http2'
  | 'status-407'
  | 'invalid-redirect'
  | 'several-locations';

export type FetchCause = Coded<FetchCauseArgs>;
