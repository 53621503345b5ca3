/** Headers that a rule may allow or expose. */
import { probeOf } from '../ask/probe.ts';
import { classifyHeader } from '../3-browser/request/safelist.ts';
import type { PageRequest } from '../model.ts';
import type { Provider } from '../providers/providers.ts';
import type { CompletionDetail } from './completion.ts';
import { clientsBy, familyOf, headerSpelling } from './store-headers.ts';

/** A value that a field may hold, and why it is offered. */
export interface Offer {
  value: string;
  detail: CompletionDetail;
}

const allows = (header: string) => (provider: Provider) => {
  const probe = probeOf(provider);
  const rule = { allowedHeaders: [header] };
  return probe.takes(rule, { headers: ['x-a'] }) && !probe.refuses(rule);
};

/** True where a `*` at the end of a name stands for the rest of it. */
export const patternHolds = allows('x-*');
const anyHeaderHolds = allows('*');

/** True where a `*` is saved, and it is known what the store sends for it. */
function anyExposedHolds(provider: Provider): boolean {
  const probe = probeOf(provider);
  const rule = { exposeHeaders: ['*'] };
  const { answer } = probe.trace(rule);
  const told = answer.find(({ header }) => header === 'Access-Control-Expose-Headers');
  return !probe.refuses(rule) && told?.step.evidence !== 'inferred';
}

/** What the present request sends, then what the store's clients send, then what any client does. */
export function allowedHeaders(provider: Provider, request: PageRequest): Offer[] {
  const { prefix } = familyOf(provider);
  const asked = request.headers
    .filter(([name, value]) => classifyHeader(name, value).kind === 'unsafe')
    .map(([name]): Offer => ({
      value: name.toLowerCase(),
      detail: { code: 'asked-header', args: {} }
    }));
  const patterns = patternHolds(provider);
  const sent = [...clientsBy(provider, 'sends')]
    .filter(([name]) => patterns || !name.endsWith('*'))
    .map(([value, clients]): Offer => ({ value, detail: { code: 'sent-by', args: { clients } } }));
  const own: Offer[] = patterns
    ? [{ value: `${prefix}*`, detail: { code: 'own-headers', args: { store: provider.name } } }]
    : [];
  const any: Offer[] = anyHeaderHolds(provider)
    ? [{ value: '*', detail: { code: 'any-header', args: {} } }]
    : [];
  return [...asked, ...own, ...sent, ...any];
}

/** What the present request must read, then what the store's clients read. */
export function exposedHeaders(provider: Provider, request: PageRequest): Offer[] {
  const needed = request.needs.map((name): Offer => ({
    value: headerSpelling(name.toLowerCase()),
    detail: { code: 'needed-header', args: {} }
  }));
  const read = [...clientsBy(provider, 'reads')]
    .filter(([name]) => !name.endsWith('*'))
    .map(([name, clients]): Offer => ({
      value: headerSpelling(name),
      detail: { code: 'read-by', args: { clients } }
    }));
  const { requestId } = familyOf(provider);
  const id: Offer = {
    value: requestId,
    detail: { code: 'request-id', args: { store: provider.name } }
  };
  const any: Offer[] = anyExposedHolds(provider)
    ? [{ value: '*', detail: { code: 'any-exposed', args: {} } }]
    : [];
  return [...needed, ...read, id, ...any];
}
