import { witnessRequest, type Difference } from '#engine/compare';
import type { Workbench } from '../workbench.svelte.ts';

/** Puts the call that shows a difference into the request, whose verdict then stands; false where no page makes it. */
export function tryCall(workbench: Workbench, difference: Difference): boolean {
  const request = witnessRequest(difference, workbench.draft.request);
  if (request === null) return false;
  workbench.update({ request });
  workbench.show('verdict');
  return true;
}
