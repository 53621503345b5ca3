/** Comments of a rule text, which are no part of its rules and so are lost where these are written anew. */
import { Parser } from 'yaml';
import type { Span } from '../model.ts';
import type { Syntax } from './format.ts';
import { hclTokensOf } from './hcl/tokens.ts';
import { tokensOf } from './json/tokens.ts';

/** A section may hold what looks like a comment. */
const XML = /<!\[CDATA\[[^]*?\]\]>|<!--[^]*?-->/g;
const JSON_GAP = /\/\/[^\r\n]*|\/\*[^]*?\*\//g;
const HCL_GAP = /(?:#|\/\/)[^\r\n]*|\/\*[^]*?\*\//g;

const spansOf = (pattern: RegExp, text: string, offset = 0): Span[] =>
  [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({
    from: offset + index,
    to: offset + index + length
  }));

/** Between two tokens there is nothing but blanks and comments. */
function betweenTokens(pattern: RegExp, text: string, tokens: readonly { span: Span }[]): Span[] {
  let at = 0;
  return tokens.flatMap(({ span: { from, to } }) => {
    const found = spansOf(pattern, text.slice(at, from), at);
    at = to;
    return found;
  });
}

/** Every comment in a parser's tokens, at whatever depth. */
function commentsOf(token: unknown): Span[] {
  if (typeof token !== 'object' || token === null) return [];
  if ('type' in token && token.type === 'comment') {
    const { offset, source } = token as unknown as { offset: number; source: string };
    return [{ from: offset, to: offset + source.length }];
  }
  return Object.values(token).flatMap(commentsOf);
}

/** Where the comments of a text stand that could be read whole, in the order of the text. */
export function commentsIn(text: string, syntax: Syntax | null): Span[] {
  switch (syntax) {
    case 'xml':
      return spansOf(XML, text).filter(({ from }) => text.startsWith('<!--', from));
    case 'json':
      return betweenTokens(
        JSON_GAP,
        text,
        tokensOf(text, text.startsWith('\ufeff') ? 1 : 0, () => {})
      );
    case 'hcl':
      return betweenTokens(
        HCL_GAP,
        text,
        hclTokensOf(text, () => {})
      );
    case 'yaml':
      return [...new Parser().parse(text)]
        .flatMap(commentsOf)
        .sort((one, other) => one.from - other.from);
    default:
      return [];
  }
}
