import { isToken, trimHttpWhitespace } from '../syntax.ts';

/**
 * The essence of a MIME type, lower case, its parameters left alone; null where it does not parse.
 * https://mimesniff.spec.whatwg.org/#parse-a-mime-type
 */
export function mimeEssence(text: string): string | null {
  const input = trimHttpWhitespace(text);
  const slash = input.indexOf('/');
  if (slash === -1) return null;
  const semicolon = input.indexOf(';', slash);
  const type = input.slice(0, slash);
  const subtype = trimHttpWhitespace(
    input.slice(slash + 1, semicolon === -1 ? undefined : semicolon)
  );
  // White space before the subtype is not trimmed by the standard, and no token begins with it.
  const untouched = input.charAt(slash + 1) === subtype.charAt(0);
  if (!isToken(type) || !isToken(subtype) || !untouched) return null;
  return `${type}/${subtype}`.toLowerCase();
}
