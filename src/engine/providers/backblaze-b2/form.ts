/** What Backblaze B2 asks of a rule. */
import type { StoreForm } from '../../form/store-form.ts';
import { ANY_ORIGIN, NAMES, refuses, UNSENT_BUT_PORT } from '../shared/form-demands.ts';
import { NATIVE_OPERATIONS } from './saving.ts';
import { S3_METHODS } from '../families/s3/words.ts';

const RULES_PAGE =
  'https://www.backblaze.com/docs/cloud-storage-cross-origin-resource-sharing-rules';

/** A rule as B2's own API has it, where all but the headers must be said. */
export const form: StoreForm = {
  by: 'store',
  source: RULES_PAGE,
  rules: 100,
  fields: [
    {
      field: 'id',
      label: { name: 'corsRuleName' },
      required: true,
      demands: refuses(
        RULES_PAGE,
        { code: 'length', args: { least: 6, most: 50 } },
        { code: 'letters-only', args: {} },
        { code: 'prefix-kept', args: { prefix: 'b2-' } }
      )
    },
    {
      field: 'allowedOrigins',
      label: { name: 'allowedOrigins' },
      required: true,
      demands: [
        ...refuses(
          RULES_PAGE,
          { code: 'blanks-around', args: {} },
          { code: 'values-joined', args: {} },
          { code: 'scheme-missing', args: { besides: ['*', 'https'] } },
          { code: 'trailing-slash', args: {} },
          { code: 'path-behind', args: {} },
          { code: 'wildcards-many', args: {} },
          { code: 'wildcard-outside-host', args: {} },
          { code: 'wildcard-beside', args: {} }
        ),
        ...UNSENT_BUT_PORT.filter(({ code }) => code !== 'scheme-unsent'),
        ...ANY_ORIGIN
      ]
    },
    {
      field: 'allowedMethods',
      label: { name: 'allowedOperations' },
      required: true,
      ticks: [...S3_METHODS, ...NATIVE_OPERATIONS],
      demands: []
    },
    {
      field: 'allowedHeaders',
      label: { name: 'allowedHeaders' },
      required: false,
      demands: [
        ...refuses(
          RULES_PAGE,
          { code: 'wildcard-inside', args: {} },
          { code: 'wildcard-beside', args: {} },
          { code: 'not-token', args: {} }
        ),
        ...NAMES
      ]
    },
    {
      field: 'exposeHeaders',
      label: { name: 'exposeHeaders' },
      required: false,
      demands: [
        ...refuses(
          RULES_PAGE,
          { code: 'wildcard-exposed', args: {} },
          { code: 'not-token', args: {} }
        ),
        ...NAMES
      ]
    },
    {
      field: 'maxAgeSeconds',
      label: { name: 'maxAgeSeconds' },
      required: true,
      demands: refuses(
        RULES_PAGE,
        { code: 'not-whole', args: {} },
        { code: 'too-small', args: { least: 0 } },
        { code: 'too-large', args: { most: 86_400 } }
      )
    }
  ],
  vary: null
};
