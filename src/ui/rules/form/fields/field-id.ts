import type { FormField } from '#engine/form';

/** What of a rule's card can have the focus. */
export type CardPart = FormField['field'] | 'grip' | 'name' | 'up' | 'down';

/** The id of a control of a rule, by which it is found and given the focus. */
export const partId = (rule: number, part: CardPart): string => `form-rule-${rule}-${part}`;

/** The id of the same control of another rule; null for what is no control of the first. */
export function partOf(id: string, rule: number, other: number): string | null {
  const start = `form-rule-${rule}-`;
  return id.startsWith(start) ? `form-rule-${other}-${id.slice(start.length)}` : null;
}

/** The button that is there while there is no rule. */
export const FIRST_RULE_ID = 'form-first-rule';
