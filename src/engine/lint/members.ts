import { isToken } from '../3-browser/syntax.ts';
import { isTidy } from './origin-shape.ts';
import type { PlacedValue } from './visit.ts';

const isOrigin = (text: string): boolean =>
  text === '*' ||
  text.includes('://') ||
  /^[^.]+(\.[^.]+)+$/.test(text) ||
  text.startsWith('localhost');

/** A piece of a broken name, as in `x- a`, is no name. */
const isName = (text: string): boolean => isToken(text) && !/^-|-$/.test(text);

/** The values that somebody wrote as one, with commas, semicolons or blanks between; just one where it is one. */
export function membersOf({ field, value }: Pick<PlacedValue, 'field' | 'value'>): string[] {
  const pieces = value.split(/[\s,;]+/).filter((piece) => piece !== '');
  const isMember = field === 'allowedOrigins' ? isOrigin : isName;
  const areMembers = pieces.every((piece) => isTidy(piece) && isMember(piece));
  return pieces.length > 1 && areMembers ? [...new Set(pieces)] : [value];
}
