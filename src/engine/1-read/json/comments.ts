import type { Span } from '../../model.ts';
import { betweenTokens } from '../text/comments.ts';
import { tokensOf } from './tokens.ts';

const COMMENT = /\/\/[^\r\n]*|\/\*[^]*?\*\//g;

/** Comments that JavaScript takes, in the order of the text. */
export const jsonComments = (text: string): Span[] =>
  betweenTokens(
    COMMENT,
    text,
    tokensOf(text, text.startsWith('\ufeff') ? 1 : 0, () => {})
  );
