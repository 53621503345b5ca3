/** What the console of Tencent COS asks of a rule. */
import type { StoreForm } from '../../form/store-form.ts';
import { ANY_ORIGIN, NAMES, refuses, takesUnwisely, UNSENT } from '../shared/form-demands.ts';
import { METHODS } from './saving.ts';

/**
 * The dialog of the console, with its marks: what is asked beside a field stands on the page about it. It has no field for
 * an id. https://www.tencentcloud.com/document/product/436/13318
 */
const CONSOLE_PAGE = 'https://www.tencentcloud.com/document/product/436/13318';

export const form: StoreForm = {
  by: 'page',
  source: CONSOLE_PAGE,
  rules: 100,
  fields: [
    {
      field: 'allowedOrigins',
      label: 'origin',
      required: true,
      demands: [
        ...refuses(
          CONSOLE_PAGE,
          { code: 'scheme-missing', args: { besides: ['*'] } },
          { code: 'wildcards-many', args: {} },
          { code: 'trailing-slash', args: {} }
        ),
        ...takesUnwisely(CONSOLE_PAGE, { code: 'default-port', args: {} }),
        ...UNSENT,
        ...ANY_ORIGIN
      ]
    },
    {
      field: 'allowedMethods',
      label: 'allow-methods',
      required: true,
      ticks: METHODS,
      demands: []
    },
    {
      field: 'allowedHeaders',
      label: 'allow-headers',
      required: false,
      demands: [...refuses(CONSOLE_PAGE, { code: 'signs', args: { signs: ['_'] } }), ...NAMES]
    },
    {
      field: 'exposeHeaders',
      label: 'expose-headers',
      required: false,
      demands: [...refuses(CONSOLE_PAGE, { code: 'wildcard-exposed', args: {} }), ...NAMES]
    },
    {
      field: 'maxAgeSeconds',
      label: 'max-age',
      required: true,
      demands: refuses(
        CONSOLE_PAGE,
        { code: 'not-whole', args: {} },
        { code: 'too-small', args: { least: 1 } }
      )
    }
  ],
  vary: 'return-vary'
};
