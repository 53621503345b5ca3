/** The origins that pages have, split by which rules of two sides take them. */
import type { Pattern } from '../2-bucket/pattern.ts';
import type { CompiledRule } from '../2-bucket/compiled.ts';
import { withoutDefaultPort } from '../2-bucket/default-port.ts';
import { originEntry } from '../2-bucket/origin.ts';
import { representatives, type Language } from './representatives.ts';

/** Origins that every rule takes, or does not take, alike. */
export interface OriginClass {
  origin: string;
  /** The rules that take them, counted through both sides' lists. */
  rules: number[];
}

const ORIGIN =
  /^[a-z][a-z0-9+.-]*:\/\/(?:\[[0-9a-f:.]+\]|[a-z0-9_-]+(?:\.[a-z0-9_-]+)*)(?::(?:0|[1-9]\d{0,4}))?$/;

/**
 * Whether a browser sends the text as a page's Origin: `null`, or scheme, host and a port that does not go without saying.
 * Letters are small; a host whose name has an empty part is none that a page can have.
 * https://html.spec.whatwg.org/multipage/browsers.html#ascii-serialisation-of-an-origin
 */
export function isPageOrigin(text: string): boolean {
  if (text === 'null') return true;
  if (!ORIGIN.test(text) || withoutDefaultPort(text) !== text) return false;
  const port = /:(\d+)$/.exec(text)?.[1];
  return port === undefined || Number(port) <= 65_535;
}

const ORIGINS: Language = {
  accepts: isPageOrigin,
  shapes: [
    '@',
    '@.',
    '@.example',
    '',
    'https://@',
    'https://@.',
    'https://@.example',
    'http://@.example',
    'http://@',
    'capacitor://localhost',
    's://@.',
    's://@',
    'x://@',
    '://@.',
    '://@',
    '//@',
    '/@',
    '@://@',
    '@://@.',
    ':#',
    '#',
    '@.@',
    '@:#',
    'https://@:#',
    '://@:#',
    '@.@:#'
  ],
  words: ['app', 'shop', 'www', 'cdn', 'blog'],
  numbers: ['8443', '3000', '5173'],
  letters: 'xqzabcdefghijklmnoprstuvwy0123456789',
  oddness: (text) => {
    const scheme = text.startsWith('https://') ? 0 : /^(http|capacitor):/.test(text) ? 1 : 2;
    return scheme * 2_000 + (text.includes('.') ? 0 : 1_000) + text.length;
  }
};

/** Whether a rule takes the origin, and whether it does so by `*`, which is answered otherwise. */
function mark(rule: CompiledRule, origin: string): '0' | '1' | '*' {
  const entry = originEntry(rule, origin);
  if (entry === undefined) return '0';
  return entry.pattern.kind === 'any' ? '*' : '1';
}

const patternKey = (pattern: Pattern): string => JSON.stringify(pattern);

/**
 * One origin of each kind; `own` are those that a store treats apart of its own accord. So may every store the opaque origin.
 * Where `touched` is given, only origins that one of those rules takes are told.
 */
export function originClasses(
  rules: readonly CompiledRule[],
  own: readonly string[],
  touched: readonly CompiledRule[] | null = null
): { classes: OriginClass[]; exhaustive: boolean } {
  const all = rules.flatMap(({ origins }) => origins.map(({ pattern }) => pattern));
  const patterns = [...new Map(all.map((pattern) => [patternKey(pattern), pattern])).values()];
  const { texts, exhaustive } = representatives(patterns, ORIGINS);
  const isTouched = (origin: string) =>
    touched === null || touched.some((rule) => originEntry(rule, origin) !== undefined);
  const classes = new Map<string, OriginClass>();
  const apart = ['null', ...own];
  for (const origin of [...texts, ...apart]) {
    if (!isTouched(origin)) continue;
    const marks = rules.map((rule) => mark(rule, origin));
    const key = [...marks, apart.includes(origin) ? origin : ''].join('');
    if (classes.has(key)) continue;
    const taking = marks.flatMap((one, index) => (one === '0' ? [] : [index]));
    classes.set(key, { origin, rules: taking });
  }
  return { classes: [...classes.values()], exhaustive };
}
