import type { Header } from '#engine';

type HeaderRecord = Record<string, string | string[]>;

/** Header lines as one JSON object: names lower-case, in the order of their first line; a header given twice is an array. */
export function headerRecord(headers: readonly Header[]): HeaderRecord {
  const record: HeaderRecord = {};
  for (const [name, value] of headers) {
    const key = name.toLowerCase();
    if (key === '__proto__' || Object.hasOwn(record, key)) addValue(record, key, value);
    else record[key] = value;
  }
  return record;
}

/** The same as JSON text, which for answers without a header given twice, as most are, is put together by hand. */
export function headerJson(headers: readonly Header[]): string {
  let members = '';
  for (let at = 0; at < headers.length; at += 1) {
    const [name, value] = headers[at] as Header;
    const key = keyJson(name);
    for (let before = 0; before < at; before += 1)
      if (keyJson((headers[before] as Header)[0]) === key)
        return JSON.stringify(headerRecord(headers));
    members += `${at === 0 ? '' : ','}${key}:${JSON.stringify(value)}`;
  }
  return `{${members}}`;
}

/** Header names as JSON keys. The names are the providers' own, so they are few. */
const keys = new Map<string, string>();

function keyJson(name: string): string {
  let key = keys.get(name);
  if (key === undefined) keys.set(name, (key = JSON.stringify(name.toLowerCase())));
  return key;
}

/** `__proto__` is a header name like any other, but assigning it would not make a property. */
function addValue(record: HeaderRecord, key: string, value: string): void {
  const before = Object.hasOwn(record, key) ? record[key] : undefined;
  Object.defineProperty(record, key, {
    value: before === undefined ? value : [before, value].flat(),
    enumerable: true,
    configurable: true,
    writable: true
  });
}
