import { inferred } from '../../2-bucket/evidence.ts';
import { rgwStore, type RgwRules } from '../families/rgw/store.ts';
import { compileRgwRule, RGW_METHODS } from '../families/rgw/rule.ts';
import type { StoreDefinition } from '../provider.ts';
import { RGW_S3_REFUSALS, respondAsRgw } from '../families/rgw/respond.ts';
import { keptRule, saveToRgw } from '../families/rgw/saving.ts';
import { ANY_ORIGIN, NAMES, refuses, UNSENT } from '../shared/form-demands.ts';
import type { StoreForm } from '../../form/store-form.ts';

/**
 * Spaces runs on Ceph; its own page names the fields, the five methods and a wildcard in the host, and not how a preflight
 * is answered. So every fact below is the gateway's, taken to hold here too. The page says beside that Content-Type is
 * accepted unlisted, which the gateway does not do. https://docs.digitalocean.com/products/spaces/how-to/configure-cors/
 */
const GATEWAY = inferred('recorded: Ceph RGW 20.2.4');

const { decide, trace } = rgwStore({
  recorded: GATEWAY,
  unrecorded: GATEWAY,
  refusals: RGW_S3_REFUSALS,
  signsByAuthorization: true
});

/** Regional endpoints; those of the CDN, which keeps answers, stand under the same name. */
const HOSTS = '.digitaloceanspaces.com';

/** The window of the control panel, which has no field for exposed headers and none for an id. */
const PANEL_PAGE = 'https://docs.digitalocean.com/products/spaces/how-to/configure-cors/';

const FORM: StoreForm = {
  by: 'page',
  source: PANEL_PAGE,
  rules: 100,
  fields: [
    {
      field: 'allowedOrigins',
      label: 'origin',
      required: true,
      demands: [
        ...refuses(
          PANEL_PAGE,
          { code: 'scheme-missing', args: { besides: ['*'] } },
          { code: 'wildcards-many', args: {} }
        ),
        ...UNSENT,
        ...ANY_ORIGIN
      ]
    },
    {
      field: 'allowedMethods',
      label: 'allowed-methods',
      required: true,
      ticks: ['GET', 'PUT', 'DELETE', 'POST', 'HEAD'],
      demands: []
    },
    {
      field: 'allowedHeaders',
      label: 'allowed-headers',
      required: false,
      demands: [...refuses(PANEL_PAGE, { code: 'wildcards-many', args: {} }), ...NAMES]
    },
    {
      field: 'maxAgeSeconds',
      label: 'control-max-age',
      required: false,
      demands: refuses(PANEL_PAGE, { code: 'not-whole', args: {} })
    }
  ],
  vary: null
};

export const digitaloceanSpaces: StoreDefinition<'digitalocean-spaces', RgwRules> = {
  id: 'digitalocean-spaces',
  name: 'DigitalOcean Spaces',
  kind: 'cloud',
  clients: ['s3'],
  formats: ['s3-xml', 's3-json', 's3-console-json', 'terraform-digitalocean'],
  methods: RGW_METHODS,
  form: FORM,
  servesHost: (host) => host.endsWith(HOSTS),
  compile: ({ rules }) => ({ rules: rules.map((rule) => compileRgwRule(keptRule(rule))) }),
  decide,
  trace,
  respond: respondAsRgw,
  save: (read) => saveToRgw(read, GATEWAY, GATEWAY)
};
