import { HIDDEN, type Span } from '../model.ts';
import { kindOfHeader } from './harmless-headers.ts';
import type { RemovedSecret, ScrubResult } from './removed-secret.ts';
import { scrubAddresses } from './scrub-addresses.ts';
import { scrubHeader } from './scrub-headers.ts';
import { scrubUrl } from './scrub-url.ts';

/** What only the text of a call has: a command, a call in a script, a HAR, the first line of a message, a header that gives access. */
const CALLS = [
  /^[ \t]*(?:[$#>%] ?|PS [^>\n]{0,200}> ?)?(?:curl|wget)(?:\.exe)?[ \t]/im,
  /\bInvoke-(?:WebRequest|RestMethod)\b/i,
  /\bfetch\(|\bXMLHttpRequest\b|\.setRequestHeader\(|\baxios[.(]|\bWebRequestSession\b/,
  /"request"\s{0,9}:|"(?:response|request)?headers"\s{0,9}:\s{0,9}[[{]/i,
  /^[<> \t]*(?:HTTP\/\d|[A-Z]{3,12} \S{1,4096} HTTP\/\d)/m,
  /^[<> \t]*(?:proxy-)?authorization[ \t]*:|^[<> \t]*(?:set-)?cookie[ \t]*:/im,
  /^Request (?:URL|Method):/m,
  /\bbearer [\w.~+/-]{8}/i,
  /[?&;](?:sig|signature|token|x-amz-signature|x-goog-signature|q-signature)=/i
];

/** Lines of a console, in which only addresses can be secret. */
const CONSOLE =
  /\bnet::ERR_|blocked by CORS policy|Cross-Origin Request Blocked|access control checks|^XHR[A-Z ]/m;

const isCall = (text: string): boolean => CALLS.some((call) => call.test(text));

/** Whether a text tells of a call, whose values may give access, and is not only rules. */
export const holdsCall = (text: string): boolean => isCall(text) || CONSOLE.test(text);

/** A quoted text, or a word; a quote that is not closed ends with the text. */
const PIECE = /"[^"\\]*(?:\\[^][^"\\]*)*"?|'[^']*'?|`[^`]*`?|[^\s"'`]+/g;

/** Words of commands, of scripts and of HARs that say nothing of a person. */
const WORDS: ReadonlySet<string> = new Set([
  ...['curl', 'curl.exe', 'fetch', 'await', 'const', 'let', 'var', 'new', 'Headers', 'Request'],
  ...['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HTTP/1.0', 'HTTP/1.1', 'HTTP/2'],
  ...[
    'HTTP/3',
    'method',
    'headers',
    'credentials',
    'include',
    'omit',
    'same-origin',
    'mode',
    'cors'
  ],
  ...['no-cors', 'referrer', 'body', 'log', 'entries', 'request', 'response', 'url', 'status'],
  ...['name', 'value', 'true', 'false', 'null', 'Invoke-WebRequest', '-Uri', '-Method', '-Headers'],
  ...['OK']
]);

/**
 * A text of any kind, fit to be stored. A text that holds a call keeps its options, its methods, its header names and what is
 * known to be harmless, and {@link HIDDEN} stands for every other word; in lines of a console, addresses are scrubbed. Any other
 * text stays letter for letter, rules among them: text that reads as rules need not be asked about. Linear.
 */
export function scrubText(text: string): ScrubResult<string> {
  if (isCall(text)) return scrubWords(text);
  return CONSOLE.test(text) ? scrubAddresses(text) : { value: text, removed: [] };
}

/** What opens and closes the text in which rules stand, and belongs to them: brackets, names and quotes. */
const BEFORE =
  /(?:(?:`{3}|~{3})\w{0,20}\s|\\?["'`]|^|(?<=[\s(=,:]))(?:[\s[{(,]|\\?["']?[\w-]{1,40}\\?["']?\s?:|<[^<>]{0,100}>)*$/;
const AFTER = /^(?:[\s\]}),;]|<\/[\w:-]{1,60}>)*(?:`{3}|~{3}|\\?["'`])?/;
const EDGE_LENGTH = 200;

/**
 * A script, a command or a call in which rules stand, fit to be stored: the rules stay letter for letter, the text around them is
 * scrubbed as that of a call, since any word of it may be a key. In: the text, and where the first rule begins and the last one ends.
 */
export function scrubAround(text: string, rules: Span): ScrubResult<string> {
  const head = text.slice(Math.max(0, rules.from - EDGE_LENGTH), rules.from);
  const from = rules.from - (BEFORE.exec(head)?.[0].length ?? 0);
  const to = rules.to + (AFTER.exec(text.slice(rules.to, rules.to + EDGE_LENGTH))?.[0].length ?? 0);
  const [before, after] = [scrubWords(text.slice(0, from)), scrubWords(text.slice(to))];
  return {
    value: before.value + text.slice(from, to) + after.value,
    removed: [...before.removed, ...after.removed]
  };
}

function scrubWords(text: string): ScrubResult<string> {
  const removed: RemovedSecret[] = [];
  const value = text.replace(PIECE, (piece) => {
    const scrubbed = scrubPiece(piece);
    removed.push(...scrubbed.removed);
    return scrubbed.value;
  });
  return { value, removed };
}

const KEPT: readonly RemovedSecret[] = [];

function scrubPiece(piece: string): ScrubResult<string> {
  const quote = /^["'`]/.exec(piece)?.[0] ?? '';
  const isClosed = quote !== '' && piece.length > 1 && piece.endsWith(quote);
  const inner = piece.slice(quote.length, isClosed ? -1 : undefined);
  const wrap = ({ value, removed }: ScrubResult<string>): ScrubResult<string> => ({
    value: quote + value + (isClosed ? quote : ''),
    removed
  });
  if (isKept(inner)) return { value: piece, removed: KEPT };
  if (/^[a-z]{2,10}:\/\/[^\s'"`]*$/i.test(inner)) return wrap(scrubUrl(inner));
  // `me:password` is no header.
  const header = /^([\w-]{1,64}):(?:\s(.*))?$/s.exec(inner);
  if (header !== null) {
    const [, name = '', written = ''] = header;
    const scrubbed = scrubHeader(name, written);
    return wrap({ ...scrubbed, value: `${name}: ${scrubbed.value}`.trimEnd() });
  }
  return wrap({ value: HIDDEN, removed: [{ place: 'text', name: '', length: inner.length }] });
}

/** Signs, options, the names of headers, numbers that are a status, and known words. */
function isKept(inner: string): boolean {
  const word = inner.replace(/^[\s({[,;$^]+|[\s)}\],;:^\\({[]+$/g, '');
  if (word === '' || WORDS.has(word)) return true;
  return /^(?:-[a-z]|--[a-z][a-z0-9-]{1,40}|[1-5]\d\d)$/i.test(word) || isHeaderName(word);
}

const isHeaderName = (word: string): boolean =>
  kindOfHeader(word) !== 'unknown' || /^(?:authorization|cookie|set-cookie|referer)$/i.test(word);
