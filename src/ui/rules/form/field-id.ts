import type { FormField } from '#engine';

/** The id of the control of a field, by which it is found and given the focus. */
export const fieldId = (rule: number, field: FormField['field']): string =>
  `form-rule-${rule}-${field}`;

/** The id of the grip of a rule. */
export const gripId = (rule: number): string => `form-rule-${rule}-grip`;
