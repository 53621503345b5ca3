/** Texts that a word processor, a chat or a web page has passed through: one finding for the whole, and its rules are read. */
import { reportTo } from '../report.ts';
import type { Problem } from '../problem.ts';
import { ViewWriter } from './view.ts';
import type { Wrapping } from './wrapping.ts';

/** Signs that stand for those of the grammars, each of one unit. */
const SIGNS = new Map([
  ...[...'“”„‟〝〞＂«»'].map((sign) => [sign, '"'] as const),
  ...[...'‘’‚‛＇'].map((sign) => [sign, "'"] as const),
  ['：', ':'],
  ['，', ','],
  ['、', ','],
  ['；', ';'],
  ['［', '['],
  ['］', ']'],
  ['【', '['],
  ['】', ']'],
  ['｛', '{'],
  ['｝', '}'],
  ['（', '('],
  ['）', ')'],
  ['＜', '<'],
  ['＞', '>'],
  ['＝', '='],
  ['＊', '*'],
  ['\u00a0', ' '],
  ['\u3000', ' ']
]);
const ENTITIES = new Map([
  ['&quot;', '"'],
  ['&#34;', '"'],
  ['&#x22;', '"'],
  ['&#39;', "'"],
  ['&apos;', "'"],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&#91;', '['],
  ['&#93;', ']'],
  ['&#123;', '{'],
  ['&#125;', '}'],
  ['&nbsp;', ' '],
  ['&amp;', '&']
]);
const QUOTES = new RegExp(`[${[...SIGNS.keys()].join('')}]`, 'g');
const ENTITY = /&(?:quot|apos|lt|gt|amp|nbsp|#34|#x22|#39|#91|#93|#123|#125);/g;
/** Markdown puts a backslash before signs of its own. */
const ESCAPE = /\\(?=[[\]{}_*<>#~`()+.!-])/g;

type SignMend = (sign: string) => string;

const MENDS: readonly (readonly [
  'text-signs' | 'text-entities' | 'text-escapes',
  RegExp,
  SignMend
])[] = [
  ['text-signs', QUOTES, (sign) => SIGNS.get(sign) ?? sign],
  ['text-entities', ENTITY, (sign) => ENTITIES.get(sign) ?? sign],
  ['text-escapes', ESCAPE, () => '']
];

/** The text with its signs put right, where it has such; the whole mend is what `view.text` says. */
export function* typographyIn(text: string): Generator<Wrapping> {
  for (const [code, pattern, mend] of MENDS) {
    if (code === 'text-entities' && /^\s*</.test(text)) continue;
    if (code === 'text-escapes' && !/^\s*\\?[[{<]/.test(text)) continue;
    const writer = new ViewWriter(0);
    const problems: Problem[] = [];
    let at = 0;
    let count = 0;
    let first: { from: number; to: number; sign: string; meant: string } | null = null;
    for (const { 0: sign, index } of text.matchAll(pattern)) {
      const to = index + sign.length;
      writer.keep(text, at, index);
      const meant = mend(sign);
      writer.put(index, to, meant);
      first ??= { from: index, to, sign, meant };
      count++;
      at = to;
    }
    if (!first) continue;
    writer.keep(text, at, text.length);
    const { from, to, sign, meant } = first;
    reportTo(problems)(code, { sign, meant, count }, { from, to });
    yield {
      kind: 'typography',
      view: writer.finish(),
      span: { from: 0, to: text.length },
      spell: ({ insert }) => insert,
      isCode: false,
      problems
    };
  }
}
