/** Controls except the tab, and the marks that turn the direction of what follows. */
const UNSAFE = /(?!\t)[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/**
 * Text of unknown origin made safe for one line of a terminal: a rule text or a header must not move the cursor, set
 * colours or hide what stands beside it. Every unsafe character is shown as `\u{..}`.
 */
export function printable(text: string): string {
  return text.replace(UNSAFE, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`);
}
