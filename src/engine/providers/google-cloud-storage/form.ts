/** What Google Cloud Storage asks of a rule. */
import type { StoreForm } from '../../form/store-form.ts';
import {
  ANY_ORIGIN,
  NAMES,
  refuses,
  takesUnwisely,
  UNSENT_BUT_PORT
} from '../shared/form-demands.ts';
import { GCS_METHODS } from './saving.ts';

/** The console has no page for CORS, so the fields are those of the file; every one of them may be left out. */
const FILE_PAGE = 'https://cloud.google.com/storage/docs/gsutil/commands/cors';

export const form: StoreForm = {
  by: 'store',
  source: FILE_PAGE,
  rules: null,
  fields: [
    {
      field: 'allowedOrigins',
      label: { name: 'origin' },
      required: false,
      demands: [
        ...takesUnwisely(FILE_PAGE, { code: 'wildcard-literal', args: {} }),
        ...UNSENT_BUT_PORT,
        ...ANY_ORIGIN
      ]
    },
    {
      field: 'allowedMethods',
      label: { name: 'method' },
      required: false,
      ticks: [...GCS_METHODS, '*'],
      demands: []
    },
    {
      field: 'allowedHeaders',
      label: { name: 'responseHeader' },
      required: false,
      demands: [...takesUnwisely(FILE_PAGE, { code: 'wildcard-literal', args: {} }), ...NAMES]
    },
    {
      field: 'maxAgeSeconds',
      label: { name: 'maxAgeSeconds' },
      required: false,
      demands: refuses(FILE_PAGE, { code: 'not-whole', args: {} })
    }
  ],
  vary: null
};
