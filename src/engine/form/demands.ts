import type { NoArgs } from '../model.ts';
import { byteLength } from '../written.ts';

/** What a store's page may ask of a value, each with its limits. */
export interface DemandArgs {
  // of an origin
  /** `besides` are the values that need none. */
  'scheme-missing': { besides: readonly string[] };
  'scheme-unsent': NoArgs;
  'trailing-slash': NoArgs;
  'path-behind': NoArgs;
  'default-port': NoArgs;
  'any-origin': NoArgs;
  // of a wildcard
  'wildcards-many': NoArgs;
  'wildcard-outside-host': NoArgs;
  'wildcard-schemeless': NoArgs;
  'wildcard-literal': NoArgs;
  'wildcard-inside': NoArgs;
  'wildcard-exposed': NoArgs;
  'wildcard-beside': NoArgs;
  // of any text
  'blanks-around': NoArgs;
  'values-joined': NoArgs;
  /** The signs that it may not hold. */
  signs: { signs: readonly string[] };
  'letters-only': NoArgs;
  'not-token': NoArgs;
  'upper-case': NoArgs;
  'prefix-kept': { prefix: string };
  /** UTF-16 code units. */
  length: { least: number; most: number };
  // of a whole list
  'values-many': { most: number };
  /** UTF-8 bytes of the values with a blank between each two. */
  'list-long': { most: number };
  // of an age in seconds
  'not-whole': NoArgs;
  'too-small': { least: number };
  'too-large': { most: number };
}
export type DemandCode = keyof DemandArgs;

/** How a demand is tested. */
interface Test<Args> {
  /** `index` is the value's place in the list `values`. */
  fails(value: string, args: Args, values: readonly string[], index: number): boolean;
  /** The value as it was meant, where that is plain. */
  better?(value: string): string;
}

const WHOLE = /^\s*[+-]?\d+\s*$/;
const isWild = (value: string): boolean => value !== '*' && value.includes('*');
const hasScheme = (value: string): boolean => /^https?:\/\//i.test(value);
const stars = (value: string): number => value.split('*').length - 1;
/** Scheme and authority of an origin with something behind them. */
const BEHIND = /^([a-z*][a-z0-9+.*-]*:\/\/[^/]+)(\/.*)$/i;
/** The port that goes without saying. https://url.spec.whatwg.org/#default-port */
const DEFAULT_PORT = /^(https:\/\/.+):443$|^(http:\/\/.+):80$/i;

/** A browser sends scheme, host and port, and the port only where it is not the default. https://html.spec.whatwg.org/multipage/browsers.html#ascii-serialisation-of-an-origin */
export const DEMANDS: { readonly [C in DemandCode]: Test<DemandArgs[C]> } = {
  'scheme-missing': {
    fails: (value, { besides }) => !besides.includes(value) && !hasScheme(value)
  },
  'scheme-unsent': {
    fails: (value) => value !== 'null' && !value.includes('*') && !value.includes('://')
  },
  'trailing-slash': {
    fails: (value) => /[^/]\/+$/.test(value) && !/[^/]\/+[^/]/.test(value.replace(/^.*?:\/\//, '')),
    better: (value) => value.replace(/\/+$/, '')
  },
  'path-behind': {
    fails: (value) => BEHIND.test(value),
    better: (value) => BEHIND.exec(value)?.[1] ?? value
  },
  'default-port': {
    fails: (value) => DEFAULT_PORT.test(value),
    better: (value) => value.replace(DEFAULT_PORT, '$1$2')
  },
  'any-origin': { fails: (value) => value === '*' },
  'wildcards-many': { fails: (value) => stars(value) > 1 },
  'wildcard-outside-host': {
    fails: (value) => isWild(value) && !/^https?:\/\/[^/:]*\*[^/:*]*(:\d+)?\/*$/i.test(value)
  },
  'wildcard-schemeless': { fails: (value) => isWild(value) && !/^https?:\/\//.test(value) },
  'wildcard-literal': { fails: isWild },
  'wildcard-inside': { fails: (value) => value.slice(0, -1).includes('*') },
  'wildcard-exposed': { fails: (value) => value.includes('*') },
  'wildcard-beside': { fails: (value, _, values) => value === '*' && values.length > 1 },
  'blanks-around': {
    fails: (value) => value.trim() !== value,
    better: (value) => value.trim()
  },
  'values-joined': { fails: (value) => /[,;]|\S\s+\S/.test(value) },
  signs: { fails: (value, { signs }) => signs.some((sign) => value.includes(sign)) },
  'letters-only': { fails: (value) => !/^[A-Za-z0-9-]*$/.test(value) },
  // https://www.rfc-editor.org/rfc/rfc9110#name-tokens
  'not-token': { fails: (value) => !/^[!#$%&'*+\-.^_`|~0-9A-Za-z]*$/.test(value) },
  'upper-case': {
    fails: (value) => value !== value.toLowerCase(),
    better: (value) => value.toLowerCase()
  },
  'prefix-kept': { fails: (value, { prefix }) => value.startsWith(prefix) },
  length: { fails: (value, { least, most }) => value.length < least || value.length > most },
  'values-many': { fails: (_, { most }, _values, index) => index >= most },
  'list-long': {
    fails: (_, { most }, values, index) => byteLength(values.slice(0, index + 1).join(' ')) > most
  },
  'not-whole': { fails: (value) => !WHOLE.test(value) },
  'too-small': { fails: (value, { least }) => !(Number.parseFloat(value) >= least) },
  'too-large': { fails: (value, { most }) => Number(value) > most }
};
