import {
  LIST_FIELDS,
  type ListField,
  type PlainRule,
  type Rule,
  type WrittenValue
} from '../model.ts';

function perList<T>(make: (field: ListField) => T): Record<ListField, T> {
  return Object.fromEntries(LIST_FIELDS.map((field) => [field, make(field)])) as Record<
    ListField,
    T
  >;
}

/** The rule without its places in a text. */
export function plainRule(rule: Rule): PlainRule {
  return {
    id: rule.id?.value ?? null,
    ...perList((field) => rule[field].map(({ value }) => value)),
    maxAgeSeconds: rule.maxAgeSeconds?.value ?? null
  };
}

/** A value that stands in no text yet: its span is empty, at the place where it belongs. */
export function valueAt(value: string, at: number): WrittenValue {
  return { value, span: { from: at, to: at } };
}

/** The rule as if it were written at `at`, with empty spans. */
export function ruleAt(rule: PlainRule, at: number): Rule {
  const single = (value: string | null) => (value === null ? null : valueAt(value, at));
  return {
    span: { from: at, to: at },
    id: single(rule.id),
    ...perList((field) => rule[field].map((value) => valueAt(value, at))),
    maxAgeSeconds: single(rule.maxAgeSeconds)
  };
}

/** A rule in which nothing is written yet. */
export function emptyRule(span: { from: number; to: number }): Rule {
  return { span, id: null, ...perList(() => []), maxAgeSeconds: null };
}
