/** Values as the source text of programs. */

/** LINE and PARAGRAPH SEPARATOR end a line in JavaScript before ES2019, and in editors still. */
const SEPARATORS = /[\u2028\u2029]/g;

/** A value of JSON as JavaScript and JSON write it; nested lines are indented by two blanks. */
export const jsLiteral = (value: unknown, indent = 2): string =>
  JSON.stringify(value, null, indent).replace(SEPARATORS, (separator) =>
    separator === '\u2028' ? '\\u2028' : '\\u2029'
  );

/** Longer options stand on a line each. */
const LINE_LENGTH = 60;

/** Options of our own names, as JavaScript writes them. */
export function jsOptions(options: object): string {
  const members = Object.entries(options).map(([name, value]) => `${name}: ${jsLiteral(value)}`);
  const line = `{ ${members.join(', ')} }`;
  return line.length <= LINE_LENGTH ? line : `{\n  ${members.join(',\n  ')}\n}`;
}

/** The three words of JSON that Python spells otherwise. */
const PYTHON_WORDS = new Map<unknown, string>([
  [true, 'True'],
  [false, 'False'],
  [null, 'None']
]);

/**
 * A value of JSON as Python writes it. Every escape of a JSON string is one of Python's too.
 * https://docs.python.org/3/reference/lexical_analysis.html#escape-sequences
 */
export function pythonLiteral(value: unknown, indent = ''): string {
  const word = PYTHON_WORDS.get(value);
  if (word !== undefined) return word;
  if (typeof value !== 'object' || value === null) return jsLiteral(value);
  const inner = `${indent}    `;
  const isList = Array.isArray(value);
  const items = isList
    ? value.map((item) => pythonLiteral(item, inner))
    : Object.entries(value).map(
        ([key, item]) => `${jsLiteral(key)}: ${pythonLiteral(item, inner)}`
      );
  const [open, close] = isList ? '[]' : '{}';
  if (items.length === 0 || (isList && !value.some((item) => typeof item === 'object')))
    return `${open}${items.join(', ')}${close}`;
  return `${open}\n${items.map((item) => `${inner}${item},\n`).join('')}${indent}${close}`;
}
