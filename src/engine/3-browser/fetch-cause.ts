import type { Coded } from '../model.ts';

/** Why a browser does not make a call, or does not give its answer to the script. */
export interface FetchCauseArgs {
  // the call is not made
  'url-invalid': { url: string };
  'origin-invalid': { origin: string };
  'method-invalid': { method: string };
  'method-forbidden': { method: string };
  'header-invalid': { header: string };
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
  'mixed-content': { origin: string; url: string };
  'scheme-unsupported': { url: string; scheme: string };
  'mode-same-origin': { url: string };
  'no-cors-redirect-mode': { redirect: string };
  'cache-miss': Record<string, never>;
  // the answer is not taken
  'allow-origin-missing': Record<string, never>;
  'allow-origin-mismatch': { origin: string; value: string };
  'credentials-with-wildcard': { origin: string };
  'allow-credentials-missing': { value: string };
  'preflight-status': { status: number };
  'preflight-redirect': { status: number };
  'allow-methods-invalid': { value: string };
  'allow-headers-invalid': { value: string };
  'method-not-in-answer': { method: string; value: string };
  'header-not-in-answer': { headers: string[]; value: string };
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
