/** Whole rules for the usual purposes, in the words of the store. */
import { changeFor } from '../1-read/change-text.ts';
import { ownFormat } from '../1-read/own-format.ts';
import type { FormatId, ReadResult } from '../1-read/format.ts';
import { formatOf } from '../1-read/read-rules.ts';
import { ruleAt } from '../1-read/plain.ts';
import type { PageRequest, PlainRule, TextEdit } from '../model.ts';
import type { Provider } from '../providers/providers.ts';
import { patternHolds } from './headers.ts';
import { familyOf, ownHeaders, headerSpelling } from './store-headers.ts';
import { SNIPPET_IDS, type SnippetId } from './completion.ts';

export { SNIPPET_IDS, type SnippetId };

/** Where the request names no origin that a rule could list. */
const SOME_APP = 'https://app.example.com';
/** Seconds: as long as WebKit keeps an answer at most, and long enough for the parts of an upload. */
const MAX_AGE = '600';

function origin({ pageOrigin }: PageRequest): string {
  return /^https?:\/\/[^/*\s]+$/.test(pageOrigin) ? pageOrigin : SOME_APP;
}

const known = ({ methods }: Provider, wanted: string[]): string[] =>
  wanted.filter((method) => methods.includes(method));

const plain = (own: Partial<PlainRule>): PlainRule => ({
  id: null,
  allowedOrigins: [],
  allowedMethods: [],
  allowedHeaders: [],
  exposeHeaders: [],
  maxAgeSeconds: MAX_AGE,
  ...own
});

/** What signed calls send: one pattern for the store's own headers where it takes patterns, else each by its name. */
function signedHeaders(provider: Provider): string[] {
  const { prefix } = familyOf(provider);
  const names = ownHeaders(provider, 'sends').filter((name) => !name.endsWith('*'));
  if (!patternHolds(provider)) return names.sort();
  return [...names.filter((name) => !name.startsWith(prefix)).sort(), `${prefix}*`];
}

/** By what the parts of an upload are put together, in this order of liking, and what the store's support asks for. */
function readHeaders(provider: Provider): string[] {
  const reads = ownHeaders(provider, 'reads');
  const parts = reads.includes('etag') ? ['etag'] : ['location', 'range'];
  const read = [...parts, 'x-obs-api'].filter((name) => reads.includes(name));
  return [...read.map(headerSpelling), familyOf(provider).requestId];
}

/** The rule of a snippet as the store takes it. */
function snippetRule(id: SnippetId, provider: Provider, request: PageRequest): PlainRule {
  switch (id) {
    case 'read-from-anywhere':
      return plain({ allowedOrigins: ['*'], allowedMethods: known(provider, ['GET', 'HEAD']) });
    case 'uploads-from-app':
      return plain({
        allowedOrigins: [origin(request)],
        allowedMethods: known(provider, ['PUT', 'POST']),
        allowedHeaders: ['content-type'],
        exposeHeaders: ['ETag']
      });
    case 'signed-multipart':
      return plain({
        allowedOrigins: [origin(request)],
        allowedMethods: known(provider, ['GET', 'PUT', 'POST', 'DELETE', 'HEAD']),
        allowedHeaders: signedHeaders(provider),
        exposeHeaders: readHeaders(provider)
      });
  }
}

/** Where allowed and exposed headers are one list, what is in either is in both. */
function fitting(rule: PlainRule, format: FormatId): PlainRule {
  const { holds } = formatOf(format);
  const headers = [...new Set([...rule.allowedHeaders, ...rule.exposeHeaders])];
  const shared = { ...rule, allowedHeaders: headers, exposeHeaders: headers };
  const holdsIt = (one: PlainRule) =>
    holds?.({ rules: [ruleAt(one, 0)], responseVary: null }) ?? true;
  return !holdsIt(rule) && holdsIt(shared) ? shared : rule;
}

/** A snippet put into a text. */
export interface PlacedSnippet {
  edits: TextEdit[];
  text: string;
}

/**
 * The edits that put a snippet before the rule `at`, in the format of the text, or in the store's own where it has none.
 * Null where the text has no place for it.
 */
export function placeSnippet(
  id: SnippetId,
  text: string,
  read: ReadResult,
  at: number,
  provider: Provider,
  request: PageRequest
): PlacedSnippet | null {
  const [own = 's3-xml'] = provider.formats;
  const format = ownFormat(read, provider.formats) ?? own;
  const rule = fitting(snippetRule(id, provider, request), format);
  const placed = changeFor(provider, read, text, [{ kind: 'insert-rule', at, rule }]);
  const more = placed.read.ruleSet.rules.length > read.ruleSet.rules.length;
  return more && errors(placed.read) <= errors(read) ? placed : null;
}

const errors = ({ problems }: ReadResult): number =>
  problems.filter(({ level }) => level === 'error').length;
