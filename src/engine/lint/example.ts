/** Rule texts that show a check: run as tests, and printed on the check's page. */
import { ORDINARY } from '../ask/ordinary.ts';
import { formatOf } from '../1-read/read-rules.ts';
import { valueAt, ruleAt } from '../1-read/plain.ts';
import type { FormatId } from '../1-read/format.ts';
import type { PlainRule, Span } from '../model.ts';
import { providerById, type ProviderId } from '../providers/providers.ts';
import type { Level } from './finding.ts';

/** A rule set at one store; what a rule leaves out is as in {@link PLAIN}. */
export interface LintExample {
  provider: ProviderId;
  rules: readonly Partial<PlainRule>[];
  /** COS's `ResponseVary`, as text, since a check looks at what it says. */
  vary?: string;
  /** The store's own format where it is absent. */
  format?: FormatId;
  /** The call that the rules are for sends credentials. */
  credentials?: true;
}

/** An example in which a check finds something, once, at `level`: where `«` and `»` stand, or at the beginning of `rule`. */
export interface BadExample extends LintExample {
  level: Level;
  /** Counted from 0. */
  rule?: number;
}

/** A rule as a reader would write it, in which no check finds anything at most stores. */
export const PLAIN: PlainRule = {
  ...ORDINARY,
  id: null,
  allowedOrigins: ['https://app.example.com'],
  allowedMethods: ['GET'],
  allowedHeaders: ['content-type']
};

/** The text of an example as it is shown, and what is marked in it; null where nothing is. */
export interface ExampleText {
  format: FormatId;
  text: string;
  marked: Span | null;
}

const withoutMarks = (text: string): string => text.replace(/[«»]/g, '');

/** Prints an example in the format of its store. */
export function exampleText(example: LintExample): ExampleText {
  const { provider, rules, vary } = example;
  const format = example.format ?? providerById(provider).formats[0] ?? 's3-xml';
  const ruleSet = {
    rules: rules.map((own) => ruleAt({ ...PLAIN, ...own }, 0)),
    responseVary: vary === undefined ? null : valueAt(vary, 0)
  };
  const text = formatOf(format).print(ruleSet);
  const from = text.indexOf('«');
  const marked = from === -1 ? null : { from, to: text.indexOf('»') - 1 };
  return { format, text: withoutMarks(text), marked };
}
