/** Comments in a text whose tokens are known. */
import type { Span } from '../../model.ts';

/** Where a pattern stands in a text, `offset` further on. */
export const matchesOf = (pattern: RegExp, text: string, offset = 0): Span[] =>
  [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({
    from: offset + index,
    to: offset + index + length
  }));

/** Between two tokens there is nothing but blanks and comments. */
export function betweenTokens(
  pattern: RegExp,
  text: string,
  tokens: readonly { span: Span }[]
): Span[] {
  let at = 0;
  return tokens.flatMap(({ span: { from, to } }) => {
    const found = matchesOf(pattern, text.slice(at, from), at);
    at = to;
    return found;
  });
}
