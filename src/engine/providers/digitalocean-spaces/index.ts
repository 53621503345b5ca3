import { rgwStore, type RgwRules } from '../families/rgw/store.ts';
import { compileRgwRule, RGW_METHODS } from '../families/rgw/rule.ts';
import type { StoreDefinition } from '../provider.ts';
import { RGW_S3_REFUSALS, respondAsRgw } from '../families/rgw/respond.ts';
import { rgwStoredRule } from '../families/rgw/saving.ts';
import { GATEWAY, save } from './saving.ts';
import { form } from './form.ts';

const { decide, trace } = rgwStore({
  recorded: GATEWAY,
  unrecorded: GATEWAY,
  refusals: RGW_S3_REFUSALS,
  signsByAuthorization: true
});

/** Regional endpoints; those of the CDN, which keeps answers, stand under the same name. */
const HOSTS = '.digitaloceanspaces.com';

export const digitaloceanSpaces: StoreDefinition<'digitalocean-spaces', RgwRules> = {
  id: 'digitalocean-spaces',
  name: 'DigitalOcean Spaces',
  kind: 'cloud',
  clients: ['s3'],
  formats: ['s3-xml', 's3-json', 's3-console-json', 'terraform-digitalocean'],
  methods: RGW_METHODS,
  form,
  servesHost: (host) => host.endsWith(HOSTS),
  compile: ({ rules }) => ({ rules: rules.map((rule) => compileRgwRule(rgwStoredRule(rule))) }),
  decide,
  trace,
  respond: respondAsRgw,
  save
};
