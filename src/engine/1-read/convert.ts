import type { FormatId } from './format.ts';
import { formatOf } from './index.ts';
import type { RuleSet } from '../model.ts';

/** What another format cannot say: COS's `ResponseVary`, or something of the rules themselves. */
export type ConversionLoss = 'response-vary' | 'rules';

/** A rule set in another format. */
export interface Conversion {
  format: FormatId;
  text: string;
  losses: ConversionLoss[];
}

/** Prints the rules that were read in another format. Values are kept as they are written; comments and layout are not. */
export function convert(ruleSet: RuleSet, to: FormatId): Conversion {
  const format = formatOf(to);
  const losses: ConversionLoss[] = [];
  if (ruleSet.responseVary !== null && !format.holdsResponseVary) losses.push('response-vary');
  if (format.holds?.(ruleSet) === false) losses.push('rules');
  return { format: to, text: format.print(ruleSet), losses };
}
