import type { Command } from './shell-words.ts';

/** Whether the line at `from` is written for Windows' cmd, which escapes by carets. */
export function isCmd(text: string, from: number): boolean {
  const end = text.indexOf('\n', from);
  return /\^"|\^\r?$/.test(text.slice(from, end === -1 ? text.length : end));
}

/**
 * The words of the command that begins at `from`, as Windows' cmd hands it on and as a program of Windows splits it. In: the whole
 * text. Never throws: a quote that is not closed ends with the line. Linear.
 * https://learn.microsoft.com/en-us/cpp/c-language/parsing-c-command-line-arguments
 */
export function cmdWords(text: string, from: number): Command {
  const { line, end } = withoutCarets(text, from);
  return { words: wordsOf(line), end };
}

/** What cmd makes of a line: a caret outside of quotes stands for the next character, or goes on in the next line. */
function withoutCarets(text: string, from: number): { line: string; end: number } {
  let line = '';
  let quoted = false;
  let at = from;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === '^' && !quoted) {
      at += 1 + lineEndAt(text, at + 1);
      const literal = lineEndAt(text, at);
      line += literal === 0 ? text.charAt(at) : '\n';
      at += Math.max(literal, 1);
    } else if (char === '\n' || (!quoted && (char === '&' || char === '|'))) {
      return { line, end: at };
    } else {
      if (char === '"') quoted = !quoted;
      line += char;
      at++;
    }
  }
  return { line, end: text.length };
}

/** How long the line break at a place is; 0 where there is none. */
function lineEndAt(text: string, at: number): number {
  if (text.charAt(at) === '\n') return 1;
  return text.startsWith('\r\n', at) ? 2 : 0;
}

function wordsOf(line: string): string[] {
  const words: string[] = [];
  let word: string | null = null;
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    const char = line.charAt(at);
    const next = line.charAt(at + 1);
    // A backslash means something before a quote only; two quotes in quotes are one.
    if (
      (char === '\\' && (next === '"' || next === '\\')) ||
      (quoted && char === '"' && next === '"')
    ) {
      word = (word ?? '') + next;
      at++;
    } else if (char === '"') {
      quoted = !quoted;
      word ??= '';
    } else if (!quoted && /\s/.test(char)) {
      if (word !== null) words.push(word);
      word = null;
    } else word = (word ?? '') + char;
  }
  if (word !== null) words.push(word);
  return words;
}
