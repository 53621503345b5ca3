/** The closed set of why a call fails, each with the args that its sentence names. */
export interface CauseArgs {
  // browser: before anything is sent
  'url-invalid': { url: string };
  'origin-invalid': { origin: string };
  'method-invalid': { method: string };
  'method-forbidden': { method: string };
  'header-invalid': { header: string };
  'mixed-content': { origin: string; url: string };
  // bucket: the rules
  'no-configuration': { store: string };
  'bucket-missing': { store: string };
  'endpoint-without-cors': { store: string };
  'origin-not-allowed': { origin: string; listed: string[] };
  'origin-scheme-missing': { origin: string; written: string };
  'origin-scheme-differs': { origin: string; written: string };
  'origin-port-differs': { origin: string; written: string };
  'origin-trailing-slash': { origin: string; written: string };
  'origin-path': { origin: string; written: string };
  'origin-case': { origin: string; written: string };
  'origin-whitespace': { origin: string; written: string };
  'origin-bare-domain': { origin: string; written: string };
  'origin-two-wildcards': { origin: string; written: string };
  'method-not-allowed': { method: string; listed: string[] };
  'method-unsupported': { method: string; store: string; listed: string[] };
  'header-not-allowed': { headers: string[]; listed: string[] };
  // check and actual: the browser's own checks of an answer
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
  // script
  'header-not-exposed': { headers: string[] };
  'header-never-readable': { headers: string[] };
}
