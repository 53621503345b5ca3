/** A rule as the stores hold it that took S3's CORS over, ready for matching. */
import type { Rule, RuleSet, WrittenValue } from '../../../model.ts';
import {
  compileHeaderEntries,
  type HeaderPatternsRule
} from '../../../2-bucket/header-patterns.ts';
import type { MethodRule } from '../../../2-bucket/method.ts';
import type { OriginEntry, OriginRule } from '../../../2-bucket/origin.ts';
import type { Pattern } from '../../../2-bucket/pattern.ts';
import { joinValues } from '../../../written.ts';

export interface S3Rule extends OriginRule, MethodRule, HeaderPatternsRule {
  written: Rule;
  /** Every method, as the answer lists them. */
  allowMethods: string;
  /** Every exposed header, as the answer lists them; null where there is none. */
  exposeHeaders: string | null;
  /** Null where the answer has none. */
  maxAge: string | null;
}

export interface S3Rules {
  rules: S3Rule[];
}

/** How one store reads the values of a rule. */
export interface S3Reading {
  origin(written: string): Pattern;
  /** In lower case. */
  header(written: string): Pattern;
  /** What the answer says of a written max age; null where it says nothing. */
  maxAge(written: string): string | null;
}

export const compileS3Rules = ({ rules }: RuleSet, reading: S3Reading): S3Rules => ({
  rules: rules.map((rule) => compileS3Rule(rule, reading))
});

function compileS3Rule(rule: Rule, { origin, header, maxAge }: S3Reading): S3Rule {
  const { allowedOrigins, allowedMethods, allowedHeaders, exposeHeaders, maxAgeSeconds } = rule;
  return {
    written: rule,
    origins: anyFirst(allowedOrigins.map((written) => entry(written, origin))),
    methods: allowedMethods,
    headerEntries: compileHeaderEntries(allowedHeaders, header),
    allowMethods: joinValues(allowedMethods, ', '),
    exposeHeaders: exposeHeaders.length === 0 ? null : joinValues(exposeHeaders, ', ').trim(),
    maxAge: maxAgeSeconds === null ? null : maxAge(maxAgeSeconds.value)
  };
}

const entry = (written: WrittenValue, compile: S3Reading['origin']): OriginEntry => ({
  pattern: compile(written.value),
  written
});

/** A `*` anywhere in the list decides what the answer says, whichever entry takes the origin: so it is asked first. */
function anyFirst(entries: OriginEntry[]): OriginEntry[] {
  const any = entries.find(({ pattern }) => pattern.kind === 'any');
  return any === undefined ? entries : [any, ...entries.filter((other) => other !== any)];
}
