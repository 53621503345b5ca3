/** What OpenStack Swift asks of a rule. */
import { swiftForm } from '../families/swift/form.ts';
import { refuses, takesUnwisely } from '../shared/form-demands.ts';
import { LIMITS, LIMITS_PAGE } from './saving.ts';

export const CORS_PAGE = 'https://docs.openstack.org/swift/latest/cors.html';

/** Every value is taken that is short enough, and an origin stands for itself. */
export const form = swiftForm({
  source: CORS_PAGE,
  origins: [
    ...refuses(LIMITS_PAGE, { code: 'list-long', args: { most: LIMITS.valueBytes } }),
    ...takesUnwisely(CORS_PAGE, { code: 'wildcard-literal', args: {} })
  ],
  exposed: refuses(LIMITS_PAGE, { code: 'list-long', args: { most: LIMITS.valueBytes } }),
  headers: null
});
