/** What a store does with one value of a rule. */
import type { ReadResult } from '../1-read/format.ts';
import { RULE_KEYS, isListField, type RuleKey } from '../1-read/rule-key.ts';
import type { Asked } from '../ask/ordinary.ts';
import { probeOf } from '../ask/probe.ts';
import type { Condition, Evidence, PlainRule, Span, WrittenValue } from '../model.ts';
import type { Provider } from '../providers/providers.ts';
import {
  headerMeaning,
  methodMeaning,
  originMeaning,
  type HoverMeaningArgs,
  type HoverMeaningCode,
  type Meaning
} from './meaning.ts';

export type { HoverMeaningArgs };
import { exposeMeaning, maxAgeMeaning } from './meaning-of-answers.ts';

export interface Hover {
  /** Of the value in the text. */
  span: Span;
  /** Counted from 0. */
  rule: number;
  field: RuleKey;
  value: string;
  meaning: HoverMeaningCode;
  /** What the value takes and what it does not, as the store answers: origins, methods or headers. */
  takes: string[];
  refuses: string[];
  /** How sure that is, and where it is said; null where nothing of the store decides. */
  evidence: Evidence | null;
  source: string | null;
}

/** The value of a rule in which `offset` stands; null where none does. */
export function hoverAt(offset: number, { ruleSet }: ReadResult, provider: Provider): Hover | null {
  for (const [rule, written] of ruleSet.rules.entries()) {
    if (offset < written.span.from || offset > written.span.to) continue;
    for (const field of RULE_KEYS) {
      const values: (WrittenValue | null)[] = isListField(field)
        ? written[field]
        : [written[field]];
      const found = values.find((value) => value !== null && covers(value.span, offset));
      if (found) return hoverOf(found, rule, field, provider);
    }
  }
  return null;
}

const covers = ({ from, to }: Span, offset: number): boolean => from <= offset && offset <= to;

function hoverOf(
  { value, span }: WrittenValue,
  rule: number,
  field: RuleKey,
  provider: Provider
): Hover {
  const { evidence = null, source = null, ...told } = meaningOf(field, value, provider);
  return { span, rule, field, value, evidence, source, ...told };
}

function meaningOf(field: RuleKey, value: string, provider: Provider): Meaning {
  switch (field) {
    case 'allowedOrigins':
      return withSource(
        originMeaning(value, provider),
        'origin',
        { allowedOrigins: [value] },
        provider
      );
    case 'allowedMethods':
      return withSource(
        methodMeaning(value, provider),
        'method',
        { allowedMethods: [value] },
        provider
      );
    case 'allowedHeaders':
      return withSource(
        headerMeaning(value, provider),
        'headers',
        { allowedHeaders: [value] },
        provider
      );
    case 'exposeHeaders':
      return exposeMeaning(value, provider);
    case 'maxAgeSeconds':
      return maxAgeMeaning(value, provider);
    case 'id':
      return { meaning: { code: 'id', args: {} }, takes: [], refuses: [] };
  }
}

/** How sure the condition is about the first example, and its source. */
function withSource(
  told: Meaning,
  condition: Condition,
  own: Partial<PlainRule>,
  provider: Provider
): Meaning {
  const [example] = [...told.takes, ...told.refuses];
  const [traced] = probeOf(provider).trace(own, askedFor(condition, example)).rules;
  const step = traced?.conditions.find((one) => one.condition === condition)?.steps[0];
  return step ? { ...told, evidence: step.evidence, source: step.source } : told;
}

function askedFor(condition: Condition, example: string | undefined): Partial<Asked> {
  if (example === undefined) return { method: 'PUT', headers: ['x-a'] };
  switch (condition) {
    case 'origin':
      return { origin: example };
    case 'method':
      return { method: example };
    case 'headers':
      return { headers: [example] };
  }
}
