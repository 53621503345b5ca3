/** What s3rver asks of a rule. */
import { s3Form } from '../families/s3/form.ts';
import { refuses, takesUnwisely } from '../shared/form-demands.ts';

const CHECKS = 'https://github.com/jamhall/s3rver/blob/main/lib/models/config.js';
const oneStar = refuses(CHECKS, { code: 'wildcards-many', args: {} });

export const form = s3Form({
  source: CHECKS,
  rules: null,
  origins: oneStar,
  headers: oneStar,
  age: takesUnwisely(CHECKS, { code: 'not-whole', args: {} })
});
