/** What S3 says of a request that it does not answer; the stores that took its CORS over say the same. */
import type { Refusal } from '../../../2-bucket/store.ts';

export const S3_METHODS = ['GET', 'PUT', 'POST', 'DELETE', 'HEAD'];

export const NO_ORIGIN = 'Insufficient information. Origin request header needed.';
export const NOT_ENABLED = 'CORS is not enabled for this bucket.';
export const BUCKET_NOT_FOUND = 'Bucket not found';
/** With S3's own misspelling. */
export const NOT_ALLOWED =
  'This CORS request is not allowed. This is usually because the evalution of Origin, request method / ' +
  "Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by the resource's CORS spec.";

/** The same as OSS and OBS have it, with one misspelling more. */
export const NOT_ALLOWED_REQUET = NOT_ALLOWED.replace(
  'Access-Control-Request-Headers',
  'Access-Control-Requet-Headers'
);

export const requestMethodInvalid = (method: string | null): string =>
  `Invalid Access-Control-Request-Method: ${method ?? 'null'}`;

/** The schema fault that S3 names for every text that is no set of rules. */
export const MALFORMED =
  'The XML you provided was not well-formed or did not validate against our published schema';

export const methodUnsupported = (method: string): string =>
  `Found unsupported HTTP method in CORS config. Unsupported method is ${method}`;

export const tooManyWildcards = (element: string, value: string): string =>
  `${element} "${value}" can not have more than one wildcard.`;

export const TOO_MANY_RULES =
  'The number of CORS rules should not exceed allowed limit of 100 rules.';

/** S3's own form of a CORS error: the reason stands behind the name of the check. */
export const forbidden = (reason: string): Refusal => ({
  status: 403,
  code: 'AccessForbidden',
  message: `CORSResponse: ${reason}`
});

export const badRequest = (message: string): Refusal => ({
  status: 400,
  code: 'BadRequest',
  message
});
