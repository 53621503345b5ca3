import type { Provider } from '#engine';
import type { Conversion } from '#engine/compare';
import type { StoredRules } from '../input.ts';

/** Rules that were converted, with what they were converted from. */
export interface ConversionReport extends StoredRules {
  to: Provider;
  conversion: Conversion;
}
