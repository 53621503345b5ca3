/** What SeaweedFS asks of a rule. */
import { s3Form } from '../families/s3/form.ts';
import { refuses, takesUnwisely } from '../shared/form-demands.ts';

const CHECKS = 'https://github.com/seaweedfs/seaweedfs/blob/master/weed/s3api/cors/cors.go';

export const form = s3Form({
  source: CHECKS,
  origins: refuses(
    CHECKS,
    { code: 'wildcards-many', args: {} },
    { code: 'wildcard-schemeless', args: {} }
  ),
  headers: takesUnwisely(CHECKS, { code: 'wildcard-inside', args: {} }),
  age: refuses(CHECKS, { code: 'not-whole', args: {} }, { code: 'too-small', args: { least: 0 } })
});
