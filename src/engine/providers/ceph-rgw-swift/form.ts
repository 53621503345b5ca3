/** What Ceph RGW (Swift API) asks of a rule. */
import { swiftForm } from '../families/swift/form.ts';
import { RGW_SOURCE } from '../families/rgw/form.ts';
import { refuses } from '../shared/form-demands.ts';

const oneStar = refuses(RGW_SOURCE, { code: 'wildcards-many', args: {} });

export const form = swiftForm({
  source: RGW_SOURCE,
  origins: oneStar,
  headers: oneStar,
  exposed: []
});
