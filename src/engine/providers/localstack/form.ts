/** What LocalStack asks of a rule. */
import { s3Form } from '../families/s3/form.ts';
import { refuses, takesUnwisely } from '../shared/form-demands.ts';

const CHECKS =
  'https://github.com/localstack/localstack/blob/main/localstack-core/localstack/services/s3/cors.py';

/** It looks at methods and ages only; a header's name stands for itself. */
export const form = s3Form({
  source: CHECKS,
  needsOrigins: false,
  headers: takesUnwisely(CHECKS, { code: 'wildcard-literal', args: {} }),
  age: refuses(CHECKS, { code: 'not-whole', args: {} })
});
