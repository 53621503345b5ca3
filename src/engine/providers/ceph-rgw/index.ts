import { inferred, traced } from '../../2-bucket/evidence.ts';
import { rgwStore, type RgwRules } from '../families/rgw/store.ts';
import { compileRgwRule, RGW_METHODS } from '../families/rgw/rule.ts';
import type { StoreDefinition } from '../provider.ts';
import { RGW_S3_REFUSALS, respondAsRgw } from '../families/rgw/respond.ts';
import { keptRule, saveToRgw } from '../families/rgw/saving.ts';
import { s3Form } from '../families/s3/form.ts';
import { rgwAsks } from '../families/rgw/form.ts';

/** Releases 16.2.15 and 18.2.7 answered the same. */
const RECORDED = traced('recorded: Ceph RGW 20.2.4');
/** https://github.com/ceph/ceph/tree/main/src/rgw says it, and no recorded exchange shows it. */
const UNRECORDED = inferred('https://github.com/ceph/ceph/blob/main/src/rgw/rgw_op.cc');

const { decide, trace } = rgwStore({
  recorded: RECORDED,
  unrecorded: UNRECORDED,
  refusals: RGW_S3_REFUSALS,
  signsByAuthorization: true
});

/** The RADOS Gateway's S3 interface. */
export const cephRgw: StoreDefinition<'ceph-rgw', RgwRules> = {
  id: 'ceph-rgw',
  name: 'Ceph RGW',
  kind: 'self-hosted',
  clients: ['s3'],
  formats: ['s3-xml', 's3-json', 's3-console-json'],
  methods: RGW_METHODS,
  form: s3Form(rgwAsks),
  /** It runs under whatever name its owner gives it. */
  servesHost: () => false,
  compile: ({ rules }) => ({ rules: rules.map((rule) => compileRgwRule(keptRule(rule))) }),
  decide,
  trace,
  respond: respondAsRgw,
  save: (read) => saveToRgw(read, RECORDED, UNRECORDED)
};
