import { shWord } from './sh-word.ts';

/** Quoting for POSIX shells: dash, bash, zsh. https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html */

/** Letters that no shell gives a meaning to, wherever they stand in a word. */
const PLAIN = /^[A-Za-z0-9_./:@,-][A-Za-z0-9_./:@,=-]*$/;

/** A word that stands for exactly `text`, bare where it may be. */
export const shBare = (text: string): string => (PLAIN.test(text) ? text : shWord(text));

/** The word that ends a here-document: one that is no line of `text`. */
function markFor(text: string): string {
  const lines = new Set(text.split('\n'));
  let mark = 'EOF';
  for (let number = 1; lines.has(mark); number++) mark = `EOF_${String(number)}`;
  return mark;
}

/** Writes `text` into a file of the working directory, byte for byte; a last line end is added where there is none. */
export function shFile(name: string, text: string): string {
  const mark = markFor(text);
  return `cat > ${shBare(name)} <<'${mark}'\n${text}${text.endsWith('\n') ? '' : '\n'}${mark}`;
}
