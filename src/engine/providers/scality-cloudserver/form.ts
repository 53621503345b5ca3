/** What Scality CloudServer asks of a rule. */
import { s3Asks, s3Form } from '../families/s3/form.ts';
import { refuses, takesUnwisely } from '../shared/form-demands.ts';

const CHECKS =
  'https://github.com/scality/cloudserver/blob/development/9.0/lib/api/apiUtils/bucket/bucketCors.js';

export const form = s3Form({
  ...s3Asks(CHECKS),
  headers: refuses(CHECKS, { code: 'wildcards-many', args: {} }),
  exposed: refuses(
    CHECKS,
    { code: 'wildcard-exposed', args: {} },
    { code: 'letters-only', args: {} }
  ),
  age: [
    ...refuses(CHECKS, { code: 'too-small', args: { least: 0 } }),
    ...takesUnwisely(CHECKS, { code: 'not-whole', args: {} })
  ]
});
