/** Conditions that are asked before any rule: of the endpoint, the target, the signature, the bucket and the request. */
import type { DecisionInput, Gate } from './store.ts';

/** What a store knows, and says, of one gate. */
type GateWords = Pick<Gate<unknown>, 'refusal' | 'facts'>;

/** Stops what goes to an endpoint that never answers CORS. */
export const endpointAnswers = (words: GateWords): Gate<unknown> => ({
  ...words,
  shut: ({ question }) => question.endpoint === 'never',
  explain: (_, shut) => ({ code: shut ? 'endpoint-never' : 'endpoint-asks-rules', args: {} })
});

/** Stops what goes to an endpoint that allows every call, whatever the bucket's rules; comes before the one above. */
export const endpointAsksRules = (words: GateWords): Gate<unknown> => ({
  ...words,
  shut: ({ question }) => question.endpoint === 'open',
  explain: (_, shut) => ({ code: shut ? 'endpoint-open' : 'endpoint-asks-rules', args: {} })
});

/** The request must be for a bucket or for an object in one, not for the endpoint itself. */
export const targetInBucket = (words: GateWords): Gate<unknown> => ({
  ...words,
  shut: ({ facts }) => facts.target === 'root',
  explain: (_, shut) => ({ code: shut ? 'target-root' : 'target-in-bucket', args: {} })
});

/** An Authorization header must be of a form that the store can read. */
export const signatureReadable = (words: GateWords): Gate<unknown> => ({
  ...words,
  shut: ({ question }) =>
    (question.authorization ?? '') !== '' && !isReadable(question.authorization ?? ''),
  explain: (_, shut) => ({ code: shut ? 'signature-malformed' : 'signature-accepted', args: {} })
});

/** A signature must verify where there is one. */
export const signatureRight = (words: GateWords): Gate<unknown> => ({
  ...words,
  shut: ({ facts }) => facts.signature === 'bad',
  explain: (_, shut) => ({ code: shut ? 'signature-wrong' : 'signature-accepted', args: {} })
});

/** The bucket must exist. */
export const bucketExists = (words: GateWords): Gate<unknown> => ({
  ...words,
  shut: ({ facts }) => !facts.bucketExists,
  explain: (_, shut) => ({ code: shut ? 'bucket-missing' : 'bucket-present', args: {} })
});

/** The request must carry an Origin that is not empty. */
export const originSent = (words: GateWords): Gate<unknown> => ({
  ...words,
  shut: ({ question }) => (question.origin ?? '') === '',
  explain: ({ question: { origin } }, shut) =>
    shut
      ? { code: 'origin-absent', args: {} }
      : { code: 'origin-present', args: { origin: origin ?? '' } }
});

/** A preflight must carry an Access-Control-Request-Method that is not empty. */
export const methodSent = (words: GateWords): Gate<unknown> => ({
  ...words,
  shut: ({ question }) => (question.method ?? '') === '',
  explain: ({ question: { method } }, shut) =>
    shut
      ? { code: 'request-method-absent', args: {} }
      : { code: 'request-method-present', args: { method: method ?? '' } }
});

/** A preflight must ask for one of these methods, letter for letter. */
export const methodKnown = (methods: readonly string[], words: GateWords): Gate<unknown> => ({
  ...words,
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
export const rulesExist = <C extends { rules: readonly unknown[] }>(words: GateWords): Gate<C> => ({
  ...words,
  shut: ({ compiled }: DecisionInput<C>) => compiled.rules.length === 0,
  explain: ({ compiled: { rules } }, shut) =>
    shut
      ? { code: 'configuration-missing', args: {} }
      : { code: 'configuration-present', args: { rules: rules.length } }
});

/** The gate of an actual request: where it is shut, the answer only lacks CORS headers. */
export const quietly = <C>(gate: Gate<C>): Gate<C> => ({ ...gate, refusal: null });

const V4 = 'AWS4-HMAC-SHA256';

/**
 * `AWS4-HMAC-SHA256` with its three parts, or `AWS` with a key and a signature.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-auth-using-authorization-header.html,
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/RESTAuthentication.html
 */
function isReadable(authorization: string): boolean {
  if (!authorization.startsWith(V4)) {
    return authorization.startsWith('AWS ') && authorization.includes(':');
  }
  const parts = authorization.slice(V4.length).split(',');
  const names = new Set(parts.map((part) => part.slice(0, part.indexOf('=')).trim()));
  return ['Credential', 'SignedHeaders', 'Signature'].every((name) => names.has(name));
}
