import { Parser } from 'yaml';
import type { Span } from '../../model.ts';

/** Every comment in a parser's tokens, at whatever depth. */
function commentsOf(token: unknown): Span[] {
  if (typeof token !== 'object' || token === null) return [];
  if ('type' in token && token.type === 'comment') {
    const { offset, source } = token as unknown as { offset: number; source: string };
    return [{ from: offset, to: offset + source.length }];
  }
  return Object.values(token).flatMap(commentsOf);
}

/** In the order of the text. */
export const yamlComments = (text: string): Span[] =>
  [...new Parser().parse(text)].flatMap(commentsOf).sort((one, other) => one.from - other.from);
