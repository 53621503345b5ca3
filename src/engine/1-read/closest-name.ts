/** No name of any format is longer; a longer one resembles none of them. */
const LONGEST = 40;

/**
 * The name among `known` that `name` was most likely meant to be, or null.
 * Letter case does not count; up to three letters may be wrong, fewer in a short name;
 * the beginning of exactly one known name stands for it, and so does a name that goes on behind exactly one.
 */
export function closestName(name: string, known: readonly string[]): string | null {
  if (name.length > LONGEST) return null;
  const typed = name.toLowerCase();
  let best: string | null = null;
  let bestDistance = Infinity;
  for (const candidate of known) {
    const limit = Math.min(3, Math.floor(candidate.length / 4));
    if (Math.abs(typed.length - candidate.length) > limit) continue;
    const distance = editDistance(typed, candidate.toLowerCase());
    if (distance <= limit && distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best ?? onlyCompletion(typed, known) ?? onlyBeginning(typed, known);
}

function onlyCompletion(typed: string, known: readonly string[]): string | null {
  if (typed.length < 5) return null;
  const completions = known.filter((candidate) => candidate.toLowerCase().startsWith(typed));
  return completions.length === 1 ? (completions[0] ?? null) : null;
}

function onlyBeginning(typed: string, known: readonly string[]): string | null {
  const begun = known.filter(
    (candidate) => candidate.length > 5 && typed.startsWith(candidate.toLowerCase())
  );
  return begun.length === 1 ? (begun[0] ?? null) : null;
}

/** Levenshtein distance, two rows at a time. */
function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const left = current[column - 1] ?? 0;
      const up = above[column] ?? 0;
      const diagonal = above[column - 1] ?? 0;
      current.push(Math.min(left + 1, up + 1, diagonal + (same ? 0 : 1)));
    }
    above = current;
  }
  return above[b.length] ?? 0;
}
