/** A CORS rule as the RADOS Gateway keeps it, whichever of its two interfaces it came in by. */
import type { ListField, Rule, WrittenValue } from '../../../model.ts';
import type { OriginEntry, OriginRule } from '../../../2-bucket/origin.ts';
import {
  asciiLower,
  compileHeaderEntries,
  type HeaderPatternsRule
} from '../../../2-bucket/header-patterns.ts';
import type { MethodRule } from '../../../2-bucket/method.ts';
import type { Pattern } from '../../../2-bucket/pattern.ts';

/** In the order in which the gateway writes them out; a rule may hold COPY, which no request is ever allowed. */
export const RGW_METHODS = ['GET', 'PUT', 'DELETE', 'HEAD', 'POST'];
const KEPT_METHODS = [...RGW_METHODS, 'COPY'];

export interface RgwRule extends OriginRule, MethodRule, HeaderPatternsRule {
  written: Rule;
  /** The entry that is `*` alone, whichever entry takes the origin. */
  anyOrigin: OriginEntry | null;
  exposeHeaders: string;
  maxAge: string | null;
}

/** What a written rule becomes: values sorted and told apart as the gateway does, and the age in seconds or none. */
export interface RgwStoredRule extends Record<ListField, WrittenValue[]> {
  written: Rule;
  maxAge: number | null;
}

/** The gateway keeps origins, headers and methods as sets: no value twice, in the order of their bytes. */
export function setOf(values: readonly WrittenValue[]): WrittenValue[] {
  const first = new Map<string, WrittenValue>();
  for (const written of values) {
    if (!first.has(written.value)) first.set(written.value, written);
  }
  return [...first.values()].sort((a, b) => byBytes(a.value, b.value));
}

/** The order of UTF-8 bytes is that of code points, which is not quite that of UTF-16 units. */
function byBytes(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  for (const [index, character] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const difference = (character.codePointAt(0) ?? 0) - (other.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** Methods are read in any case and kept in the gateway's own order; others are in no rule that it keeps. */
export function keptMethods(values: readonly WrittenValue[]): WrittenValue[] {
  return KEPT_METHODS.flatMap((method) => {
    const written = values.find(({ value }) => asciiLower(value) === asciiLower(method));
    return written === undefined ? [] : [{ value: method, span: written.span }];
  });
}

/** The one `*` that a value may hold at most; a value without any has none to spare. */
export const hasOneStar = (value: string): boolean =>
  value !== '' && value.indexOf('*') === value.lastIndexOf('*');

/**
 * How the gateway reads a value with a wildcard: what stands around `*` is taken without blanks, prefix and suffix may
 * share characters, and a value with more than one word on a side of `*` is taken literally or not at all.
 * recorded: wild:http://aXa*aXa; https://github.com/ceph/ceph/blob/main/src/rgw/rgw_cors.cc (is_string_in_set)
 */
export function compileRgwPattern(written: string): Pattern {
  if (written === '*') return { kind: 'any' };
  if (!written.includes('*')) return { kind: 'literal', text: written };
  if (!hasOneStar(written)) return { kind: 'never' };
  const words = written.split(/[* \t]+/).filter((word) => word !== '');
  const prefix = written.startsWith('*') ? '' : (words.shift() ?? '');
  const suffix = written.endsWith('*') ? '' : (words.shift() ?? '');
  return words.length > 0
    ? { kind: 'literal', text: written }
    : { kind: 'glob', prefix, suffix, least: 0 };
}

/** The rule ready for matching. */
export function compileRgwRule(kept: RgwStoredRule): RgwRule {
  const origins = kept.allowedOrigins.map((written) => ({
    pattern: compileRgwPattern(written.value),
    written
  }));
  return {
    written: kept.written,
    origins,
    anyOrigin: origins.find(({ pattern }) => pattern.kind === 'any') ?? null,
    methods: kept.allowedMethods,
    headerEntries: compileHeaderEntries(kept.allowedHeaders, compileRgwPattern),
    exposeHeaders: kept.exposeHeaders.reduce(
      (text, { value }) => (text === '' ? value : `${text},${value}`),
      ''
    ),
    maxAge: kept.maxAge === null ? null : String(kept.maxAge)
  };
}
