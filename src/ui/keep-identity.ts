/**
 * Gives each list with the object of the list before in the place of every item that has its key, so that what stands on the
 * page for an item that tells the same is left alone. The keys of one list differ from each other.
 */
export function keepIdentity<T extends { readonly key: string }>(): (
  next: readonly T[]
) => readonly T[] {
  let known: ReadonlyMap<string, T> = new Map();
  return (next) => {
    const kept = next.map((item) => known.get(item.key) ?? item);
    known = new Map(kept.map((item) => [item.key, item]));
    return kept;
  };
}
