/** What may be written next in a rule text: the words of completion. */
import type { Coded, TextEdit } from '../model.ts';
import type { RuleKey } from '../1-read/rule-key.ts';

export const SNIPPET_IDS = ['read-from-anywhere', 'uploads-from-app', 'signed-multipart'] as const;
export type SnippetId = (typeof SNIPPET_IDS)[number];

export type CompletionKind =
  'element' | 'key' | 'method' | 'header' | 'origin' | 'setting' | 'snippet';

/** What is said of an option, in one line. */
export interface CompletionDetailArgs {
  /** What a field of a rule holds. */
  field: { field: RuleKey };
  rule: Record<string, never>;
  vary: Record<string, never>;
  /** What stands around the rules. */
  around: Record<string, never>;
  /** Closes the element that is open. */
  close: Record<string, never>;
  method: { store: string };
  'asked-method': Record<string, never>;
  'asked-header': Record<string, never>;
  'needed-header': Record<string, never>;
  'sent-by': { clients: string[] };
  'read-by': { clients: string[] };
  'own-headers': { store: string };
  'request-id': { store: string };
  'any-header': Record<string, never>;
  'any-exposed': Record<string, never>;
  'any-origin': Record<string, never>;
  'page-origin': Record<string, never>;
  /** An origin of another rule, counted from 1. */
  'used-origin': { rule: number };
  snippet: { snippet: SnippetId };
}
export type CompletionDetail = Coded<CompletionDetailArgs>;

export interface CompletionOption {
  /** What it is found and listed by; a snippet's is its id, whose name is a message. */
  label: string;
  kind: CompletionKind;
  detail: CompletionDetail;
  /** What makes it in the text, sorted, counted in the text as it is. */
  edits: TextEdit[];
  /** Where the cursor stands afterwards, counted in the text with the edits made. */
  caret: number;
  /** True where the next thing to be written is inside of what this inserts. */
  goesOn: boolean;
}

/** `from` to `to` is what has been typed of the option. */
export interface Completions {
  from: number;
  to: number;
  /** The likeliest first. */
  options: CompletionOption[];
}
