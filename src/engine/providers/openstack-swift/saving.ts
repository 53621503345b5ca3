/** What OpenStack Swift says when rules are saved. */
import type { ReadResult } from '../../1-read/format.ts';
import { documented } from '../../2-bucket/evidence.ts';
import type { Rule } from '../../model.ts';
import type { SavingResult, StoredRule } from '../provider.ts';
import { acceptance, isSendable, rejection } from '../shared/saving.ts';
import { byteLength, valuesOf } from '../../written.ts';

export const LIMITS_PAGE = 'https://github.com/openstack/swift/blob/master/etc/swift.conf-sample';

/** Bytes of a metadata value; beyond that the container's POST is refused. */
export const LIMITS = { valueBytes: 256 };

/** Methods and allowed headers are not Swift's to keep: it has none of the first and allows all of the second. */
const storedRule = ({ allowedOrigins, exposeHeaders, maxAgeSeconds }: Rule): StoredRule => ({
  id: null,
  allowedOrigins: valuesOf(allowedOrigins),
  allowedMethods: [],
  allowedHeaders: [],
  exposeHeaders: valuesOf(exposeHeaders),
  maxAgeSeconds: maxAgeSeconds?.value || null
});

/** Any value is taken that is short enough. The limit is `max_meta_value_length` of LIMITS_PAGE. */
export function save(read: ReadResult): SavingResult {
  if (!isSendable(read, 'swift-headers')) {
    return rejection({ status: 400, code: null, message: null, rule: null, evidence: 'inferred' });
  }
  const kept = read.ruleSet.rules.slice(0, 1);
  const long = kept.flatMap(({ allowedOrigins, exposeHeaders }) =>
    [['Allow-Origin', allowedOrigins] as const, ['Expose-Headers', exposeHeaders] as const].filter(
      ([, list]) => byteLength(valuesOf(list).join(' ')) > LIMITS.valueBytes
    )
  );
  const [name] = long[0] ?? [];
  if (name === undefined) return acceptance(204, kept.map(storedRule), 'documented');
  const message = `Metadata value longer than ${LIMITS.valueBytes}: x-container-meta-Access-Control-${name}`;
  const { evidence } = documented(LIMITS_PAGE);
  return rejection({ status: 400, code: null, message, rule: 0, evidence });
}
