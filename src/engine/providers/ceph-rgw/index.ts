import { rgwStore, type RgwRules } from '../families/rgw/store.ts';
import { compileRgwRule, RGW_METHODS } from '../families/rgw/rule.ts';
import type { StoreDefinition } from '../provider.ts';
import { RGW_S3_REFUSALS, respondAsRgw } from '../families/rgw/respond.ts';
import { rgwStoredRule } from '../families/rgw/saving.ts';
import { RECORDED, UNRECORDED, save } from './saving.ts';
import { form } from './form.ts';

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
  form,
  /** It runs under whatever name its owner gives it. */
  servesHost: () => false,
  compile: ({ rules }) => ({ rules: rules.map((rule) => compileRgwRule(rgwStoredRule(rule))) }),
  decide,
  trace,
  respond: respondAsRgw,
  save
};
