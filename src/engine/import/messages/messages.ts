import { CHROMIUM_LINES } from './console-chromium.ts';
import { CHROMIUM_ENUM_LINES, CHROMIUM_PAST_LINES } from './console-chromium-past.ts';
import { FIREFOX_LANGUAGE_LINES } from './console-firefox-languages.ts';
import { FIREFOX_LINES } from './console-firefox.ts';
import { WEBKIT_LINES } from './console-webkit.ts';
import { CLIENT_ERRORS } from './client-errors.ts';
import { lineClue } from './line-clue.ts';
import { indexLines } from './line-index.ts';
import { networkClues } from './network-line.ts';
import { originalSpan, plainText } from './plain-text.ts';
import { recognise } from './recognise.ts';
import { LIBRARY_ERRORS } from './library-errors.ts';
import { OUTSIDE_BROWSERS } from './outside-browsers.ts';
import { SCRIPT_ERRORS } from './script-error.ts';
import type { ClueReading } from '../symptom.ts';

/** Every line that is recognised, whoever prints it. */
const KNOWN_LINES = [
  ...CHROMIUM_LINES,
  ...CHROMIUM_PAST_LINES,
  ...CHROMIUM_ENUM_LINES,
  ...FIREFOX_LINES,
  ...FIREFOX_LANGUAGE_LINES,
  ...WEBKIT_LINES,
  ...SCRIPT_ERRORS,
  ...LIBRARY_ERRORS,
  ...OUTSIDE_BROWSERS,
  ...CLIENT_ERRORS
];

const INDEX = indexLines(KNOWN_LINES);

/** What the lines of a console, and errors of scripts and libraries, tell; in the order of the text. */
export function readMessages(text: string): ClueReading {
  const plain = plainText(text);
  const clues = [
    ...recognise(plain, INDEX).flatMap((place) => lineClue(place, plain)),
    ...networkClues(plain)
  ]
    .map((clue) => ({ ...clue, span: originalSpan(plain, clue.span) }))
    .sort((one, other) => one.span.from - other.span.from);
  return { clues, problems: [] };
}
