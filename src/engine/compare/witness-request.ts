import type { PageRequest } from '../model.ts';
import { requestsOf } from './call.ts';
import type { Difference } from './difference.ts';

/** Names that the script must read for the difference to show; `*` stands for no name. */
const needsOf = (difference: Difference): string[] =>
  difference.code === 'exposed'
    ? [...difference.args.lost, ...difference.args.gained].filter((name) => name !== '*')
    : [];

/**
 * The call that shows a difference, as a page's script makes it to the address of `like`. Null for a request without an Origin,
 * which no page of another origin makes.
 */
export function witnessRequest(
  difference: Difference,
  { url }: Pick<PageRequest, 'url'>
): PageRequest | null {
  const { code, witness } = difference;
  const { origin, method } = witness;
  if (origin === null) return null;
  const { headers } = requestsOf(witness).actual;
  return {
    pageOrigin: origin,
    method,
    url,
    headers: headers.filter(([name]) => name !== 'Origin'),
    credentials: code.endsWith('-with-credentials') ? 'include' : 'omit',
    needs: needsOf(difference)
  };
}
