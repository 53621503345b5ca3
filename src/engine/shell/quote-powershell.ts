/** Quoting for PowerShell. https://learn.microsoft.com/en-us/powershell/module/microsoft.powershell.core/about/about_quoting_rules */

/** An argument that PowerShell passes on as it stands: it begins as no operator, number or variable does. */
const PLAIN = /^[A-Za-z](?:[A-Za-z0-9_./:-]*[A-Za-z0-9_/])?$/;
/** PowerShell takes typographic quotes for its own. */
const QUOTES = /['\u2018-\u201b]/g;
/** What would end a here-string: a quote and an at sign at the beginning of a line. */
const ENDS_HERE_STRING = /^['\u2018-\u201b]@/m;

/** A string in quotes that stands for exactly `text`, line ends and all. */
export const quotePowershell = (text: string): string => `'${text.replace(QUOTES, '$&$&')}'`;

/** An argument that stands for exactly `text`, bare where it may be. */
export const powershellWord = (text: string): string =>
  PLAIN.test(text) ? text : quotePowershell(text);

/** A string over several lines, `text` without its last line end. */
const hereString = (text: string): string =>
  ENDS_HERE_STRING.test(text) ? quotePowershell(text) : `@'\n${text}\n'@`;

/**
 * Writes `text`, without a last line end, into a file of the working directory: UTF-8 and no byte order mark, which
 * `Set-Content` of Windows PowerShell would add.
 */
export const powershellFile = (name: string, text: string): string =>
  `[IO.File]::WriteAllText("$PWD/${name}", ${hereString(text.replace(/\n$/, ''))})`;
