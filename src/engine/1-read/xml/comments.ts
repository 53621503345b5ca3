/** Comments of XML, and those that stand beside an element and so may speak of it. */
import type { Span } from '../../model.ts';
import { matchesOf } from '../text/comments.ts';
import { blanksBefore } from '../text/layout.ts';

/** A section may hold what looks like a comment. */
const COMMENT = /<!\[CDATA\[[^]*?\]\]>|<!--[^]*?-->/g;

/** In the order of the text. */
export const xmlComments = (text: string): Span[] =>
  matchesOf(COMMENT, text).filter(({ from }) => text.startsWith('<!--', from));

const COMMENTS_TO_LINE_END = /(?:[ \t]*<!--(?:(?!-->)[^\r\n])*-->)*(?=[ \t]*[\r\n])/y;

/** Where the comments end that stand behind something on its line; null where something else follows there. */
export function behindComments(text: string, at: number): number | null {
  COMMENTS_TO_LINE_END.lastIndex = at;
  const comments = COMMENTS_TO_LINE_END.exec(text);
  return comments && at + comments[0].length;
}

/** Where the comments and blanks begin that stand right before an offset. */
export function beforeComments(text: string, at: number): number {
  for (let open = at; ;) {
    const end = open - blanksBefore(text, open).length;
    open = text.endsWith('-->', end) ? text.lastIndexOf('<!--', end - EMPTY_COMMENT.length) : -1;
    if (open === -1) return end;
  }
}

const EMPTY_COMMENT = '<!---->';
