/** Conditions that come before the bucket is looked at. */
import type { Gate } from './store.ts';

/** What a store knows, and says, of one gate. */
type Told = Pick<Gate<unknown>, 'refusal' | 'facts'>;

/** The request must be for a bucket or for an object in one, not for the endpoint itself. */
export const targetInBucket = (told: Told): Gate<unknown> => ({
  ...told,
  shut: ({ facts }) => facts.target === 'root',
  explain: (_, shut) => ({ code: shut ? 'target-root' : 'target-in-bucket', args: {} })
});

/** An Authorization header must be of a form that the store can read. */
export const signatureReadable = (told: Told): Gate<unknown> => ({
  ...told,
  shut: ({ question }) =>
    (question.authorization ?? '') !== '' && !isReadable(question.authorization ?? ''),
  explain: (_, shut) => ({ code: shut ? 'signature-malformed' : 'signature-accepted', args: {} })
});

/** A signature must verify where there is one. */
export const signatureRight = (told: Told): Gate<unknown> => ({
  ...told,
  shut: ({ facts }) => facts.signature === 'bad',
  explain: (_, shut) => ({ code: shut ? 'signature-wrong' : 'signature-accepted', args: {} })
});

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
