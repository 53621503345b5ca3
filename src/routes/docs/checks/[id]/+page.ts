import { error } from '@sveltejs/kit';
import { CHECKS, isCheckId } from '#engine/lint';
import type { EntryGenerator, PageLoad } from './$types';

/** One page for each check. */
export const entries: EntryGenerator = () => CHECKS.map(({ id }) => ({ id }));

export const load: PageLoad = ({ params: { id } }) => {
  if (!isCheckId(id)) error(404);
  return { id };
};
