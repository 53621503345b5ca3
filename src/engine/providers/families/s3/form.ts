/** The fields of a rule as S3's JSON and every copy of it call them. */
import type { Demand, FormField, StoreForm } from '../../../form/store-form.ts';
import { ANY_ORIGIN, NAMES, refuses, UNSENT } from '../../shared/form-demands.ts';
import { S3_METHODS } from './words.ts';

/** What one store asks beside what every list is asked; each list of demands stands before the common ones. */
interface S3Asks {
  source: string;
  methods?: readonly string[];
  /** Where another method is kept as well. */
  otherMethods?: 'unwise';
  /** How many rules; null where it does not count them. */
  rules?: number | null;
  /** The longest id, in UTF-16 code units; null where a rule has none. */
  id?: number | null;
  origins?: readonly Demand[];
  headers?: readonly Demand[];
  exposed?: readonly Demand[];
  age?: readonly Demand[];
  /** False where a rule without methods is kept. */
  needsMethods?: boolean;
  /** False where a rule without origins is kept. */
  needsOrigins?: boolean;
}

/** A form of the S3 family: the names of its JSON, the five methods, a hundred rules. */
export function s3Form({
  source,
  methods = S3_METHODS,
  otherMethods,
  rules = 100,
  id = 255,
  origins = [],
  headers = [],
  exposed = [],
  age = [],
  needsMethods = true,
  needsOrigins = true
}: S3Asks): StoreForm {
  const named: FormField = {
    field: 'id',
    label: { name: 'ID' },
    required: false,
    demands: refuses(source, { code: 'length', args: { least: 1, most: id ?? 0 } })
  };
  return {
    by: 'store',
    source,
    rules,
    vary: null,
    fields: [
      ...(id === null ? [] : [named]),
      {
        field: 'allowedOrigins',
        label: { name: 'AllowedOrigins' },
        required: needsOrigins,
        demands: [...origins, ...UNSENT, ...ANY_ORIGIN]
      },
      {
        field: 'allowedMethods',
        label: { name: 'AllowedMethods' },
        required: needsMethods,
        ticks: methods,
        ...(otherMethods && { otherwise: otherMethods }),
        demands: []
      },
      {
        field: 'allowedHeaders',
        label: { name: 'AllowedHeaders' },
        required: false,
        demands: [...headers, ...NAMES]
      },
      {
        field: 'exposeHeaders',
        label: { name: 'ExposeHeaders' },
        required: false,
        demands: [...exposed, ...NAMES]
      },
      { field: 'maxAgeSeconds', label: { name: 'MaxAgeSeconds' }, required: false, demands: age }
    ]
  };
}

/** What S3 refuses, and the stores that say that they do as it does. */
export const s3Asks = (source: string) => {
  const oneStar = refuses(source, { code: 'wildcards-many', args: {} });
  const token = refuses(source, { code: 'not-token', args: {} });
  return {
    source,
    origins: oneStar,
    headers: [...oneStar, ...token],
    exposed: [...refuses(source, { code: 'wildcard-exposed', args: {} }), ...token],
    age: refuses(source, { code: 'not-whole', args: {} })
  };
};
