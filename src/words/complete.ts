/** Completion in words: what is said of each option. */
import type { CompletionDetail, CompletionDetailArgs, RuleKey, SnippetId } from '#engine';
import { m } from '../paraglide/messages.js';
import type { Single } from './catalogue.ts';

type Texts = {
  [C in Exclude<keyof CompletionDetailArgs, 'field' | 'snippet'>]: {
    [A in keyof CompletionDetailArgs[C]]: string;
  };
};

/** The catalogue, seen by code: one without a message fails the type check here. */
const catalogue: Single<'complete.detail', Texts> &
  Single<'complete.field', Record<RuleKey, object>> &
  Single<'complete.snippet' | 'complete.allows', Record<SnippetId, object>> = m;

/** More clients than these are not named. */
const NAMED = 2;

function said(value: unknown): string {
  if (!Array.isArray(value)) return String(value);
  const names = value.slice(0, NAMED).join(', ');
  return value.length > NAMED ? `${names}, …` : names;
}

export const sayCompletion = {
  /** One line on an option. */
  detail: ({ code, args }: CompletionDetail): string => {
    if (code === 'field') return catalogue[`complete.field.${args.field}`]({});
    if (code === 'snippet') return catalogue[`complete.allows.${args.snippet}`]({});
    const texts = Object.entries(args).map(([name, value]) => [name, said(value)]);
    const tell = catalogue[`complete.detail.${code}`] as (args: Record<string, string>) => string;
    return tell(Object.fromEntries(texts) as Record<string, string>);
  },
  /** The name of a snippet, and the sentence that says what it allows. */
  snippet: (id: SnippetId): string => catalogue[`complete.snippet.${id}`]({}),
  allows: (id: SnippetId): string => catalogue[`complete.allows.${id}`]({})
};
