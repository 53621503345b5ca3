import { readTarget } from '../../3-browser/url/target.ts';
import { netErrorCauses } from './console-chromium.ts';
import type { PlainText } from './plain-text.ts';
import type { Clue, SymptomCode } from '../symptom.ts';

interface Word {
  text: string;
  from: number;
}

const METHOD = /^[A-Z]{3,12}$/;
const NET_ERROR = /^(?:\(failed\))?net::(ERR_[A-Za-z_.]+)$/;
/** Firefox writes the two together: `XHRPUT`. */
const XHR = /^XHR([A-Z]*)$/;
const STATUS = /^[1-5]\d\d$/;
/** As many as there are messages of a text: more say nothing more. */
const MOST = 400;
const RESOURCE = ['Failed', 'to', 'load', 'resource:'];

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let from = 0;
  for (const word of text.split(' ')) {
    if (word !== '') words.push({ text: word, from });
    from += word.length + 1;
  }
  return words;
}

/**
 * The lines that a console writes for the request itself: `PUT https://… net::ERR_FAILED 403 (Forbidden)` of Chromium,
 * `XHR PUT https://…` of Firefox. They name the method and the address, which the refusal beside them may not.
 */
export function networkClues({ folded }: PlainText): Clue[] {
  const words = wordsOf(folded);
  const clues: Clue[] = [];
  for (let index = 0; index < words.length && clues.length < MOST; index++)
    clues.push(...clueAt(words, index));
  return clues;
}

function clueAt(words: readonly Word[], index: number): Clue[] {
  const word = words[index]?.text ?? '';
  const failed = NET_ERROR.exec(word)?.[1];
  if (failed !== undefined) return chromiumClue(words, index, failed);
  const listed = XHR.exec(word);
  if (listed !== null) return firefoxClue(words, index, listed[1] ?? '');
  if (STATUS.test(word)) return answeredClue(words, index);
  return isResource(words, index) ? resourceClue(words, index) : [];
}

const isResource = (words: readonly Word[], index: number): boolean =>
  words[index]?.text === 'Failed' &&
  RESOURCE.every((text, step) => words[index + step]?.text === text);

function chromiumClue(words: readonly Word[], index: number, error: string): Clue[] {
  const [method, url] = [words[index - 2], words[index - 1]];
  const causes = netErrorCauses(error);
  if (url === undefined || readTarget(url.text) === null) return bareClue(words, index, causes);
  const status = Number.parseInt(words[index + 1]?.text ?? '', 10);
  const named = method !== undefined && METHOD.test(method.text);
  return [
    {
      kind: 'console',
      span: { from: url.from, to: (words[index]?.from ?? url.from) + `net::${error}`.length },
      engine: 'chromium',
      causes,
      failure: true,
      request: { url: url.text, ...(named ? { method: method.text } : {}) },
      ...(status >= 100 && status <= 599 ? { status } : {})
    }
  ];
}

/** The error alone, as a list of requests shows it; beside `Failed to load resource:` it is a line of its own. */
function bareClue(words: readonly Word[], index: number, causes: readonly SymptomCode[]): Clue[] {
  const { text = '', from = 0 } = words[index] ?? {};
  if (causes.length === 0 || words[index - 1]?.text === 'resource:') return [];
  return [{ kind: 'console', span: { from, to: from + text.length }, engine: 'chromium', causes }];
}

/** `PUT https://… 403 (Forbidden)`, Chromium's line for a status that is an error. */
function answeredClue(words: readonly Word[], index: number): Clue[] {
  const [method, url, word, next] = words.slice(Math.max(0, index - 2), index + 2);
  if (index < 2 || method === undefined || url === undefined || word === undefined) return [];
  const status = Number(word.text);
  const isPreflight = method.text === 'OPTIONS';
  const isLine = METHOD.test(method.text) && readTarget(url.text) !== null;
  const isWhole = isPreflight || next?.text.startsWith('(') === true;
  if (!isLine || status < 400 || !isWhole) return [];
  return [
    {
      kind: 'console',
      span: { from: method.from, to: word.from + word.text.length },
      engine: 'chromium',
      causes: [isPreflight ? 'preflight-status' : 'http-error'],
      status,
      request: { url: url.text, ...(isPreflight ? {} : { method: method.text }) },
      ...(isPreflight ? { preflight: true } : {})
    }
  ];
}

function firefoxClue(words: readonly Word[], index: number, written: string): Clue[] {
  const method = written === '' ? (words[index + 1]?.text ?? '') : written;
  const url = words[index + (written === '' ? 2 : 1)];
  if (!METHOD.test(method) || url === undefined || readTarget(url.text) === null) return [];
  const isPreflight = method === 'OPTIONS';
  return [
    {
      kind: 'console',
      span: { from: words[index]?.from ?? 0, to: url.from + url.text.length },
      engine: 'firefox',
      request: { url: url.text, ...(isPreflight ? {} : { method }) },
      ...(isPreflight ? { preflight: true } : {})
    }
  ];
}

/** `https://…/photo.png:1 Failed to load resource: …`, where the number is a line of what was loaded. */
function resourceClue(words: readonly Word[], index: number): Clue[] {
  const before = words[index - 1];
  const url = before?.text.replace(/:\d{1,6}$/, '') ?? '';
  if (before === undefined || readTarget(url) === null) return [];
  const span = { from: before.from, to: before.from + before.text.length };
  return [{ kind: 'console', span, engine: 'chromium', request: { url } }];
}
