/** What Garage asks of a rule. */
import { s3Form } from '../families/s3/form.ts';
import { refuses, takesUnwisely } from '../shared/form-demands.ts';

const CHECKS = 'https://git.deuxfleurs.fr/Deuxfleurs/garage/src/branch/main-v1/src/api/s3/cors.rs';

/** It compares letter for letter, also names, which browsers send in lower case; `*` is all that it knows of wildcards. */
const literally = takesUnwisely(CHECKS, { code: 'wildcard-literal', args: {} });
const token = refuses(CHECKS, { code: 'not-token', args: {} });

export const form = s3Form({
  source: CHECKS,
  rules: null,
  otherMethods: 'unwise',
  origins: literally,
  headers: [...token, ...literally, ...takesUnwisely(CHECKS, { code: 'upper-case', args: {} })],
  exposed: token,
  age: refuses(CHECKS, { code: 'not-whole', args: {} })
});
