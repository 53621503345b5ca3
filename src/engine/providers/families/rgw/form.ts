/** What the RADOS Gateway asks of a rule. */
import { refuses } from '../../shared/form-demands.ts';
import { RGW_LIMITS } from './saving.ts';

export const RGW_SOURCE = 'https://github.com/ceph/ceph/blob/main/src/rgw/rgw_cors_s3.cc';

const oneStar = refuses(RGW_SOURCE, { code: 'wildcards-many', args: {} });

/** A rule may go without a method. An age is read as C reads a number, of which whole ones are the plain case. */
export const rgwAsks = {
  source: RGW_SOURCE,
  rules: RGW_LIMITS.rules,
  id: RGW_LIMITS.idBytes,
  needsMethods: false,
  origins: oneStar,
  headers: oneStar,
  age: refuses(RGW_SOURCE, { code: 'not-whole', args: {} })
};
