/** What the console of Huawei Cloud OBS asks of a rule. */
import type { StoreForm } from '../../form/store-form.ts';
import { ANY_ORIGIN, refuses, UNSENT } from '../shared/form-demands.ts';

/** The dialog of the console; the same software's page elsewhere is written out in full. */
const CONSOLE_PAGE =
  'https://docs.otc.t-systems.com/object-storage-service/umn/obs_console_operation_guide/cross-origin_resource_sharing/configuring_cors.html';
const NAME_PAGE = 'https://support.huaweicloud.com/intl/en-us/api-obs/obs_04_0074.html';

const namesAsked = refuses(
  NAME_PAGE,
  { code: 'signs', args: { signs: ['&', ':', '<'] } },
  { code: 'blanks-around', args: {} },
  { code: 'values-joined', args: {} },
  { code: 'not-token', args: {} }
);
const long = { code: 'length', args: { least: 0, most: 20_480 } } as const;

export const form: StoreForm = {
  by: 'page',
  source: CONSOLE_PAGE,
  rules: 100,
  fields: [
    {
      field: 'allowedOrigins',
      label: 'allowed-origin',
      required: true,
      demands: [
        ...refuses(CONSOLE_PAGE, { code: 'wildcards-many', args: {} }),
        ...refuses(NAME_PAGE, long),
        ...UNSENT,
        ...ANY_ORIGIN
      ]
    },
    {
      field: 'allowedMethods',
      label: 'allowed-method',
      required: true,
      ticks: ['GET', 'POST', 'PUT', 'DELETE', 'HEAD'],
      demands: []
    },
    {
      field: 'allowedHeaders',
      label: 'allowed-header',
      required: false,
      demands: [
        ...refuses(CONSOLE_PAGE, { code: 'wildcards-many', args: {} }),
        ...refuses(NAME_PAGE, long),
        ...namesAsked
      ]
    },
    {
      field: 'exposeHeaders',
      label: 'exposed-header',
      required: false,
      demands: [...refuses(CONSOLE_PAGE, { code: 'wildcard-exposed', args: {} }), ...namesAsked]
    },
    {
      field: 'maxAgeSeconds',
      label: 'cache-duration',
      required: true,
      demands: refuses(CONSOLE_PAGE, { code: 'not-whole', args: {} })
    }
  ],
  vary: null
};
