/** What MinIO asks of a rule. */
import { ANY_ORIGIN, UNSENT } from '../shared/form-demands.ts';
import type { StoreForm } from '../../form/store-form.ts';

/** One list of origins for the whole server; any number of wildcards may stand in each. */
export const form: StoreForm = {
  by: 'store',
  source: 'https://docs.min.io/aistor/reference/aistor-server/settings/core/#cors',
  rules: 1,
  fields: [
    {
      field: 'allowedOrigins',
      label: { name: 'cors_allow_origin' },
      required: true,
      demands: [...UNSENT, ...ANY_ORIGIN]
    }
  ],
  vary: null
};
