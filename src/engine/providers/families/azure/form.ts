/** The fields of Azure Storage, in the portal and in its emulator. */
import type { AdviceLevel, Demand, StoreForm } from '../../../form/store-form.ts';
import { AZURE_LIMITS } from './saving.ts';
import { AZURE_METHODS } from './words.ts';
import { ANY_ORIGIN, NAMES, refuses, takesUnwisely, UNSENT } from '../../shared/form-demands.ts';

const PAGE =
  'https://learn.microsoft.com/en-us/rest/api/storageservices/cross-origin-resource-sharing--cors--support-for-the-azure-storage-services';
const AZURITE = 'https://github.com/Azure/Azurite/blob/main/src/blob/handlers/ServiceHandler.ts';

const { rules, characters, origins, literalHeaders, prefixedHeaders } = AZURE_LIMITS;
const short = { code: 'length', args: { least: 0, most: characters } } as const;
const headers = literalHeaders + prefixedHeaders;

/** A name may end in a wildcard, and holds none elsewhere. */
const whole = { code: 'not-whole', args: {} } as const;
const positive = { code: 'too-small', args: { least: 0 } } as const;
const inside = { code: 'wildcard-inside', args: {} } as const;

/**
 * Lists of values. Every element must be there; those of the headers may be empty, which no rule set can tell from none, so
 * that only the others need a value.
 */
const form = (
  asked: Pick<StoreForm, 'source' | 'rules'>,
  ofOrigins: readonly Demand[],
  ofNames: readonly Demand[],
  ofAges: readonly Demand[],
  otherwise: AdviceLevel = 'refuse'
): StoreForm => ({
  by: 'store',
  ...asked,
  fields: [
    {
      field: 'allowedOrigins',
      label: 'allowed-origins',
      required: true,
      demands: [...ofOrigins, ...UNSENT, ...ANY_ORIGIN]
    },
    {
      field: 'allowedMethods',
      label: 'allowed-methods',
      required: true,
      ticks: AZURE_METHODS,
      otherwise,
      demands: []
    },
    {
      field: 'allowedHeaders',
      label: 'allowed-headers',
      required: false,
      demands: [...ofNames, ...NAMES]
    },
    {
      field: 'exposeHeaders',
      label: 'exposed-headers',
      required: false,
      demands: [...ofNames, ...NAMES]
    },
    {
      field: 'maxAgeSeconds',
      label: 'max-age-azure',
      required: true,
      demands: ofAges
    }
  ],
  vary: null
});

export const AZURE_FORM = form(
  { source: PAGE, rules },
  refuses(
    PAGE,
    short,
    { code: 'values-many', args: { most: origins } },
    { code: 'wildcard-beside', args: {} }
  ),
  refuses(PAGE, short, { code: 'values-many', args: { most: headers } }, inside),
  [...refuses(PAGE, whole), ...takesUnwisely(PAGE, positive)]
);

/** The emulator looks at none of Azure's limits, and reads an age as JavaScript's `parseFloat` does. */
export const AZURITE_FORM = form(
  { source: AZURITE, rules: null },
  [],
  takesUnwisely(AZURITE, inside),
  [...refuses(AZURITE, positive), ...takesUnwisely(AZURITE, whole)],
  'unwise'
);
