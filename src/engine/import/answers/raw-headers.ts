import { readTarget } from '../../3-browser/url/target.ts';
import { valueOf } from '../../3-browser/syntax.ts';
import type { Header } from '../../model.ts';
import { headerBlocks, type HeaderBlock } from './header-blocks.ts';
import { seenRequest, type WireSight } from '../request/seen-request.ts';
import { storeOfHeaders } from '../store-of.ts';
import type { Clue, ClueReading, SeenAnswer } from '../symptom.ts';

/** Names that only a request has, and that only an answer has: what a block without a first line is told by. */
const OF_REQUEST: ReadonlySet<string> = new Set([
  ...['origin', 'referer', 'host', 'user-agent', 'accept', 'sec-fetch-mode', 'cookie'],
  ...['access-control-request-method', ':method', ':authority', ':path']
]);
const OF_ANSWER: ReadonlySet<string> = new Set([
  ...['access-control-allow-origin', 'access-control-allow-methods', 'content-length', 'date'],
  ...['access-control-allow-headers', 'access-control-expose-headers', 'etag', 'last-modified'],
  ...['access-control-allow-credentials', 'access-control-max-age', 'server', 'vary', 'age'],
  ...['x-amz-request-id', 'x-cos-request-id', 'x-oss-request-id', 'accept-ranges', 'via'],
  ...['x-ms-request-id', 'x-goog-generation', 'x-obs-request-id', 'cf-ray', ':status']
]);

/** Names that only an answer to a page has; one alone is enough. */
const OF_CORS: ReadonlySet<string> = new Set([
  ...['access-control-allow-origin', 'access-control-allow-methods', 'access-control-max-age'],
  ...['access-control-allow-headers', 'access-control-expose-headers'],
  'access-control-allow-credentials'
]);

/**
 * Header lines as tools show them, of answers and of requests: `curl -i`, `curl -v`, DevTools' copy, raw HTTP.
 * Interim answers (1xx) are left out.
 */
export function readRawHeaders(text: string): ClueReading {
  const secure = !/port 80\b/.test(text);
  let asked: WireSight = { url: null, method: null, headers: [] };
  const clues = headerBlocks(text).flatMap((block): Clue[] => {
    if (isCode(block)) return [];
    if (block.general.size > 0) asked = { ...asked, ...generalOf(block.general) };
    if (!isRequest(block)) return answerOf(block, asked);
    asked = { ...asked, ...requestOf(block, secure) };
    return [{ kind: 'response', span: block.span, ...tell(asked), headersKnown: isWhole(block) }];
  });
  return { clues, problems: [] };
}

/** Whether all headers of the request are shown, and none of them says which page asks. */
const isWithoutOrigin = ({ headers }: WireSight): boolean =>
  valueOf(headers, 'Host') !== null && valueOf(headers, 'Origin') === null;

/** What the request tells; that it is an actual one is its answer's to say. */
function tell(asked: WireSight): Partial<Clue> {
  const { request, preflight, removed } = seenRequest(asked);
  if (preflight) return { request, preflight, removed };
  // What it asks for is not shown, and a script hardly ever sends OPTIONS itself.
  return asked.method === 'OPTIONS'
    ? { request: seenRequest({ ...asked, method: null }).request, preflight: true, removed }
    : { request, removed };
}

/** Members of an object in a program look like headers, but for what ends them. */
const isCode = ({ start, headers }: HeaderBlock): boolean =>
  start === null && headers.some(([, value]) => /[,{[(]$/.test(value));

/** Whether a block shows all headers of a request, and not the few that somebody copied. */
const isWhole = (block: HeaderBlock): boolean =>
  block.start !== null || has(block, new Set([':method', 'sec-fetch-mode']));

const has = ({ headers }: HeaderBlock, names: ReadonlySet<string>): boolean =>
  headers.some(([name]) => names.has(name.toLowerCase()));

function isRequest(block: HeaderBlock): boolean {
  if (block.start !== null) return /^[A-Z]+\s+\S*\//.test(block.start);
  return has(block, OF_REQUEST) && !has(block, OF_ANSWER);
}

/** What DevTools tells of the request above its headers. */
function generalOf(general: ReadonlyMap<string, string>): Partial<WireSight> {
  const url = general.get('request url');
  const method = general.get('request method');
  return {
    ...(url !== undefined && readTarget(url) !== null ? { url } : {}),
    ...(method === undefined ? {} : { method })
  };
}

function requestOf({ start, headers }: HeaderBlock, secure: boolean): Partial<WireSight> {
  const [method, path] = start?.split(/\s+/) ?? [
    valueOf(headers, ':method'),
    valueOf(headers, ':path')
  ];
  const host = valueOf(headers, 'Host') ?? valueOf(headers, ':authority');
  const scheme = valueOf(headers, ':scheme') ?? (secure ? 'https' : 'http');
  const address = path?.startsWith('/') && host !== null ? `${scheme}://${host}${path}` : path;
  return {
    headers,
    ...(method ? { method } : {}),
    ...(address && readTarget(address) !== null ? { url: address } : {})
  };
}

/** An answer, with what is told above it; empty where the lines are no answer's. */
function answerOf(block: HeaderBlock, asked: WireSight): Clue[] {
  const { start, headers, general, span } = block;
  const written = start ?? general.get('status code') ?? general.get('status');
  const status = Number(/\b\d{3}\b/.exec(written ?? valueOf(headers, ':status') ?? '')?.[0] ?? 0);
  const isAnswer =
    (headers.length > 0 && (status !== 0 || has(block, OF_ANSWER))) || has(block, OF_CORS);
  if (!isAnswer && general.size < 2 && (start === null || status === 0)) return [];
  if (status >= 100 && status <= 199) return [];
  const preflight = asked.method === null ? null : asked.method === 'OPTIONS';
  const own: Header[] = headers.filter(([name]) => !name.startsWith(':'));
  const seen: SeenAnswer = { preflight, response: { status, headers: own, body: '' } };
  if (isWithoutOrigin(asked)) seen.withoutOrigin = true;
  return [
    {
      kind: 'response',
      span,
      ...(status === 0 ? {} : { status }),
      ...(general.size > 0 ? tell(asked) : {}),
      answers: isAnswer ? [seen] : [],
      ...(status >= 400 ? { failure: true } : {}),
      ...(status >= 400 && preflight && general.size > 0 && !isAnswer
        ? { causes: ['preflight-status'] as const }
        : {}),
      store: storeOfHeaders(own)
    }
  ];
}
