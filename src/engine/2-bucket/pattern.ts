/** A value with wildcards, split where each `*` stands. */
export type Pattern =
  | { kind: 'any' }
  | { kind: 'literal'; text: string }
  /** A text in two spellings that the store takes for one, as with and without the port that goes without saying. */
  | { kind: 'either'; texts: readonly [string, string] }
  /** One `*`. `least` is the length that a text must have; `without` is a character that the `*` does not stand for. */
  | { kind: 'glob'; prefix: string; suffix: string; least: number; without?: string }
  /** Several `*`, each of which stands for `each` characters or more; `parts` is what stands around them. */
  | { kind: 'globs'; parts: readonly string[]; each: number }
  /** More than one `*`: no store that forbids it can hold it, so it matches nothing. */
  | { kind: 'never' };

/**
 * What one `*` may stand for: any run of characters, which may be empty; a run of one character or more; or less than
 * nothing, so that the text before and after it may overlap.
 */
export type Reach = 'any-run' | 'one-or-more' | 'overlap';

/** Compiles a written value; `*` alone is any, one `*` a glob, none a literal, several never. */
export function compilePattern(written: string, reach: Reach = 'any-run'): Pattern {
  const star = written.indexOf('*');
  if (star === -1) return { kind: 'literal', text: written };
  if (written === '*') return { kind: 'any' };
  if (written.includes('*', star + 1)) return { kind: 'never' };
  const least = reach === 'overlap' ? 0 : written.length - 1 + (reach === 'one-or-more' ? 1 : 0);
  return { kind: 'glob', prefix: written.slice(0, star), suffix: written.slice(star + 1), least };
}

/** The same for a store that takes any number of `*` in a value. */
export function compilePatterns(written: string, reach: 'any-run' | 'one-or-more'): Pattern {
  const pattern = compilePattern(written, reach);
  if (pattern.kind !== 'never') return pattern;
  return { kind: 'globs', parts: written.split('*'), each: reach === 'one-or-more' ? 1 : 0 };
}

/** True where the pattern takes the whole of `text`, case-sensitively. One pass over `text`. */
export function matchesPattern(pattern: Pattern, text: string): boolean {
  switch (pattern.kind) {
    case 'any':
      return true;
    case 'literal':
      return pattern.text === text;
    case 'either':
      return pattern.texts.includes(text);
    case 'never':
      return false;
    case 'glob':
      return (
        text.length >= pattern.least &&
        text.startsWith(pattern.prefix) &&
        text.endsWith(pattern.suffix) &&
        (pattern.without === undefined || !starOf(pattern, text).includes(pattern.without))
      );
    case 'globs':
      return matchesParts(pattern.parts, pattern.each, text);
  }
}

/** Each part is taken where it stands first after the one before: if any place serves, that one does. */
function matchesParts(parts: readonly string[], each: number, text: string): boolean {
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at + each);
    if (found === -1) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at + each && text.endsWith(last);
}

/** What the `*` stood for in a text that the pattern matches, or all from the first `*` to the last; may be empty. */
export function starOf(pattern: Pattern & { kind: 'glob' | 'globs' }, text: string): string {
  const [prefix = '', suffix = ''] =
    pattern.kind === 'glob'
      ? [pattern.prefix, pattern.suffix]
      : [pattern.parts[0], pattern.parts.at(-1)];
  return text.slice(prefix.length, Math.max(prefix.length, text.length - suffix.length));
}
