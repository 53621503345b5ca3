/** What `compute` gives, once the screen has shown that it is under way: many rules take a second or more to compare. */
export const afterPaint = <T>(compute: () => T): Promise<T> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(() => resolve(compute())));
  });
