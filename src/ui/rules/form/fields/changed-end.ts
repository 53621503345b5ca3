/** Where in `after` that ends which is not as in `before`: the caret belongs there. In UTF-16 code units. */
export function changedEnd(before: string, after: string): number {
  let shared = 0;
  const most = Math.min(before.length, after.length);
  while (shared < most && before.at(-1 - shared) === after.at(-1 - shared)) shared += 1;
  return after.length - shared;
}
