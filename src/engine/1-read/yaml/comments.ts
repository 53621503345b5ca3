import { Parser } from 'yaml';
import type { Span } from '../../model.ts';

/** Every comment in a parser's tokens, in no order. They may nest deeper than calls can. */
function commentsOf(tokens: unknown[]): Span[] {
  const found: Span[] = [];
  const open = [...tokens];
  while (open.length > 0) {
    const token = open.pop();
    if (typeof token !== 'object' || token === null) continue;
    if ('type' in token && token.type === 'comment') {
      const { offset, source } = token as unknown as { offset: number; source: string };
      found.push({ from: offset, to: offset + source.length });
    } else for (const part of Object.values(token)) open.push(part);
  }
  return found;
}

/** In the order of the text. */
export const yamlComments = (text: string): Span[] =>
  commentsOf([...new Parser().parse(text)]).sort((one, other) => one.from - other.from);
