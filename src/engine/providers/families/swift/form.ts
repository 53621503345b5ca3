/** The metadata of a container, by what stands behind `X-Container-Meta-Access-Control-`. */
import type { Demand, StoreForm } from '../../../form/store-form.ts';
import { ANY_ORIGIN, NAMES, takesUnwisely, UNSENT } from '../../shared/form-demands.ts';

interface SwiftAsks {
  source: string;
  origins: readonly Demand[];
  /** Null where allowed headers are no setting. */
  headers: readonly Demand[] | null;
  exposed: readonly Demand[];
}

/** A form of one rule without methods; what says no origin is no rule. */
export const swiftForm = ({ source, origins, headers, exposed }: SwiftAsks): StoreForm => ({
  by: 'store',
  source,
  rules: 1,
  fields: [
    {
      field: 'allowedOrigins',
      label: { name: 'Allow-Origin' },
      required: true,
      demands: [...origins, ...UNSENT, ...ANY_ORIGIN]
    },
    ...(headers === null
      ? []
      : [
          {
            field: 'allowedHeaders' as const,
            label: { name: 'Allow-Headers' },
            required: false,
            demands: [...headers, ...NAMES]
          }
        ]),
    {
      field: 'exposeHeaders',
      label: { name: 'Expose-Headers' },
      required: false,
      demands: [...exposed, ...NAMES]
    },
    {
      field: 'maxAgeSeconds',
      label: { name: 'Max-Age' },
      required: false,
      demands: takesUnwisely(source, { code: 'not-whole', args: {} })
    }
  ],
  vary: null
});
