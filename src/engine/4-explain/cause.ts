import type { FetchCauseArgs } from '../3-browser/fetch-cause.ts';

interface EndpointArgs {
  host: string;
  /** Who answers there. */
  name: string;
}

/**
 * The closed set of why a call fails, each with the args that its sentence names: what the browser refuses by itself,
 * what the rules do not let through, and what the script cannot read.
 */
export interface CauseArgs extends FetchCauseArgs {
  // bucket: the rules
  'no-configuration': { store: string };
  'bucket-missing': { store: string };
  'endpoint-without-cors': { store: string };
  // bucket: something else than the rules decides at the address, and what it does is not known
  'endpoint-cdn': EndpointArgs;
  'endpoint-website': EndpointArgs;
  'endpoint-session': EndpointArgs;
  'endpoint-api': EndpointArgs;
  'endpoint-other-service': EndpointArgs;
  'endpoint-foreign': EndpointArgs;
  // bucket: the rules' own
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
  // script
  'header-not-exposed': { headers: string[] };
  'header-never-readable': { headers: string[] };
}
