import type { Asked, Gate } from './store.ts';

/** What a store knows, and says, of one gate. */
type Told = Pick<Gate<unknown>, 'refusal' | 'facts'>;

/** The bucket must exist. */
export const bucketExists = (told: Told): Gate<unknown> => ({
  ...told,
  shut: ({ facts }) => !facts.bucketExists,
  explain: (_, shut) => ({ code: shut ? 'bucket-missing' : 'bucket-present', args: {} })
});

/** The request must carry an Origin that is not empty. */
export const originSent = (told: Told): Gate<unknown> => ({
  ...told,
  shut: ({ question }) => (question.origin ?? '') === '',
  explain: ({ question: { origin } }, shut) =>
    shut
      ? { code: 'origin-absent', args: {} }
      : { code: 'origin-present', args: { origin: origin ?? '' } }
});

/** A preflight must carry an Access-Control-Request-Method that is not empty. */
export const methodSent = (told: Told): Gate<unknown> => ({
  ...told,
  shut: ({ question }) => (question.method ?? '') === '',
  explain: ({ question: { method } }, shut) =>
    shut
      ? { code: 'request-method-absent', args: {} }
      : { code: 'request-method-present', args: { method: method ?? '' } }
});

/** A preflight must ask for one of these methods, letter for letter. */
export const methodKnown = (methods: readonly string[], told: Told): Gate<unknown> => ({
  ...told,
  shut: ({ question: { method } }) => method === null || !methods.includes(method),
  explain: ({ question }, shut) => {
    const method = question.method ?? '';
    if (!shut) return { code: 'request-method-present', args: { method } };
    return method === ''
      ? { code: 'request-method-absent', args: {} }
      : { code: 'request-method-unknown', args: { method, known: [...methods] } };
  }
});

/** The bucket must have rules. */
export const configured = <C extends { rules: readonly unknown[] }>(told: Told): Gate<C> => ({
  ...told,
  shut: ({ compiled }: Asked<C>) => compiled.rules.length === 0,
  explain: ({ compiled: { rules } }, shut) =>
    shut
      ? { code: 'configuration-missing', args: {} }
      : { code: 'configuration-present', args: { rules: rules.length } }
});

/** The gate of an actual request: where it is shut, the answer only lacks CORS headers. */
export const quietly = <C>(gate: Gate<C>): Gate<C> => ({ ...gate, refusal: null });
