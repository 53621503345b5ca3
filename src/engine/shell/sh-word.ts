const LINE_FEED = 0x0a;

/** Characters that edit the line, or end it, where they are pasted into a terminal; a line break within quotes does not. */
const isControl = (code: number): boolean => (code < 0x20 && code !== LINE_FEED) || code === 0x7f;

const octal = (code: number): string => `\\${code.toString(8).padStart(3, '0')}`;

/**
 * A POSIX-shell word that stands for exactly `text`, whatever is in it, and that is safe to paste into a terminal: control
 * characters are written as what `printf` makes of them.
 * https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02_02
 */
export function shWord(text: string): string {
  let word = "'";
  for (const char of text) {
    const code = char.charCodeAt(0);
    if (char === "'") word += `'\\''`;
    else if (isControl(code)) word += `'"$(printf '${octal(code)}')"'`;
    else word += char;
  }
  return `${word}'`;
}
