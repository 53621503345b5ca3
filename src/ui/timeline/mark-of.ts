import type { Ending } from '#engine/timeline';

/** The mark of an ending: a call that its rules refuse is no fault of a cache. */
export const markOf = (ending: Ending): 'pass' | 'fail' | 'none' => {
  if (ending === 'works') return 'pass';
  return ending === 'refused' ? 'none' : 'fail';
};
