import type { PageRequest, PlainRule } from '../model.ts';
import type { StoreForm } from './store-form.ts';

const ORIGIN = /^https?:\/\/[^/\s]+$/;

type Ids = readonly Pick<PlainRule, 'id'>[];

const needsId = ({ fields }: StoreForm): boolean =>
  fields.some(({ field, required }) => field === 'id' && required);

/** The first of `rule-1`, `rule-2` and so on that no rule has. */
function freeId(stem: string, others: Ids): string {
  const taken = new Set(others.map(({ id }) => id));
  let number = 1;
  while (taken.has(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}

/**
 * The rule that a form adds to `others`: for the origin and the method of a call, for ten minutes where an age is needed, and
 * with an id where one is.
 */
export function newRule(
  form: StoreForm,
  { pageOrigin, method }: Pick<PageRequest, 'pageOrigin' | 'method'>,
  others: Ids
): PlainRule {
  const fieldOf = (name: string) => form.fields.find(({ field }) => field === name);
  const origin = ORIGIN.test(pageOrigin) ? pageOrigin : 'https://app.example.com';
  const ticked = fieldOf('allowedMethods')?.ticks?.filter((tick) => tick === method) ?? [];
  return {
    id: needsId(form) ? freeId('rule', others) : null,
    allowedOrigins: [origin],
    allowedMethods: ticked,
    allowedHeaders: [],
    exposeHeaders: [],
    maxAgeSeconds: fieldOf('maxAgeSeconds')?.required ? '600' : null
  };
}

/** A rule once more; few stores take two rules of one id, so that the copy has none, or one of its own where it needs one. */
export const copyOf = (rule: PlainRule, form: StoreForm, others: Ids): PlainRule => ({
  ...rule,
  id: needsId(form) ? freeId(rule.id ?? 'rule', others) : null
});
