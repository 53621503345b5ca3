import type { Change, Rule, RuleSet, TextEdit } from '../model.ts';
import { unwritten, unwrittenRule } from './plain.ts';

/**
 * The rule set after a change; the one that came in stays as it is. What is new has an empty span at the place
 * where it belongs in the old text. A change that names no rule or value of the set changes nothing.
 */
export function applyChange(ruleSet: RuleSet, change: Change): RuleSet {
  const { rules } = ruleSet;
  if (change.kind === 'insert-rule') {
    const at = Math.min(change.at, rules.length);
    const place = rules[at]?.span.from ?? rules.at(-1)?.span.to ?? 0;
    return { ...ruleSet, rules: rules.toSpliced(at, 0, unwrittenRule(change.rule, place)) };
  }
  const rule = rules[change.rule];
  return rule ? { ...ruleSet, rules: rules.with(change.rule, changeRule(rule, change)) } : ruleSet;
}

function changeRule(rule: Rule, change: Exclude<Change, { kind: 'insert-rule' }>): Rule {
  const values = rule[change.field];
  if (change.kind === 'add-value') {
    const place = values.at(-1)?.span.to ?? rule.span.to;
    return { ...rule, [change.field]: [...values, unwritten(change.value, place)] };
  }
  const replaced = values[change.index];
  if (!replaced) return rule;
  const value = unwritten(change.value, replaced.span.from);
  return { ...rule, [change.field]: values.with(change.index, value) };
}

/** The text with edits made that are sorted, do not overlap and are counted in `text` as it comes in. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let edited = '';
  let done = 0;
  for (const { span, insert } of edits) {
    edited += text.slice(done, span.from) + insert;
    done = span.to;
  }
  return edited + text.slice(done);
}
