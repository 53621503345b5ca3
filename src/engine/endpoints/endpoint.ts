import type { Evidence } from '../model.ts';
import type { ProviderId } from '../providers/providers.ts';

/** Who answers CORS at an address, as the replay contract names them. */
export const ENDPOINT_KINDS = [
  'bucket',
  'service-root',
  'website',
  'cdn',
  'upload-session',
  'api-fixed',
  'other-service',
  'foreign',
  'unknown'
] as const;
export type EndpointKind = (typeof ENDPOINT_KINDS)[number];

/**
 * What is known of the answers there. `rules`: the bucket's rules decide; `store`: the store tells of its own accord, as its
 * `decide` has it; `never`: no answer has a CORS header; `unknown`: something else decides that the rules do not tell.
 */
type EndpointAnswers = 'rules' | 'store' | 'never' | 'unknown';

/** Who answers CORS at one address. */
export interface Endpoint {
  kind: EndpointKind;
  answers: EndpointAnswers;
  /** The store whose software answers, or before which this stands; null where the address does not tell. */
  store: ProviderId | null;
  /** The name under which it is known; null where it is the store's own. */
  name: string | null;
  /** The host name, in lower case and without its port; empty where the address is none. */
  host: string;
  /** The host at which the bucket itself answers for the same object; null where the address does not tell. */
  bucketHost: string | null;
  evidence: Evidence;
  source: string;
}

/** An address, taken apart for the tables. */
export interface Address {
  /** In lower case, without its port. */
  host: string;
  /** Empty where it goes without saying. */
  port: string;
  /** From the first slash, without the query. */
  path: string;
  /** From its question mark; empty where there is none. */
  query: string;
  method: string;
}

/** A place at which something else than a bucket's rules decides, and how it is told by its address. */
export interface Place extends Pick<Endpoint, 'answers' | 'store' | 'evidence' | 'source'> {
  kind: Exclude<EndpointKind, 'bucket' | 'unknown'>;
  /** Proper name, the same in every language. */
  name: string;
  /** `chosen` is the store whose rules are at hand; null where none is. */
  at(address: Address, chosen: ProviderId | null): boolean;
  /** The bucket's own host, at which the object has the same path. */
  bucketHost?(host: string): string | null;
}

/** True where a host is one of these names or lies below one of them. */
export const isBelow = (host: string, ...names: readonly string[]): boolean =>
  names.some((name) => host === name || host.endsWith(`.${name}`));
