/** The request headers that a script can set, split by which rules of two sides allow them. */
import type { CompiledRule } from '../2-bucket/compiled.ts';
import { matchesPattern, type Pattern } from '../2-bucket/pattern.ts';
import { STANDARD } from '../3-browser/standard-rules.ts';
import { isForbiddenHeader } from '../3-browser/request/forbidden.ts';
import { isToken } from '../3-browser/syntax.ts';
import { representatives, type Language } from './representatives.ts';

/** Headers that every rule allows, or does not allow, alike. */
export interface HeaderClass {
  name: string;
  /** One for each rule of both sides, and one for an answer of `*`, which covers every name but one. */
  allowed: readonly boolean[];
}

const isSettable = (name: string): boolean =>
  isToken(name) && name === name.toLowerCase() && !isForbiddenHeader(name, '', STANDARD);

const HEADERS: Language = {
  accepts: isSettable,
  shapes: ['@', 'x-@', '-@', '@-', ''],
  words: ['name', 'other', 'custom', 'token'],
  numbers: [],
  letters: 'xqzabcdefghijklmnoprstuvwy0123456789',
  oddness: (text) =>
    (text.startsWith('x-') ? 0 : 1_000) + (/^-|-$/.test(text) ? 100 : 0) + text.length
};

/** https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name */
const AUTHORIZATION = 'authorization';

/** By what a rule tells requested headers; empty where it looks at none of them. */
function patternsOf({ headerEntries, allowedHeaders }: CompiledRule): Pattern[] {
  const listed = [...(allowedHeaders?.names.keys() ?? [])].map((text): Pattern =>
    text === '*' ? { kind: 'any' } : { kind: 'literal', text }
  );
  return [...listed, ...(headerEntries ?? []).map(({ pattern }) => pattern)];
}

/** One header of each kind, in small letters, as browsers ask for them. */
export function headerClasses(rules: readonly CompiledRule[]): {
  classes: HeaderClass[];
  exhaustive: boolean;
} {
  const byRule = rules.map(patternsOf);
  const patterns = new Map(byRule.flat().map((pattern) => [JSON.stringify(pattern), pattern]));
  const { texts, exhaustive } = representatives([...patterns.values()], HEADERS);
  const classes = new Map<string, HeaderClass>();
  for (const name of [...texts, AUTHORIZATION]) {
    const allowed = byRule.map((list) => list.some((pattern) => matchesPattern(pattern, name)));
    allowed.push(name !== AUTHORIZATION);
    const key = allowed.map(Number).join('');
    if (!classes.has(key)) classes.set(key, { name, allowed });
  }
  return { classes: [...classes.values()], exhaustive };
}

/** Lists of headers that are tried for one origin. */
const LIST_LIMIT = 64;

/**
 * Lists of headers to ask for, the shortest first: one for every set of `rules` that allows all of some list. None at all is
 * the first.
 */
export function headerLists(
  classes: readonly HeaderClass[],
  rules: readonly number[]
): { lists: string[][]; exhaustive: boolean } {
  const keyOf = (allowed: readonly boolean[]) => allowed.map(Number).join('');
  const seen = new Map<string, { names: string[]; allowed: boolean[] }>();
  const singles = classes.map(({ name, allowed }) => ({
    names: [name],
    allowed: [...rules.map((rule) => allowed[rule] ?? false), allowed.at(-1) ?? true]
  }));
  for (const single of singles) {
    const key = keyOf(single.allowed);
    if (!seen.has(key)) seen.set(key, single);
  }
  const kinds = [...seen.values()];
  let exhaustive = kinds.length <= LIST_LIMIT;
  // A longer list is allowed where each of its headers is.
  for (const list of seen.values()) {
    for (const kind of kinds) {
      const allowed = list.allowed.map((held, at) => held && (kind.allowed[at] ?? false));
      const key = keyOf(allowed);
      if (seen.has(key)) continue;
      if (seen.size >= LIST_LIMIT) {
        exhaustive = false;
        break;
      }
      seen.set(key, { names: [...new Set([...list.names, ...kind.names])].sort(), allowed });
    }
  }
  return { lists: [[], ...[...seen.values()].map(({ names }) => names)], exhaustive };
}
