/** Origins that a rule may allow. */
import { serialiseOrigin } from '../3-browser/url/origin.ts';
import type { PageRequest, RuleSet } from '../model.ts';
import type { Offer } from './headers.ts';

/** The page's own, then those of the other rules, then every one. */
export function allowedOrigins({ rules }: RuleSet, { pageOrigin }: PageRequest): Offer[] {
  const page = serialiseOrigin(pageOrigin).origin;
  const own: Offer[] =
    page === '' || page === 'null'
      ? []
      : [{ value: page, detail: { code: 'page-origin', args: {} } }];
  const used = rules.flatMap(({ allowedOrigins: listed }, index) =>
    listed
      .filter(({ value }) => value !== '*' && value.trim() !== '')
      .map(({ value }): Offer => ({
        value,
        detail: { code: 'used-origin', args: { rule: index + 1 } }
      }))
  );
  return [...own, ...used, { value: '*', detail: { code: 'any-origin', args: {} } }];
}
