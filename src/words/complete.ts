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
import { list } from './list.ts';
import { family } from './message.ts';

/** The details that have messages of their own. */
type DetailArgs = Omit<CompletionDetailArgs, 'field' | 'snippet'>;

type CompletionTexts = { [C in keyof DetailArgs]: { [A in keyof DetailArgs[C]]: string } };

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

const firstClients = (clients: readonly string[]): string =>
  list(clients.length > NAMED ? [...clients.slice(0, NAMED), '…'] : clients);

const details = family<DetailArgs>('complete.detail', {
  'sent-by': { clients: firstClients },
  'read-by': { clients: firstClients }
});
const meanings = family<HoverMeaningArgs>('complete.hover', {});

export const sayCompletion = {
  /** One line on an option. */
  detail: (detail: CompletionDetail): string => {
    if (detail.code === 'field') return catalogue[`complete.field.${detail.args.field}`]({});
    if (detail.code === 'snippet') return catalogue[`complete.allows.${detail.args.snippet}`]({});
    return details.one(detail);
  },
  /** What a field holds. */
  field: (field: RuleKey): string => catalogue[`complete.field.${field}`]({}),
  /** The name of a snippet, and the sentence that says what it allows. */
  snippet: (id: SnippetId): string => catalogue[`complete.snippet.${id}`]({}),
  allows: (id: SnippetId): string => catalogue[`complete.allows.${id}`]({}),
  /** What the store does with a value. */
  hover: ({ meaning }: Hover): string => meanings.one(meaning)
};
