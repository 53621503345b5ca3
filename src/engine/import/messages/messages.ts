import { CHROMIUM_LINES } from './console-chromium.ts';
import { FIREFOX_LINES } from './console-firefox.ts';
import { WEBKIT_LINES } from './console-webkit.ts';
import { CLIENT_ERRORS } from './client-errors.ts';
import { lineClue } from './line-clue.ts';
import { indexLines } from './line-index.ts';
import { networkClues } from './network-line.ts';
import { plainText } from './plain-text.ts';
import { recognise } from './recognise.ts';
import { SCRIPT_ERRORS } from './script-error.ts';
import type { ClueReading } from '../symptom.ts';

/** Every line that is recognised, whoever prints it. */
export const KNOWN_LINES = [
  ...CHROMIUM_LINES,
  ...FIREFOX_LINES,
  ...WEBKIT_LINES,
  ...SCRIPT_ERRORS,
  ...CLIENT_ERRORS
];

const INDEX = indexLines(KNOWN_LINES);

/** What the lines of a console, and errors of scripts and libraries, tell; in the order of the text. */
export function readMessages(text: string): ClueReading {
  const plain = plainText(text);
  const clues = [...recognise(plain, INDEX).map(lineClue), ...networkClues(plain)];
  return { clues: clues.sort((one, other) => one.span.from - other.span.from), problems: [] };
}
