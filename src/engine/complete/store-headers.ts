/** Whose headers belong to which store. */
import type { ClientFamily } from '../providers/provider.ts';
import type { Provider } from '../providers/providers.ts';
import { CLIENT_HEADERS } from './client-headers.ts';

interface Family {
  /** What the store's own headers begin with. */
  prefix: string;
  /** The header by which the store's support finds a request. */
  requestId: string;
}

const FAMILIES: Readonly<Record<ClientFamily, Family>> = {
  cos: { prefix: 'x-cos-', requestId: 'x-cos-request-id' },
  s3: { prefix: 'x-amz-', requestId: 'x-amz-request-id' },
  oss: { prefix: 'x-oss-', requestId: 'x-oss-request-id' },
  obs: { prefix: 'x-obs-', requestId: 'x-obs-request-id' },
  azure: { prefix: 'x-ms-', requestId: 'x-ms-request-id' },
  gcs: { prefix: 'x-goog-', requestId: 'x-guploader-uploadid' },
  b2: { prefix: 'x-bz-', requestId: 'x-amz-request-id' },
  swift: { prefix: 'x-object-', requestId: 'x-trans-id' }
};

/** The family whose headers are the store's own. */
export const familyOf = ({ clients }: Provider): Family => FAMILIES[clients[0]];

/** The spelling in which vendors' pages have a name; names of the stores themselves are in lower case. */
const SPELLED = new Map(
  ['ETag', 'Accept-Ranges', 'Content-MD5', 'Content-Range', 'Date', 'Location', 'Range'].map(
    (name) => [name.toLowerCase(), name]
  )
);

export const headerSpelling = (name: string): string => SPELLED.get(name) ?? name;

/** Each header that clients of a store send, or read, with those clients: the store's own, then those of any store. */
export function clientsBy(provider: Provider, what: 'sends' | 'reads'): Map<string, string[]> {
  return clientsOf([...provider.clients, 'any'], what);
}

/** The headers that a store's own clients send, or read. */
export const ownHeaders = (provider: Provider, what: 'sends' | 'reads'): string[] => [
  ...clientsOf(provider.clients, what).keys()
];

function clientsOf(families: readonly (ClientFamily | 'any')[], what: 'sends' | 'reads') {
  const found = new Map<string, string[]>();
  for (const family of families) {
    for (const one of CLIENT_HEADERS) {
      if (one.store !== family) continue;
      for (const name of one[what]) found.set(name, [...(found.get(name) ?? []), one.client]);
    }
  }
  return found;
}
