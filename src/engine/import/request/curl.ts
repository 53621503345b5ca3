import { parseUrl } from '../../3-browser/url/parse-url.ts';
import { isToken } from '../../3-browser/syntax.ts';
import type { Header } from '../../model.ts';
import type { RemovedSecret } from '../../secrets/index.ts';
import type { Clue, ClueReading, SymptomProblem } from '../symptom.ts';
import { cmdWords, isCmd } from './cmd-words.ts';
import { curlWords, type CurlWords } from './curl-words.ts';
import { originOfPage, seenRequest } from './seen-request.ts';
import { shellWords } from './shell-words.ts';

const BODIES = ['data', 'data-raw', 'data-binary', 'data-ascii', 'data-urlencode'];
/** What else is sent as a body. */
const OTHER_BODIES = ['json', 'form', 'form-string'];
/** Options that give access and are no part of a browser's call. */
const KEYS = [
  ...['pass', 'proxy-pass', 'proxy-user', 'proxy-header', 'tlspassword', 'proxy-tlspassword'],
  ...['cert', 'proxy-cert', 'login-options', 'proxy']
];

/**
 * A request as a cURL command: DevTools' "Copy as cURL", for bash and for Windows' cmd, and what people write by hand.
 * A preflight that was written by hand tells of the call that it asks for. Reports curl-without-url, curl-options-unknown and
 * curl-files-unread.
 */
export function readCurl(text: string): ClueReading {
  const from = beginOf(text);
  if (from === null) return { clues: [], problems: [] };
  const command = (isCmd(text, from) ? cmdWords : shellWords)(text, from);
  const curl = curlWords(command.words.slice(1));
  const span = { from, to: Math.min(text.length, command.end) };
  const url = urlOf(curl);
  const files = filesOf(curl);
  const problems: SymptomProblem[] = [];
  if (url === null) problems.push({ code: 'curl-without-url', args: {}, span });
  if (curl.unknown.length > 0)
    problems.push({ code: 'curl-options-unknown', args: { options: curl.unknown }, span });
  if (files.length > 0)
    problems.push({ code: 'curl-files-unread', args: { options: files }, span });
  return { clues: [clueOf(curl, url, span)], problems };
}

/** Where the command begins: at the start of a line, after a prompt where there is one. */
function beginOf(text: string): number | null {
  const found = /^[ \t]*(?:[$#>%] ?|PS [^>\n]{0,200}> ?)?curl(?:\.exe)?[ \t]/m.exec(text);
  return found === null ? null : found.index + found[0].lastIndexOf('curl');
}

/** Headers and options can stand in files, which are not here. */
function filesOf({ given }: CurlWords): string[] {
  const headers = (given.get('header') ?? []).filter((line) => line.startsWith('@'));
  return [
    ...(given.has('config') ? ['--config'] : []),
    ...(headers.length > 0 ? ['--header'] : [])
  ];
}

/** With what `--get` and `--url-query` add to it; curl takes http where no scheme is written. */
function urlOf({ urls, given }: CurlWords): string | null {
  const all = [...(given.get('url') ?? []), ...urls];
  const written = all.find((url) => url.includes('://')) ?? all[0];
  if (written === undefined) return null;
  const url = written.includes('://') ? written : `http://${written}`;
  if (parseUrl(url) === null) return null;
  const data = given.has('get') ? BODIES.flatMap((name) => given.get(name) ?? []) : [];
  const query = [...(given.get('url-query') ?? []), ...data].join('&');
  if (query === '') return url;
  const [before = '', ...fragment] = url.split('#');
  const joined = `${before}${before.includes('?') ? '&' : '?'}${query}`;
  return [joined, ...fragment].join('#');
}

function methodOf({ given }: CurlWords): string {
  const written = given.get('request')?.at(-1);
  if (written !== undefined && written !== '') return written;
  if (given.has('head')) return 'HEAD';
  if (given.has('get')) return 'GET';
  if (given.has('upload-file')) return 'PUT';
  return [...BODIES, ...OTHER_BODIES].some((name) => given.has(name)) ? 'POST' : 'GET';
}

/** The headers that were written, and those that options stand for. `Name;` sends an empty one, `Name:` none. */
function headersOf({ given }: CurlWords): Header[] {
  const written = (given.get('header') ?? []).flatMap((line): Header[] => {
    if (line.endsWith(';') && isToken(line.slice(0, -1))) return [[line.slice(0, -1), '']];
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim();
    const value = line.slice(colon + 1).trim();
    return isToken(name) && value !== '' ? [[name, value]] : [];
  });
  const names = new Set(written.map(([name]) => name.toLowerCase()));
  const implied: Header[] = [];
  const imply = (option: string, name: string, value?: string) => {
    const [own] = given.get(option) ?? [];
    if (own !== undefined && !names.has(name.toLowerCase())) implied.push([name, value ?? own]);
  };
  imply('user', 'Authorization');
  imply('oauth2-bearer', 'Authorization');
  imply('aws-sigv4', 'Authorization');
  imply('aws-sigv4', 'X-Amz-Date', '');
  imply('json', 'Content-Type', 'application/json');
  imply('range', 'Range', `bytes=${given.get('range')?.[0] ?? ''}`);
  imply('cookie', 'Cookie');
  imply('referer', 'Referer');
  return [...written, ...implied];
}

/** Bodies, and keys of curl's own. */
function removedOf({ given }: CurlWords): RemovedSecret[] {
  const taken = (
    names: readonly string[],
    toRemoved: (name: string, value: string) => RemovedSecret
  ) => names.flatMap((name) => (given.get(name) ?? []).map((value) => toRemoved(name, value)));
  const bodies = given.has('get') ? OTHER_BODIES : [...BODIES, ...OTHER_BODIES];
  return [
    ...taken(bodies, (_, { length }) => ({ place: 'body', name: '', length })),
    ...taken(KEYS, (name, { length }) => ({ place: 'option', name: `--${name}`, length }))
  ];
}

function clueOf(curl: CurlWords, url: string | null, span: Clue['span']): Clue {
  const seen = seenRequest({ url, method: methodOf(curl), headers: headersOf(curl) });
  const page = curl.given.get('referer')?.[0];
  const origin = seen.request.pageOrigin ?? (page === undefined ? null : originOfPage(page));
  const headersKnown = filesOf(curl).length === 0;
  return {
    kind: 'curl',
    span,
    headersKnown,
    request: { ...seen.request, ...(origin === null ? {} : { pageOrigin: origin }) },
    // Headers that are not known decide whether there is a preflight.
    preflight: seen.preflight || (headersKnown ? false : null),
    removed: [...seen.removed, ...removedOf(curl)]
  };
}
