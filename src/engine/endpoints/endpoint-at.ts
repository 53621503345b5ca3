/** Who answers CORS at an address: the bucket's rules, or something else. docs/facts/addresses.md */
import { isLoopback, readTarget } from '../3-browser/url/target.ts';
import { providers, type Provider, type ProviderId } from '../providers/providers.ts';
import type { Address, Endpoint, Place } from './endpoint.ts';
import { amazon } from './places/amazon.ts';
import { azure } from './places/azure.ts';
import { cdn } from './places/cdn.ts';
import { china } from './places/china.ts';
import { consoles } from './places/consoles.ts';
import { google } from './places/google.ts';
import { others } from './places/others.ts';
import { serviceAt } from './services.ts';

/** Every place where something else than a bucket's rules decides; the first that fits counts. */
export const PLACES: readonly Place[] = [
  ...google,
  ...azure,
  ...amazon,
  ...china,
  ...others,
  ...consoles,
  ...cdn
];

const FETCH = 'https://fetch.spec.whatwg.org/#http-cors-protocol';

function addressOf(url: string, method: string): { address: Address; authority: string } | null {
  const target = readTarget(url);
  if (target === null) return null;
  const [host = '', port = ''] = target.host.toLowerCase().split(/:(?=\d+$)/);
  const [path = '', ...query] = target.path.split(/(?=\?)/);
  const address = {
    host: host.replace(/\.$/, ''),
    port,
    path: path || '/',
    query: query.join(''),
    method
  };
  return { address, authority: target.host };
}

/** A bucket of a store, at whatever address. */
export const bucketOf = ({ id }: Provider): Endpoint => ({
  kind: 'bucket',
  answers: 'rules',
  store: id,
  name: null,
  host: '',
  bucketHost: null,
  evidence: 'documented',
  source: FETCH
});

/** The stores of which a host is an endpoint, by their own addresses or by a service that runs their software. */
export function storesAt(host: string): Provider[] {
  const own = providers.filter((provider) => provider.servesHost(host));
  if (own.length > 0) return own;
  const service = serviceAt(host.toLowerCase().replace(/:\d+$/, ''));
  return providers.filter(({ id }) => id === service?.store);
}

/** True for a name that anybody's server may have: of this machine, of a network's own, or of a store that is hosted at home. */
const isAnybodys = (host: string, provider: Provider | null): boolean =>
  isLoopback(host) || (provider !== null && provider.kind !== 'cloud');

/**
 * Who answers at `url`, for a call of that method and the store whose rules are at hand (null where none is chosen).
 * A host that another store claims is `foreign` to the chosen one; a name that nobody claims is `unknown`, since a network or a
 * proxy may stand before the bucket. An address that cannot be read is unknown.
 */
export function endpointAt(url: string, provider: Provider | null, method = 'GET'): Endpoint {
  const read = addressOf(url, method);
  const host = read?.address.host ?? '';
  const plain = {
    answers: 'rules',
    name: null,
    host,
    bucketHost: null,
    evidence: 'documented',
    source: FETCH
  } as const;
  if (read === null) return { ...plain, kind: 'unknown', store: null };
  const place = PLACES.find(({ at }) => at(read.address, provider?.id ?? null));
  if (place !== undefined) {
    const { kind, answers, store, name, evidence, source } = place;
    return {
      kind,
      answers: answersOf(answers, store, provider),
      store,
      name,
      host,
      bucketHost: place.bucketHost?.(host) ?? null,
      evidence,
      source
    };
  }
  const serving = storesAt(read.authority);
  const service = serviceAt(host);
  const named = service && {
    name: service.name,
    evidence: service.evidence,
    source: service.source
  };
  const one = serving.find((store) => store === provider) ?? serving[0] ?? null;
  if (one !== null && (provider === null || one === provider)) {
    return { ...plain, ...named, kind: 'bucket', store: one.id };
  }
  if (
    isAnybodys(host, provider) &&
    !serving.some(({ kind }) => kind === 'cloud') &&
    service === null
  ) {
    return { ...plain, kind: 'bucket', store: provider?.id ?? null };
  }
  if ((one !== null && one.kind === 'cloud') || service !== null) {
    return {
      ...plain,
      ...named,
      kind: 'foreign',
      answers: 'unknown',
      store: one?.id ?? null,
      name: service?.name ?? one?.name ?? null
    };
  }
  return { ...plain, kind: 'unknown', store: provider?.id ?? null, evidence: 'inferred' };
}

/** What a store says of its own accord is known only where it is the chosen one. */
const answersOf = (
  answers: Endpoint['answers'],
  store: ProviderId | null,
  provider: Provider | null
): Endpoint['answers'] =>
  answers === 'store' && provider !== null && provider.id !== store ? 'unknown' : answers;
