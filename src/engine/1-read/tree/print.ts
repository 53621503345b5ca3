import type { PlainRule } from '../../model.ts';
import { isListField, RULE_KEYS, type FieldNames } from '../rule-key.ts';

/** How one format words what it writes. */
export interface TreeWriting {
  /** How the format says a method, and what its word for one means; absent where it says it as HTTP does. */
  methods?: { read: (word: string) => string; write: (method: string) => string };
  /** The rule with what this format cannot leave out; `others` are the rules that stand there too. */
  complete?: (rule: PlainRule, others: readonly PlainRule[]) => PlainRule;
  /** How lists are written that may be empty: as arrays, or as one text with commas. Absent where empty ones are left out. */
  lists?: 'arrays' | 'commas';
  /** What a rule says beside its fields. */
  beside?: Readonly<Record<string, string | boolean>>;
}

/** The rule as the format words it. */
export function writable(
  { methods, complete }: TreeWriting,
  rule: PlainRule,
  others: readonly PlainRule[]
): PlainRule {
  const worded = methods
    ? { ...rule, allowedMethods: rule.allowedMethods.map(methods.write) }
    : rule;
  return complete ? complete(worded, others) : worded;
}

/** A rule as the object that a tree writes down; what is not set is left out. */
export function ruleObject(
  rule: PlainRule,
  names: FieldNames,
  { lists, beside }: TreeWriting
): Record<string, unknown> {
  const printed: Record<string, unknown> = {};
  for (const key of RULE_KEYS) {
    const value = rule[key];
    const name = names[key];
    if (name === undefined || value === null) continue;
    if (!isListField(key)) put(printed, name, key === 'id' ? value : ageValue(rule.maxAgeSeconds));
    else if (lists !== undefined || value.length > 0) {
      put(printed, name, lists === 'commas' ? [value].flat().join(',') : value);
    }
  }
  return { ...printed, ...beside };
}

/** Sets what a name of {@link FieldNames} stands for; a list joins the one that is there. */
function put(object: Record<string, unknown>, name: string, value: unknown): void {
  const [first = '', ...rest] = name.split('.');
  const held = object[first];
  if (rest.length > 0) {
    const group = (held ?? {}) as Record<string, unknown>;
    put(group, rest.join('.'), value);
    object[first] = group;
  } else if (Array.isArray(held) && Array.isArray(value)) {
    object[first] = [...held, ...value.filter((item) => !held.includes(item))] as unknown[];
  } else object[first] = value;
}

/** A number where JSON has one of exactly this spelling, else the text as it is. */
export function ageValue(text: string | null): string | number | null {
  return text !== null && String(Number(text)) === text && Number.isFinite(Number(text))
    ? Number(text)
    : text;
}
