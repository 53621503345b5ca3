import { longOption, shortOption, type CurlOption } from './curl-options.ts';

/** The words of a curl command by what they are. */
export interface CurlWords {
  urls: string[];
  /** Each option that was given, by its long name, with its values; one that stands alone has an empty one. */
  given: Map<string, string[]>;
  /** Options that curl has not, as they were written, without what may be a value. */
  unknown: string[];
}

/** How much of an option's name is told. */
const LONGEST = 40;

/**
 * Sorts the words after `curl` as curl does, up to `--next`, where another request begins. The word after an option that is not
 * known may be its value: it is an address only where it has a scheme.
 */
export function curlWords(words: readonly string[]): CurlWords {
  const sorted: CurlWords = { urls: [], given: new Map(), unknown: [] };
  const take = ({ name }: CurlOption, value: string) => {
    const values = sorted.given.get(name);
    if (values === undefined) sorted.given.set(name, [value]);
    else values.push(value);
  };
  let onlyUrls = false;
  let afterUnknown = false;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (onlyUrls || !word.startsWith('-') || word === '-') {
      if (!afterUnknown || word.includes('://')) sorted.urls.push(word);
      afterUnknown = false;
      continue;
    }
    if (word === '--') {
      onlyUrls = true;
      continue;
    }
    const { options, rest, isKnown } = optionsOf(word);
    if (options.some(({ name }) => name === 'next')) break;
    for (const option of options) {
      const value = option.takesValue ? (rest ?? words[++at] ?? '') : '';
      take(option, value);
    }
    if (!isKnown) sorted.unknown.push(nameOf(word));
    afterUnknown = !isKnown;
  }
  return sorted;
}

interface WordOptions {
  /** The last of them alone may take a value. */
  options: CurlOption[];
  /** The value, where it stands in the same word. */
  rest: string | null;
  isKnown: boolean;
}

/** `-sXPUT` is three in one: two letters, and the value of the second. */
function optionsOf(word: string): WordOptions {
  if (word.startsWith('--')) {
    const option = longOption(word.slice(2));
    return { options: option === null ? [] : [option], rest: null, isKnown: option !== null };
  }
  const options: CurlOption[] = [];
  for (let at = 1; at < word.length; at++) {
    const option = shortOption(word.charAt(at));
    if (option === null) return { options, rest: null, isKnown: false };
    options.push(option);
    if (option.takesValue)
      return { options, rest: at + 1 < word.length ? word.slice(at + 1) : null, isKnown: true };
  }
  return { options, rest: null, isKnown: true };
}

/** A value that hangs on an option may be a key. */
const nameOf = (word: string): string =>
  word.startsWith('--') ? (/^--[\w.-]*/.exec(word)?.[0] ?? '').slice(0, LONGEST) : word.slice(0, 2);
