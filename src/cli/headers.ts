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
