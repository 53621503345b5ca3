/** Endpoints of one store that differ in what they do about CORS, before any bucket is looked at. */
import type { Gate } from './store.ts';

/** What a store knows, and says, of one gate. */
type Told = Pick<Gate<unknown>, 'refusal' | 'facts'>;

/** Stops what goes to an endpoint that never answers CORS. */
export const endpointAnswers = (told: Told): Gate<unknown> => ({
  ...told,
  shut: ({ question }) => question.endpoint === 'never',
  explain: (_, shut) => ({ code: shut ? 'endpoint-never' : 'endpoint-asks-rules', args: {} })
});

/** Stops what goes to an endpoint that allows every call, whatever the bucket's rules; comes before the one above. */
export const endpointAsksRules = (told: Told): Gate<unknown> => ({
  ...told,
  shut: ({ question }) => question.endpoint === 'open',
  explain: (_, shut) => ({ code: shut ? 'endpoint-open' : 'endpoint-asks-rules', args: {} })
});
