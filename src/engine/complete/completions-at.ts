/** What may be written where the cursor stands in a rule text. */
import { probeOf } from '../ask/probe.ts';
import { applyEdits } from '../1-read/change.ts';
import type { FormatId, ReadResult } from '../1-read/format.ts';
import { formatOf, readRules } from '../1-read/read-rules.ts';
import type { PageRequest, Span, TextEdit } from '../model.ts';
import type { Provider } from '../providers/providers.ts';
import type {
  CompletionDetail,
  CompletionKind,
  CompletionOption,
  Completions
} from './completion.ts';
import { allowedHeaders, exposedHeaders, type Offer } from './headers.ts';
import { hclPlace } from '../1-read/hcl/cursor.ts';
import { headerNames } from '../1-read/formats/header-names.ts';
import { headersPlace } from '../1-read/headers/cursor.ts';
import { jsonPlace } from '../1-read/json/cursor.ts';
import { allowedMethods } from './methods.ts';
import { allowedOrigins } from './origins.ts';
import {
  spot,
  type CursorPlace,
  type NameOffer,
  type NamePlace,
  type ValuePlace
} from '../1-read/cursor-place.ts';
import { placeSnippet, SNIPPET_IDS } from './snippets.ts';
import { spellingOf } from '../1-read/spelling-of.ts';
import { xmlNames } from '../1-read/formats/xml-names.ts';
import { xmlPlace } from '../1-read/xml/cursor.ts';
import { yamlPlace } from '../1-read/yaml/cursor.ts';

/**
 * The options at `offset` of `text`, of which `read` is what `readRules` found; null where nothing is to be offered. It never
 * throws, and takes time in proportion to the text.
 */
export function completionsAt(
  text: string,
  offset: number,
  read: ReadResult,
  provider: Provider,
  request: PageRequest
): Completions | null {
  const place = placeAt(text, offset, read, provider);
  if (!place) return null;
  const options =
    place.writes === 'value'
      ? valueOptions(text, place, read, provider, request)
      : [
          ...place.names
            .filter(({ meaning }) => meaning !== 'responseVary' || probeOf(provider).heedsVary())
            .map((name) => nameOption(name, place)),
          ...snippetOptions(text, place, read, provider, request)
        ];
  return options.length === 0 ? null : { ...place.typed, options };
}

function placeAt(
  text: string,
  offset: number,
  read: ReadResult,
  provider: Provider
): CursorPlace | null {
  if (text.trim() === '') {
    const here = spot(offset);
    const cut = { from: 0, to: 0 };
    return { writes: 'name', kind: 'key', typed: here, replaced: here, names: [], at: 0, cut };
  }
  const format = read.format ?? formatOnItsWay(read, provider);
  if (format === null) return null;
  switch (read.syntax) {
    case 'xml': {
      const names = xmlNames(format);
      return names && xmlPlace(text, offset, read, names);
    }
    case 'hcl':
      return read.format && hclPlace(text, offset, read, (type) => spellingOf(format, type));
    case 'json':
    case 'yaml': {
      const spelling = spellingOf(format, null);
      const find = read.syntax === 'json' ? jsonPlace : yamlPlace;
      return spelling && find(text, offset, read, spelling);
    }
    case 'headers': {
      const names = headerNames(format);
      return names && headersPlace(text, offset, read, names);
    }
    case null:
      return null;
  }
}

/** A text that is of no format yet is on its way to one that the store takes. */
const formatOnItsWay = ({ syntax }: ReadResult, { formats }: Provider): FormatId | null =>
  formats.find((format) => formatOf(format).syntax === syntax) ?? null;

function nameOption(
  { name, meaning, insert, caret }: NameOffer,
  place: NamePlace
): CompletionOption {
  const { replaced, kind } = place;
  return {
    label: name,
    kind,
    detail: detailOf(meaning),
    edits: [{ span: replaced, insert }],
    caret: replaced.from + caret,
    goesOn: caret < insert.length
  };
}

function detailOf(meaning: NameOffer['meaning']): CompletionDetail {
  if (meaning === 'responseVary') return { code: 'vary', args: {} };
  return meaning === 'rule' || meaning === 'around' || meaning === 'close'
    ? { code: meaning, args: {} }
    : { code: 'field', args: { field: meaning } };
}

const KINDS = {
  allowedOrigins: 'origin',
  allowedMethods: 'method',
  allowedHeaders: 'header',
  exposeHeaders: 'header'
} as const satisfies Record<string, CompletionKind>;

function valueOptions(
  text: string,
  place: ValuePlace,
  { ruleSet }: ReadResult,
  provider: Provider,
  request: PageRequest
): CompletionOption[] {
  const { field, typed, replaced, write } = place;
  if (field === 'id' || field === 'maxAgeSeconds') return [];
  const rule = place.rule === null ? undefined : ruleSet.rules[place.rule];
  const others =
    rule?.[field].filter(({ span }) => span.to < typed.from || span.from > typed.to) ?? [];
  const said = new Set(others.map(({ value }) => value.toLowerCase()));
  const offers: Record<typeof field, () => Offer[]> = {
    allowedOrigins: () => allowedOrigins(ruleSet, request),
    allowedMethods: () => allowedMethods(provider, request),
    allowedHeaders: () => allowedHeaders(provider, request),
    exposeHeaders: () => exposedHeaders(provider, request)
  };
  return offers[field]().flatMap(({ value, detail }) => {
    const key = value.toLowerCase();
    if (said.has(key)) return [];
    said.add(key);
    const insert = write(value);
    const caret = replaced.from + insert.length;
    const edits = [{ span: replaced, insert }];
    return [{ label: value, kind: KINDS[field], detail, edits, caret, goesOn: false }];
  });
}

/** Whole rules, put where they belong once what has been typed is out of the way. */
function snippetOptions(
  text: string,
  { at, cut }: NamePlace,
  read: ReadResult,
  provider: Provider,
  request: PageRequest
): CompletionOption[] {
  if (at === null) return [];
  const rest = applyEdits(text, [{ span: cut, insert: '' }]);
  const restRead = cut.from === cut.to ? read : readRules(rest);
  return SNIPPET_IDS.flatMap((snippet) => {
    const placed = placeSnippet(snippet, rest, restRead, at, provider, request);
    if (!placed) return [];
    const edits = aroundCut(placed.edits, cut);
    const last = placed.edits.at(-1);
    const caret = last ? endOf(placed.edits) : cut.from;
    const detail: CompletionDetail = { code: 'snippet', args: { snippet } };
    return [{ label: snippet, kind: 'snippet' as const, detail, edits, caret, goesOn: false }];
  });
}

/** Where the last edit ends in the text with all of them made. */
function endOf(edits: readonly TextEdit[]): number {
  let moved = 0;
  let end = 0;
  for (const { span, insert } of edits) {
    end = span.from + moved + insert.length;
    moved += insert.length - (span.to - span.from);
  }
  return end;
}

/** Edits of the text without a part, as edits of the text with it, which take the part out. */
function aroundCut(edits: readonly TextEdit[], cut: Span): TextEdit[] {
  const length = cut.to - cut.from;
  if (length === 0) return [...edits];
  const moved = (at: number) => (at > cut.from ? at + length : at);
  const result: TextEdit[] = [];
  let done = false;
  for (const { span, insert } of edits) {
    const covers = span.from <= cut.from && cut.from <= span.to;
    if (!done && !covers && span.from > cut.from) {
      result.push({ span: cut, insert: '' });
      done = true;
    }
    if (covers && !done) {
      const to = span.to > cut.from ? span.to + length : cut.to;
      result.push({ span: { from: span.from, to }, insert });
      done = true;
    } else result.push({ span: { from: moved(span.from), to: moved(span.to) }, insert });
  }
  if (!done) result.push({ span: cut, insert: '' });
  return result;
}
