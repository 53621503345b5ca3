/** What DigitalOcean Spaces asks of a rule. */
import { ANY_ORIGIN, NAMES, refuses, UNSENT } from '../shared/form-demands.ts';
import type { StoreForm } from '../../form/store-form.ts';

/** The window of the control panel, which has no field for exposed headers and none for an id. */
const PANEL_PAGE = 'https://docs.digitalocean.com/products/spaces/how-to/configure-cors/';

export const form: StoreForm = {
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
