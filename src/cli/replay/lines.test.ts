import { describe, expect, test } from 'vitest';
import { LineSplitter, MAX_LINE_BYTES, type InputLine } from './lines.ts';

/** Every line of the input, cut into chunks of `size` bytes. */
function linesOf(input: string | Uint8Array, size: number): InputLine[] {
  const bytes = Buffer.from(input);
  const splitter = new LineSplitter();
  const lines: InputLine[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    lines.push(...splitter.push(bytes.subarray(at, at + size)));
  }
  return [...lines, ...splitter.end()];
}

describe.each([1, 2, 3, 7, 1000])('in chunks of %i bytes', (size) => {
  test.each<[name: string, input: string | Uint8Array, lines: InputLine[]]>([
    ['nothing', '', []],
    ['one line', 'a\n', ['a']],
    ['no line feed at the end', 'a\nb', ['a', 'b']],
    ['CRLF, which JSON skips', 'a\r\nb\r\n', ['a\r', 'b\r']],
    ['blank lines', '\n\na\n\n', ['', '', 'a', '']],
    ['characters of two, three and four bytes', 'é\n源\n😀\n', ['é', '源', '😀']],
    ['a byte order mark at the start', '\uFEFFa\n\uFEFFb\n', ['a', '\uFEFFb']],
    ['U+FFFD that was written', '\uFFFD\n', ['\uFFFD']],
    [
      'bytes that are not UTF-8',
      Uint8Array.of(0x61, 0xff, 10, 98),
      [{ code: 'line-not-utf8' }, 'b']
    ],
    ['half a character', Uint8Array.of(0xe6, 0xba, 10, 98), [{ code: 'line-not-utf8' }, 'b']]
  ])('%s', (_, input, lines) => {
    expect(linesOf(input, size)).toEqual(lines);
  });
});

test('the lines of a chunk that lies inside a larger buffer', () => {
  const chunk = Buffer.from('xxa\nbxx').subarray(2, 5);
  const splitter = new LineSplitter();
  expect([...splitter.push(new Uint8Array(chunk)), ...splitter.end()]).toEqual(['a', 'b']);
});

test.each([
  ['just short enough', MAX_LINE_BYTES, 'string'],
  ['one byte too long', MAX_LINE_BYTES + 1, 'object']
])('a line that is %s', (_, length, type) => {
  const [first, second] = linesOf(
    Buffer.concat([Buffer.alloc(length, 97), Buffer.from('\nb')]),
    65536
  );
  expect(typeof first).toBe(type);
  expect(second).toBe('b');
});
