import type { PageRequest, PlainRule } from '../model.ts';
import type { StoreForm } from './store-form.ts';

const ORIGIN = /^https?:\/\/[^/\s]+$/;

/** The rule that a form begins with: for the origin and the method of a call, and for ten minutes where an age is needed. */
export function newRule(
  { fields }: StoreForm,
  { pageOrigin, method }: Pick<PageRequest, 'pageOrigin' | 'method'>
): PlainRule {
  const fieldOf = (name: string) => fields.find(({ field }) => field === name);
  const origin = ORIGIN.test(pageOrigin) ? pageOrigin : 'https://app.example.com';
  const ticked = fieldOf('allowedMethods')?.ticks?.filter((tick) => tick === method) ?? [];
  return {
    id: null,
    allowedOrigins: [origin],
    allowedMethods: ticked,
    allowedHeaders: [],
    exposeHeaders: [],
    maxAgeSeconds: fieldOf('maxAgeSeconds')?.required ? '600' : null
  };
}

/** A rule once more; two rules of one id are taken by few stores, so that the copy has none, or another where it needs one. */
export function copyOf(rule: PlainRule, { fields }: StoreForm): PlainRule {
  const needed = fields.some(({ field, required }) => field === 'id' && required);
  return { ...rule, id: needed && rule.id !== null ? `${rule.id}-copy` : null };
}
