/** The fields of Azure Storage, which its emulator takes over. */
import type { AdviceLevel, Demand, StoreForm } from '../../../form/store-form.ts';
import { AZURE_METHODS } from './words.ts';
import { ANY_ORIGIN, NAMES, UNSENT } from '../../shared/form-demands.ts';

/** An age is a whole number and not negative; a name may end in a wildcard and holds none elsewhere. */
export const WHOLE = { code: 'not-whole', args: {} } as const;
export const POSITIVE = { code: 'too-small', args: { least: 0 } } as const;
export const INSIDE = { code: 'wildcard-inside', args: {} } as const;

/**
 * Lists of values. Every element must be there; those of the headers may be empty, which no rule set can tell from none, so
 * that only the others need a value.
 */
export const azureForm = (
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
