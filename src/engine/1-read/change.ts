import type { Change, ChangeOf, Rule, RuleSet, TextEdit } from '../model.ts';
import { valueAt, ruleAt } from './plain.ts';

/** A change of one value of a rule. */
export type ValueChange = ChangeOf<'add-value' | 'replace-value' | 'remove-value' | 'set-value'>;

/**
 * The rule set after a change; the one that came in stays as it is. What is new has an empty span at the place
 * where it belongs in the old text. A change that names no rule or value of the set changes nothing.
 */
export function applyChange(ruleSet: RuleSet, change: Change): RuleSet {
  const { rules } = ruleSet;
  switch (change.kind) {
    case 'insert-rule': {
      const at = Math.min(change.at, rules.length);
      const place = rules[at]?.span.from ?? rules.at(-1)?.span.to ?? 0;
      return { ...ruleSet, rules: rules.toSpliced(at, 0, ruleAt(change.rule, place)) };
    }
    case 'remove-rule':
      return { ...ruleSet, rules: rules.filter((_, index) => index !== change.rule) };
    case 'move-rule': {
      const moved = rules[change.rule];
      if (!moved) return ruleSet;
      return { ...ruleSet, rules: rules.toSpliced(change.rule, 1).toSpliced(change.to, 0, moved) };
    }
    case 'set-response-vary': {
      const { value } = change;
      const place = ruleSet.responseVary?.span.from ?? rules.at(-1)?.span.to ?? 0;
      return { ...ruleSet, responseVary: value === null ? null : valueAt(String(value), place) };
    }
    default: {
      const rule = rules[change.rule];
      return rule
        ? { ...ruleSet, rules: rules.with(change.rule, changeRule(rule, change)) }
        : ruleSet;
    }
  }
}

function changeRule(rule: Rule, change: ValueChange): Rule {
  if (change.kind === 'set-value') {
    const place = rule[change.field]?.span.from ?? rule.span.to;
    const value = change.value === null ? null : valueAt(change.value, place);
    return { ...rule, [change.field]: value };
  }
  const values = rule[change.field];
  if (change.kind === 'add-value') {
    const { at = values.length, value } = change;
    const place = values[at]?.span.from ?? values.at(-1)?.span.to ?? rule.span.to;
    return { ...rule, [change.field]: values.toSpliced(at, 0, valueAt(value, place)) };
  }
  const found = values[change.index];
  if (!found) return rule;
  if (change.kind === 'remove-value') {
    return { ...rule, [change.field]: values.toSpliced(change.index, 1) };
  }
  const value = valueAt(change.value, found.span.from);
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
