import { error } from '@sveltejs/kit';
import { isProviderId, providers } from '#engine';
import type { EntryGenerator, PageLoad } from './$types';

/** One page for each store. */
export const entries: EntryGenerator = () => providers.map(({ id }) => ({ id }));

export const load: PageLoad = ({ params: { id } }) => {
  if (!isProviderId(id)) error(404);
  return { id };
};
