/** A rule of a storage account as Azure and its emulator hold it, ready for matching. */
import type { Rule, WrittenValue } from '../../../model.ts';
import type { HeaderPatternsRule } from '../../../2-bucket/header-patterns.ts';
import type { MethodRule } from '../../../2-bucket/method.ts';
import type { OriginRule } from '../../../2-bucket/origin.ts';
import type { Pattern } from '../../../2-bucket/pattern.ts';
import { valuesOf } from '../../../written.ts';

export interface AzureRule extends OriginRule, MethodRule, HeaderPatternsRule {
  written: Rule;
  /** Null where the answer has none. */
  maxAge: string | null;
}

export interface AzureRules {
  rules: AzureRule[];
}

/** `*`, a whole name, or the beginning of one with a `*` behind it; a `*` elsewhere is a character like any other. */
export function azureHeader(written: string): Pattern {
  if (written === '*') return { kind: 'any' };
  if (!written.endsWith('*')) return { kind: 'literal', text: written };
  const prefix = written.slice(0, -1);
  return { kind: 'glob', prefix, suffix: '', least: prefix.length };
}

/**
 * The names that an answer exposes: of the headers that it has, those that the rule names or whose beginning it names, in
 * the answer's order and spelling, and then the other names of the rule.
 */
export function exposedNames(written: readonly WrittenValue[], sent: readonly string[]): string[] {
  const named = valuesOf(written);
  const patterns = named.map((name) => azureHeader(name.toLowerCase()));
  const begins = (name: string): boolean =>
    patterns.some(
      (pattern) =>
        pattern.kind === 'any' || (pattern.kind === 'glob' && name.startsWith(pattern.prefix))
    );
  const whole = named.filter((name) => !name.endsWith('*'));
  const folded = new Set(whole.map((name) => name.toLowerCase()));
  const exposed = sent.filter((name) => {
    const lower = name.toLowerCase();
    return folded.has(lower) || begins(lower);
  });
  const seen = new Set(exposed.map((name) => name.toLowerCase()));
  for (const name of whole) {
    if (!seen.has(name.toLowerCase())) exposed.push(name);
    seen.add(name.toLowerCase());
  }
  return exposed;
}
