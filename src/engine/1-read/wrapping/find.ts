/** Finds the places in a text in which rules may stand, likeliest first. */
import { tokensOf } from '../json/tokens.ts';
import { blocksIn, fencesIn } from './blocks.ts';
import { holdsKnownName, isKnownName } from './known-names.ts';
import { readLiteral, type Literal } from './literal.ts';
import { scanCode, type CodeToken } from './scan.ts';
import { meant, quoted, spell } from './spell.ts';
import { ViewWriter, type TextView } from './view.ts';
import type { Wrapping } from './wrapping.ts';
import { outputsIn } from './outputs.ts';

/** UTF-16 code units that are read again at most, as parts of other parts. */
const WORK_LIMIT = 4_000_000;
/** Brackets around a name that are tried. */
const AROUND_LIMIT = 16;
/** Names from which one sets out. */
const START_LIMIT = 40;

/** The places in a text, likeliest first; in a block of Markdown, no other block is looked for. */
export function* wrappingsIn(text: string): Generator<Wrapping> {
  yield* outputsIn(text);
  for (const fence of fencesIn(text)) {
    yield fence;
    for (const inner of placesIn(fence.view.text)) yield shifted(inner, fence.span.from);
  }
  yield* blocksIn(text);
  yield* codeIn(text);
}

function* placesIn(text: string): Generator<Wrapping> {
  yield* outputsIn(text);
  yield* blocksIn(text);
  yield* codeIn(text);
}

/** A place in a part of the text that begins at `by`. */
const shifted = (inner: Wrapping, by: number): Wrapping => ({
  ...inner,
  span: { from: inner.span.from + by, to: inner.span.to + by },
  view: {
    text: inner.view.text,
    place: (span) => {
      const { from, to } = inner.view.place(span);
      return { from: from + by, to: to + by };
    }
  }
});

const TERRAFORM = /^[ \t]*(?:resource|dynamic)[ \t]+"[\w-]+"/m;

/** Literals in code, and texts between quotes that hold rules. */
function* codeIn(text: string): Generator<Wrapping> {
  if (!holdsKnownName(text) && !/(?:rigin|ethod|eader)s?\b/.test(text)) return;
  // Terraform has a grammar and escapes of its own: a literal there is none of another language.
  if (TERRAFORM.test(text)) return;
  const tokens = scanCode(text);
  const tried = new Set<number>();
  let [work, starts] = [0, 0];
  for (const [index, token] of tokens.entries()) {
    if (starts > START_LIMIT || work > WORK_LIMIT) return;
    if (token.kind === 'string' && isText(text, token)) {
      work += token.inner.to - token.inner.from;
      starts++;
      yield quotedText(text, token);
      continue;
    }
    if (!isName(text, tokens, index)) continue;
    starts++;
    for (const open of [...around(tokens, index), ...chainAt(tokens, index)]) {
      const first = tokens[open];
      if (tried.has(open) || !first || (first.kind === 'open' && first.mate < 0)) continue;
      tried.add(open);
      const end = first.mate < 0 ? token : tokens[first.mate];
      work += (end?.span.to ?? 0) - first.span.from;
      if (work > WORK_LIMIT) return;
      const literal = readLiteral(text, tokens, open);
      if (literal) yield code(literal);
    }
  }
}

const LARGEST_QUOTED = 200_000;

/** True for a string that is no value but a text with rules in it. */
function isText(text: string, { inner, computed }: CodeToken): boolean {
  const length = inner.to - inner.from;
  if (length < 10 || length > LARGEST_QUOTED) return false;
  const inside = text.slice(inner.from, inner.to);
  return (!computed || !/\$\{/.test(inside)) && /[{[<:]/.test(inside) && holdsKnownName(inside);
}

/** A name that may lead to rules, with what assigns to it, or the call of a builder. */
function isName(text: string, tokens: readonly CodeToken[], index: number): boolean {
  const token = tokens[index];
  if (!token || (token.kind !== 'word' && token.kind !== 'string')) return false;
  const name = token.kind === 'word' ? token.value : text.slice(token.inner.from, token.inner.to);
  if (!isKnownName(name)) return false;
  const next = tokens[index + 1]?.value;
  return next === ':' || next === '=' || next === '=>' || next === '?' || next === '(';
}

/** The brackets around a token, outermost first. */
function around(tokens: readonly CodeToken[], index: number): number[] {
  const open: number[] = [];
  let at = tokens[index]?.around ?? -1;
  for (; at >= 0 && open.length < AROUND_LIMIT; at = tokens[at]?.around ?? -1) open.push(at);
  return open.reverse();
}

/** Where a chain of calls begins of which the name at `index` is one; nothing where it is none. */
function chainAt(tokens: readonly CodeToken[], index: number): number[] {
  let at = index;
  while (tokens[at - 1]?.value === '.') {
    const before = tokens[at - 2];
    if (before?.kind === 'close' && before.mate > 0) at = before.mate - 1;
    else if (before?.kind === 'word') at -= 2;
    else return [];
  }
  if (at === index || tokens[at]?.kind !== 'word') return [];
  return [tokens[at - 1]?.value === 'new' ? at - 1 : at];
}

const code = ({ view, style, span }: Literal): Wrapping => ({
  kind: 'code',
  view,
  span,
  isCode: true,
  spell: ({ span: place, insert }) =>
    isInString(view, place) ? quoted(meant(insert), style.quote) : spell(insert, style)
});

/** True where a span of the view stands between the quotes of a text. */
const isInString = ({ text }: TextView, { from, to }: { from: number; to: number }): boolean =>
  tokensOf(text, 0, () => {}).some(
    ({ kind, inner, span }) =>
      kind === 'string' && span.from < from && inner.from <= from && to <= inner.to
  );

/** A text between quotes, as it is without them. */
function quotedText(text: string, { inner, value: quote, raw }: CodeToken): Wrapping {
  const writer = new ViewWriter(inner.from);
  const escapes = !raw && quote !== '`' && /\\["\\nrtu]/.test(text.slice(inner.from, inner.to));
  if (!escapes) writer.keep(text, inner.from, inner.to);
  for (let at = inner.from; escapes && at < inner.to;) {
    const size = text[at] === '\\' ? 2 : 1;
    const part = text.slice(at, Math.min(at + size, inner.to));
    writer.put(at, at + part.length, size === 2 ? (ESCAPES.get(part) ?? part.slice(1)) : part);
    at += part.length;
  }
  return {
    kind: 'quoted',
    view: writer.finish(),
    span: inner,
    isCode: false,
    spell: ({ insert }) => (escapes || insert.includes(quote) ? quoted(insert, quote) : insert)
  };
}

const ESCAPES = new Map([
  ['\\n', '\n'],
  ['\\r', '\r'],
  ['\\t', '\t']
]);
