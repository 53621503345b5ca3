/** Words of one shell command; `end` is where the command ends in the text. */
export interface Command {
  words: string[];
  end: number;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['0', '\0']
]);

/**
 * The words of the command that begins at `from`, as a POSIX shell splits them, up to the end of its line, a `;`, `|` or `&`.
 * In: text of bash or of PowerShell, which goes on in the next line after a backtick. Expands nothing. Never throws: a quote that is not closed
 * ends with the text. Linear.
 * https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02
 */
export function shellWords(text: string, from: number): Command {
  const words: string[] = [];
  let word: string | null = null;
  let at = from;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === '\\' || (char === '`' && /^\r?\n/.test(text.slice(at + 1, at + 3)))) {
      const next = text.slice(at + 1, at + 3) === '\r\n' ? '\r\n' : text.charAt(at + 1);
      if (next !== '\n' && next !== '\r\n') word = (word ?? '') + next;
      at += 1 + next.length;
    } else if (char === "'" || char === '"' || (char === '$' && text.charAt(at + 1) === "'")) {
      const quoted = char === '$' ? ansiQuoted(text, at + 2) : plainQuoted(text, at + 1, char);
      word = (word ?? '') + quoted.value;
      at = quoted.end;
    } else if (/\s/.test(char) || char === ';' || char === '|' || char === '&') {
      if (word !== null) words.push(word);
      word = null;
      at++;
      if (char !== ' ' && char !== '\t' && char !== '\r') return { words, end: at };
    } else {
      word = (word ?? '') + char;
      at++;
    }
  }
  if (word !== null) words.push(word);
  return { words, end: text.length };
}

interface QuotedWord {
  value: string;
  end: number;
}

/** `'…'` holds everything as it is; in `"…"` a backslash takes the meaning of the next quote, backslash or `$`. */
function plainQuoted(text: string, from: number, quote: string): QuotedWord {
  let value = '';
  let at = from;
  while (at < text.length && text.charAt(at) !== quote) {
    const next = text.charAt(at + 1);
    if (quote === '"' && text.charAt(at) === '\\' && next !== '' && '"\\$`\n'.includes(next)) {
      value += next === '\n' ? '' : next;
      at += 2;
    } else {
      value += text.charAt(at);
      at++;
    }
  }
  return { value, end: at + 1 };
}

/** `$'…'`, which Chromium writes where a value holds a quote or a line break. */
function ansiQuoted(text: string, from: number): QuotedWord {
  let value = '';
  let at = from;
  while (at < text.length && text.charAt(at) !== "'") {
    if (text.charAt(at) !== '\\') {
      value += text.charAt(at);
      at++;
      continue;
    }
    const code = /^(?:u([0-9a-fA-F]{1,4})|x([0-9a-fA-F]{1,2}))/.exec(text.slice(at + 1, at + 6));
    const next = text.charAt(at + 1);
    value +=
      code === null
        ? (ESCAPES.get(next) ?? next)
        : String.fromCharCode(Number.parseInt(code[1] ?? code[2] ?? '', 16));
    at += code === null ? 2 : 1 + code[0].length;
  }
  return { value, end: at + 1 };
}
