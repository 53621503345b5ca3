import type { HeaderPatternsRule } from './header-patterns.ts';
import type { HeadersRule } from './headers.ts';
import type { OriginRule } from './origin.ts';

/** A rule as every store holds it: what it tells origins by, and requested headers, where it looks at them. */
export type CompiledRule = OriginRule & Partial<HeaderPatternsRule> & Partial<HeadersRule>;

/** A rule set as every store holds it. */
export interface CompiledRules {
  rules: readonly CompiledRule[];
}
