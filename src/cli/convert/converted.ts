import type { Provider } from '#engine';
import type { Conversion } from '#engine/compare';
import type { RulesInput } from '../rules-input.ts';

/** Rules that were converted, with what they were converted from. */
export interface Converted extends RulesInput {
  from: Provider;
  to: Provider;
  conversion: Conversion;
}
