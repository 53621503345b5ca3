import { applyChange } from '../1-read/change.ts';
import { readRules } from '../1-read/read-rules.ts';
import { plainRule } from '../1-read/plain.ts';
import type { Change, PlainRule, RuleSet } from '../model.ts';

/**
 * True where `text` says what the changes make of a rule set. A text of which a part could not be read may have no place
 * for a change, or another one than is meant; what it says is then looked at before it is taken.
 */
export function isMade(ruleSet: RuleSet, changes: readonly Change[], text: string): boolean {
  const fields = changes.flatMap((change) => ('field' in change ? change.field : []));
  const whole = fields.length < changes.length;
  const told = ({ rules }: RuleSet): string =>
    JSON.stringify(rules.map((rule) => part(plainRule(rule), whole ? null : fields)));
  return told(changes.reduce(applyChange, ruleSet)) === told(readRules(text).ruleSet);
}

const part = (rule: PlainRule, fields: readonly (keyof PlainRule)[] | null): unknown =>
  fields === null ? rule : fields.map((field) => rule[field]);
