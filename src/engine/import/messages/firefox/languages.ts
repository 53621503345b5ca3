import { BRAZILIAN } from './brazilian.ts';
import { CHINESE } from './chinese.ts';
import { FRENCH } from './french.ts';
import { GERMAN } from './german.ts';
import { ITALIAN } from './italian.ts';
import { JAPANESE } from './japanese.ts';
import { KOREAN } from './korean.ts';
import { POLISH } from './polish.ts';
import { RUSSIAN } from './russian.ts';
import { SPANISH } from './spanish.ts';
import { TAIWANESE } from './taiwanese.ts';
import type { FirefoxStrings } from './strings.ts';

/** Every language in which lines of Firefox are read, beside English. */
export const LANGUAGES: readonly FirefoxStrings[] = [
  BRAZILIAN,
  CHINESE,
  FRENCH,
  GERMAN,
  ITALIAN,
  JAPANESE,
  KOREAN,
  POLISH,
  RUSSIAN,
  SPANISH,
  TAIWANESE
];
