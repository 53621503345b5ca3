import type { Span } from '../../model.ts';
import { betweenTokens } from '../text/comments.ts';
import { hclTokensOf } from './tokens.ts';

const COMMENT = /(?:#|\/\/)[^\r\n]*|\/\*[^]*?\*\//g;

/** https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#comments-and-whitespace, in the order of the text. */
export const hclComments = (text: string): Span[] =>
  betweenTokens(
    COMMENT,
    text,
    hclTokensOf(text, () => {})
  );
