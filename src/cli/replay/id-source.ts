/** An id that stands first, as it mostly does, and needs no search: a string without escapes, or a number. */
const FIRST = /^\s*\{\s*"id"\s*:\s*("[^"\\]*"|-?\d[\d.eE+-]*)\s*[,}]/;

const NAME_OR_END = /["}]/g;
const BRACKET_OR_QUOTE = /["{}[\]]/g;
const VALUE = /[^\s:]/g;
const SIMPLE_END = /[\s,}]|$/g;

/**
 * The id of a line as it is written there, since a number of many digits, `1.0` or an escape would come out of a value
 * otherwise; `null` where there is none. Linear in the line, and not recursive.
 * @param json text that is a JSON object
 * @param id the value that `JSON.parse` gives for it
 */
export function idSource(json: string, id: unknown): string {
  const first = FIRST.exec(json)?.[1];
  if (first !== undefined) {
    const value = first.startsWith('"') ? first.slice(1, -1) : Number(first);
    // A second `id` in the line is the one that counts.
    if (value === id) return first;
  }
  return id === undefined ? 'null' : lastId(json);
}

/** Goes over the members of the object; of two with one name the last counts, as for `JSON.parse`. */
function lastId(json: string): string {
  let found = 'null';
  for (let at = next(NAME_OR_END, json, json.indexOf('{') + 1); json[at] === '"';) {
    const nameEnd = stringEnd(json, at);
    const start = next(VALUE, json, nameEnd);
    const end = valueEnd(json, start);
    if (JSON.parse(json.slice(at, nameEnd)) === 'id') found = json.slice(start, end);
    at = next(NAME_OR_END, json, end);
  }
  return found;
}

function next(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
}

function valueEnd(json: string, start: number): number {
  const opening = json[start];
  if (opening === '"') return stringEnd(json, start);
  if (opening !== '{' && opening !== '[') return next(SIMPLE_END, json, start);
  let depth = 0;
  let at = start;
  do {
    const char = json[at];
    if (char === '{' || char === '[') depth += 1;
    else if (char !== '"') depth -= 1;
    const end = char === '"' ? stringEnd(json, at) : at + 1;
    at = depth === 0 ? end : next(BRACKET_OR_QUOTE, json, end);
  } while (depth > 0);
  return at;
}

/** The place after the quote that closes the string opened at `start`. */
function stringEnd(json: string, start: number): number {
  let quote = start;
  let slashes: number;
  do {
    quote = json.indexOf('"', quote + 1);
    if (quote === -1) return json.length;
    slashes = 0;
    while (json[quote - 1 - slashes] === '\\') slashes += 1;
  } while (slashes % 2 === 1);
  return quote + 1;
}
