/** What may be written at the cursor, and what stands there. */
export type {
  CompletionDetail,
  CompletionDetailArgs,
  CompletionOption,
  Completions
} from './completion.ts';
export { completionsAt } from './completions-at.ts';
export { placeSnippet, SNIPPET_IDS, type SnippetId } from './snippets.ts';
export { nameAt, type NameHover } from './name-hover.ts';
export { hoverAt, type Hover, type HoverMeaningArgs } from './hover.ts';
