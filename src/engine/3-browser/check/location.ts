import type { WireResponse } from '../../model.ts';
import type { BrowserRules } from '../rules.ts';
import { linesOf } from '../syntax.ts';

const REDIRECT_STATUS = new Set([301, 302, 303, 307, 308]);

/** https://fetch.spec.whatwg.org/#redirect-status */
export const hasRedirectStatus = ({ status }: WireResponse): boolean => REDIRECT_STATUS.has(status);

/** Where an answer sends the browser; null where it is no redirect. https://fetch.spec.whatwg.org/#concept-response-location-url */
export function locationOf(
  response: WireResponse,
  { skipsEmptyLocation }: BrowserRules
): string | null {
  if (!hasRedirectStatus(response)) return null;
  const lines = linesOf(response.headers, 'Location');
  return lines.find((line) => line !== '' || !skipsEmptyLocation) ?? null;
}
