import { parseUrl } from '../../3-browser/url/parse-url.ts';
import type { Header } from '../../model.ts';

import { originOfPage, seenRequest } from './seen-request.ts';
import { shellWords } from './shell-words.ts';
import type { Clue, ClueReading } from '../symptom.ts';

/** Short options that take a value: https://curl.se/docs/manpage.html */
const SHORT_WITH_VALUE = 'AbcCdDeEFHKmoPQrtTuUwxXyYz';

/** Long options that take one and are often written. */
const LONG_WITH_VALUE: ReadonlySet<string> = new Set([
  ...['request', 'header', 'url', 'user', 'user-agent', 'referer', 'cookie', 'cookie-jar'],
  ...['data', 'data-raw', 'data-binary', 'data-ascii', 'data-urlencode', 'json', 'form'],
  ...['form-string', 'upload-file', 'range', 'output', 'dump-header', 'write-out', 'config'],
  ...['max-time', 'connect-timeout', 'retry', 'proxy', 'resolve', 'connect-to', 'interface'],
  ...['cacert', 'capath', 'cert', 'key', 'ciphers', 'oauth2-bearer', 'aws-sigv4', 'limit-rate']
]);

/** Short names of the options that count here. */
const LONG_NAMES: Readonly<Record<string, string>> = {
  X: 'request',
  H: 'header',
  d: 'data',
  F: 'form',
  T: 'upload-file',
  u: 'user',
  I: 'head',
  G: 'get',
  b: 'cookie',
  e: 'referer',
  r: 'range'
};

const BODIES: ReadonlySet<string> = new Set([
  ...['data', 'data-raw', 'data-binary', 'data-ascii', 'data-urlencode']
]);

interface Options {
  urls: string[];
  /** Each option that was given, with its values. */
  given: Map<string, string[]>;
}

/**
 * A request as a cURL command: DevTools' "Copy as cURL", for bash and for Windows' cmd, and what people write by hand.
 * A preflight that was written by hand tells of the call that it asks for. Reports curl-without-url.
 */
export function readCurl(text: string): ClueReading {
  const from = beginOf(text);
  if (from === null) return { clues: [], problems: [] };
  const command = shellWords(withoutCarets(text), from);
  const options = optionsOf(command.words.slice(1));
  const span = { from, to: Math.min(text.length, command.end) };
  const url = urlOf(options);
  return {
    clues: [clueOf(options, url, span)],
    problems: url === null ? [{ code: 'curl-without-url', args: {}, span }] : []
  };
}

/** Where the command begins: at the start of a line, after a prompt where there is one. */
function beginOf(text: string): number | null {
  let from = 0;
  for (const line of text.split('\n')) {
    const found = /^[ \t]*(?:[$#>%] ?)?curl(?:\.exe)?[ \t]/.exec(line);
    if (found !== null) return from + found[0].indexOf('curl');
    from += line.length + 1;
  }
  return null;
}

/** Windows' cmd escapes by carets; blanks keep every place where it was. */
const withoutCarets = (text: string): string =>
  /\^(?:"|\r?\n)/.test(text) ? text.replace(/\^\r?\n/g, '  ').replace(/\^(.)/g, '$1') : text;

function optionsOf(words: readonly string[]): Options {
  const options: Options = { urls: [], given: new Map() };
  const add = (name: string, value: string) =>
    options.given.set(name, [...(options.given.get(name) ?? []), value]);
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word.startsWith('--')) {
      const name = word.slice(2);
      add(name, LONG_WITH_VALUE.has(name) ? (words[++at] ?? '') : '');
    } else if (word.startsWith('-') && word.length > 1) {
      const { flags, option, value } = shortOptions(word);
      for (const flag of flags) add(LONG_NAMES[flag] ?? flag, '');
      if (option !== null) add(LONG_NAMES[option] ?? option, value ?? words[++at] ?? '');
    } else options.urls.push(word);
  }
  return options;
}

/** `-sXPUT` is three options in one word: two letters, and the value of the second. */
function shortOptions(word: string): {
  flags: string[];
  option: string | null;
  value: string | null;
} {
  const flags: string[] = [];
  for (let at = 1; at < word.length; at++) {
    const letter = word.charAt(at);
    if (SHORT_WITH_VALUE.includes(letter))
      return { flags, option: letter, value: at + 1 < word.length ? word.slice(at + 1) : null };
    flags.push(letter);
  }
  return { flags, option: null, value: null };
}

function urlOf({ urls, given }: Options): string | null {
  const written = given.get('url')?.[0] ?? urls[0];
  if (written === undefined) return null;
  // curl takes http where no scheme is written.
  const url = written.includes('://') ? written : `http://${written}`;
  return parseUrl(url) === null ? null : url;
}

function methodOf({ given }: Options): string {
  const written = given.get('request')?.[0];
  if (written !== undefined && written !== '') return written;
  if (given.has('head')) return 'HEAD';
  if (given.has('get')) return 'GET';
  if (given.has('upload-file')) return 'PUT';
  const hasBody = [...given.keys()].some((name) => BODIES.has(name));
  return hasBody || given.has('json') || given.has('form') ? 'POST' : 'GET';
}

/** The headers that were written, and those that options stand for. `Name;` sends an empty one, `Name:` none. */
function headersOf({ given }: Options): Header[] {
  const written = (given.get('header') ?? []).flatMap((line): Header[] => {
    if (line.endsWith(';') && !line.includes(':')) return [[line.slice(0, -1), '']];
    const colon = line.indexOf(':');
    const value = line.slice(colon + 1).trim();
    return colon < 1 || value === '' ? [] : [[line.slice(0, colon).trim(), value]];
  });
  const has = (name: string) => written.some(([own]) => own.toLowerCase() === name);
  const implied: Header[] = [];
  const imply = (option: string, name: string, value: string) => {
    if (given.has(option) && !has(name)) implied.push([name, value]);
  };
  imply('user', 'Authorization', 'Basic');
  imply('oauth2-bearer', 'Authorization', 'Bearer');
  imply('aws-sigv4', 'Authorization', 'AWS4-HMAC-SHA256');
  imply('aws-sigv4', 'X-Amz-Date', '');
  imply('json', 'Content-Type', 'application/json');
  imply('range', 'Range', `bytes=${given.get('range')?.[0] ?? ''}`);
  imply('cookie', 'Cookie', '');
  imply('referer', 'Referer', given.get('referer')?.[0] ?? '');
  return [...written, ...implied];
}

function clueOf(options: Options, url: string | null, span: Clue['span']): Clue {
  const seen = seenRequest({ url, method: methodOf(options), headers: headersOf(options) });
  const { request, preflight } = seen;
  const page = options.given.get('referer')?.[0];
  const origin = request.pageOrigin ?? (page === undefined ? null : originOfPage(page));
  return {
    kind: 'curl',
    span,
    headersKnown: true,
    request: { ...request, ...(origin === null ? {} : { pageOrigin: origin }) },
    preflight
  };
}
