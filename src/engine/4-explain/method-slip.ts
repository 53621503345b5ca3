/** A method that is none, told from the one that was meant. */

/** Shorter names are one letter apart by chance. */
const LEAST_FOR_REPLACED = 4;

/** True where one name is the other with a letter left out. */
const isLeftOut = (short: string, long: string): boolean =>
  [...long].some((_, at) => long.slice(0, at) + long.slice(at + 1) === short);

/** True where two names of one length differ by one letter, or by two that changed places. */
function isReplaced(one: string, other: string): boolean {
  const apart = [...one].flatMap((letter, at) => (letter === other[at] ? [] : [at]));
  const [first = 0, second = -1] = apart;
  if (apart.length === 1) return one.length >= LEAST_FOR_REPLACED;
  return (
    apart.length === 2 &&
    second === first + 1 &&
    one[first] === other[second] &&
    one[second] === other[first]
  );
}

function isSlip(typed: string, meant: string): boolean {
  if (typed.length === meant.length) return isReplaced(typed, meant);
  return typed.length < meant.length ? isLeftOut(typed, meant) : isLeftOut(meant, typed);
}

/**
 * The one method among `known` that `typed` is a slip of the keys away from, letter case aside; null where there is none, or
 * several are as near.
 */
export function methodMeant(typed: string, known: readonly string[]): string | null {
  const upper = typed.toUpperCase();
  const near = [...new Set(known)].filter((method) => method === upper || isSlip(upper, method));
  const [meant, ...others] = near.includes(upper) ? [upper] : near;
  return meant === undefined || others.length > 0 ? null : meant;
}
