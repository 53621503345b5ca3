/** Completion in words: what is said of each option. */
import type { RuleKey } from '#engine';
import type {
  CompletionDetail,
  CompletionDetailArgs,
  Hover,
  HoverMeaningArgs,
  SnippetId
} from '#engine/complete';
import { m } from '../paraglide/messages.js';
import type { SingleMessages } from './catalogue.ts';

type CompletionTexts = {
  [C in Exclude<keyof CompletionDetailArgs, 'field' | 'snippet'>]: {
    [A in keyof CompletionDetailArgs[C]]: string;
  };
};

type HoverTexts = {
  [C in keyof HoverMeaningArgs]: { [A in keyof HoverMeaningArgs[C]]: string };
};

/** The catalogue, seen by code: one without a message fails the type check here. */
const catalogue: SingleMessages<'complete.detail', CompletionTexts> &
  SingleMessages<'complete.hover', HoverTexts> &
  SingleMessages<'complete.field', Record<RuleKey, object>> &
  SingleMessages<'complete.snippet' | 'complete.allows', Record<SnippetId, object>> = m;

/** More clients than these are not named. */
const NAMED = 2;

function said(value: unknown): string {
  if (!Array.isArray(value)) return String(value);
  const names = value.slice(0, NAMED).join(', ');
  return value.length > NAMED ? `${names}, …` : names;
}

function tell(key: keyof typeof catalogue, args: object, text: (value: unknown) => string): string {
  const texts = Object.entries(args).map(([name, value]) => [name, text(value)]);
  const message = catalogue[key] as (args: Record<string, string>) => string;
  return message(Object.fromEntries(texts) as Record<string, string>);
}

const whole = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : String(value));

export const sayCompletion = {
  /** One line on an option. */
  detail: ({ code, args }: CompletionDetail): string => {
    if (code === 'field') return catalogue[`complete.field.${args.field}`]({});
    if (code === 'snippet') return catalogue[`complete.allows.${args.snippet}`]({});
    return tell(`complete.detail.${code}`, args, said);
  },
  /** What a field holds. */
  field: (field: RuleKey): string => catalogue[`complete.field.${field}`]({}),
  /** The name of a snippet, and the sentence that says what it allows. */
  snippet: (id: SnippetId): string => catalogue[`complete.snippet.${id}`]({}),
  allows: (id: SnippetId): string => catalogue[`complete.allows.${id}`]({}),
  /** What the store does with a value. */
  hover: ({ meaning: { code, args } }: Hover): string => tell(`complete.hover.${code}`, args, whole)
};
