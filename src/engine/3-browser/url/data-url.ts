import type { WireResponse } from '../../model.ts';
import type { BrowserRules } from '../rules.ts';

/**
 * The answer of a `data:` address, for which nothing is sent; null where the address has no comma.
 * https://fetch.spec.whatwg.org/#scheme-fetch
 */
export function dataResponse(url: string, { dataHasLength }: BrowserRules): WireResponse | null {
  const comma = url.indexOf(',');
  if (comma === -1) return null;
  const type = url.slice('data:'.length, comma) || 'text/plain;charset=US-ASCII';
  const length = String(url.length - comma - 1);
  return {
    status: 200,
    headers: [
      ['Content-Type', type],
      ...(dataHasLength ? [['Content-Length', length] as const] : [])
    ],
    body: ''
  };
}
