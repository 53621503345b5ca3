/** Writes values as YAML. */

/** Texts that every reader of YAML takes for themselves without quotes: no sign, no number, no word with a meaning. */
const PLAIN = /^[A-Za-z](?:[\w./-]|:(?=[/:\w]))*$/;
const WORDS: ReadonlySet<string> = new Set([
  'true',
  'false',
  'null',
  'yes',
  'no',
  'on',
  'off',
  'y',
  'n'
]);
/** What JSON leaves as it is and YAML does not. https://yaml.org/spec/1.2.2/#51-character-set */
const UNPRINTABLE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

export function isPlain(text: string): boolean {
  return PLAIN.test(text) && !WORDS.has(text.toLowerCase());
}

/** The text in double quotes, which say every text on one line. */
export function quoteYaml(text: string): string {
  return JSON.stringify(text).replace(
    UNPRINTABLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  );
}

export function yamlText(text: string): string {
  return isPlain(text) ? text : quoteYaml(text);
}

/** How a block of YAML is laid out. */
export interface YamlLayout {
  lineEnd: string;
  /** How much further the members of a map stand than its key. */
  unit: string;
  /** How much further the dashes of a list stand than its key. */
  dashes: string;
  text: (value: string) => string;
}

export const YAML_LAYOUT: YamlLayout = { lineEnd: '\n', unit: '  ', dashes: '  ', text: yamlText };

/** What stands behind a key or a dash; its further lines are indented from `indent`, which is that of the key, on. */
export function printYaml(value: unknown, layout: YamlLayout, indent: string): string {
  const { lineEnd, unit, dashes, text } = layout;
  if (Array.isArray(value)) {
    if (value.length === 0) return ' []';
    const at = indent + dashes;
    return value.map((item) => `${lineEnd}${at}-${printItem(item, layout, at)}`).join('');
  }
  if (typeof value === 'object' && value !== null) {
    const at = indent + unit;
    return printMembers(value, layout, at, lineEnd + at) || ' {}';
  }
  return ` ${typeof value === 'string' ? text(value) : String(value)}`;
}

/** What stands behind a dash in the column `at`; the first member of a map stands on the dash's line. */
function printItem(item: unknown, layout: YamlLayout, at: string): string {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    return printYaml(item, layout, at);
  }
  return printMembers(item, layout, `${at}  `, ' ') || ' {}';
}

function printMembers(object: object, layout: YamlLayout, at: string, before: string): string {
  const members = Object.entries(object).map(
    ([key, value]: [string, unknown]) => `${key}:${printYaml(value, layout, at)}`
  );
  return members.length === 0 ? '' : before + members.join(layout.lineEnd + at);
}

/** The item of a list whose dash stands in the column `at`, with its dash. */
export function printYamlItem(item: unknown, layout: YamlLayout, at: string): string {
  return `-${printItem(item, layout, at)}`;
}

/** A document of one map. */
export function printYamlMap(object: object): string {
  return printMembers(object, YAML_LAYOUT, '', '');
}
