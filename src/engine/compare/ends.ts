import type { Pattern } from '../2-bucket/pattern.ts';

/** All by which patterns tell texts apart: whole texts, what stands before a first `*`, and behind a last one. */
export interface Ends {
  literals: string[];
  prefixes: string[];
  suffixes: string[];
  /** What stands between the first and the last `*` of a pattern with several, which all must occur in that order. */
  middles: string[][];
}

/** The ends of some patterns in small letters, each once; the empty prefix and suffix are always among them. */
export function endsOf(patterns: readonly Pattern[]): Ends {
  const literals = new Set<string>();
  const prefixes = new Set(['']);
  const suffixes = new Set(['']);
  const middles = new Map<string, string[]>();
  for (const pattern of patterns) {
    switch (pattern.kind) {
      case 'literal':
        literals.add(pattern.text.toLowerCase());
        break;
      case 'either':
        for (const text of pattern.texts) literals.add(text.toLowerCase());
        break;
      case 'glob':
        prefixes.add(pattern.prefix.toLowerCase());
        suffixes.add(pattern.suffix.toLowerCase());
        break;
      case 'globs': {
        const parts = pattern.parts.map((part) => part.toLowerCase());
        prefixes.add(parts[0] ?? '');
        suffixes.add(parts.at(-1) ?? '');
        middles.set(parts.slice(1, -1).join('\n'), parts.slice(1, -1));
        break;
      }
      default:
        break;
    }
  }
  return {
    literals: [...literals],
    prefixes: [...prefixes],
    suffixes: [...suffixes],
    middles: [...middles.values()]
  };
}

/** The texts that begin with `prefix` and end with `suffix` where the two share characters. */
export function overlapsOf(prefix: string, suffix: string): string[] {
  const texts: string[] = [];
  for (let shared = Math.min(prefix.length, suffix.length); shared > 0; shared--) {
    if (prefix.endsWith(suffix.slice(0, shared))) texts.push(prefix + suffix.slice(shared));
  }
  return texts;
}
