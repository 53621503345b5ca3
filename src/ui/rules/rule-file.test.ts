import { describe, expect, it } from 'vitest';
import { LARGEST_BYTES, readRuleFile } from './rule-file.ts';

const bytes = (...values: number[]) => new Blob([new Uint8Array(values)]);
/** A text of Latin letters, each in one byte. */
const latin = (text: string) => bytes(...[...text].map((char) => char.charCodeAt(0)));
const utf16 = (text: string, isBig: boolean) =>
  bytes(
    ...[...`\uFEFF${text}`].flatMap((char) => {
      const unit = char.charCodeAt(0);
      return isBig ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8];
    })
  );

describe('readRuleFile', () => {
  it.each([
    ['a text', new Blob(['<CORSConfiguration/>']), { text: '<CORSConfiguration/>' }],
    ['an empty file', new Blob([]), { text: '' }],
    ['a byte order mark', new Blob(['\uFEFF[]']), { text: '[]' }],
    ['text beyond ASCII', new Blob(['规则']), { text: '规则' }],
    ['a replacement character that is meant', new Blob(['\uFFFD']), { text: '\uFFFD' }],
    [
      'the largest file',
      new Blob(['x'.repeat(LARGEST_BYTES)]),
      { text: 'x'.repeat(LARGEST_BYTES) }
    ],
    ['one byte more', new Blob(['x'.repeat(LARGEST_BYTES + 1)]), { refused: 'size' }],
    ['a binary file', bytes(137, 80, 78, 71, 0, 0), { refused: 'binary' }],
    ['UTF-16, little end first', utf16('[规]', false), { text: '[规]' }],
    ['UTF-16, big end first', utf16('[规]', true), { text: '[规]' }],
    ['UTF-16 without its mark', bytes(91, 0, 93, 0), { refused: 'binary' }],
    ['UTF-16 that ends within a character', bytes(255, 254, 91), { refused: 'encoding' }],
    ['Latin-1 that does not say so', latin('<!-- caf\xe9 -->'), { refused: 'encoding' }],
    ['bytes of GBK that do not say so', bytes(0xb9, 0xe6, 0xd4, 0xf2), { refused: 'encoding' }],
    [
      'Latin-1 that says so',
      latin('<?xml version="1.0" encoding="ISO-8859-1"?><a>caf\xe9</a>'),
      { text: '<?xml version="1.0" encoding="ISO-8859-1"?><a>café</a>' }
    ],
    [
      'GBK that says so',
      new Blob(['<?xml version="1.0" encoding="gbk"?>', new Uint8Array([0xb9, 0xe6])]),
      { text: '<?xml version="1.0" encoding="gbk"?>规' }
    ],
    [
      'UTF-8 that says so and is not',
      latin('<?xml version="1.0" encoding="UTF-8"?>\xe9'),
      { refused: 'encoding' }
    ],
    [
      'an encoding that nobody knows',
      new Blob(['<?xml version="1.0" encoding="klingon"?>']),
      { refused: 'encoding' }
    ],
    [
      'a declaration of UTF-16 that is read byte by byte',
      new Blob(['<?xml version="1.0" encoding="UTF-16"?>规']),
      { text: '<?xml version="1.0" encoding="UTF-16"?>规' }
    ]
  ])('reads %s', async (_name, file, opened) => {
    expect(await readRuleFile(file)).toEqual(opened);
  });

  it('says that a file which is gone cannot be read', async () => {
    const gone = new Blob(['x']);
    gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
    expect(await readRuleFile(gone)).toEqual({ refused: 'unreadable' });
  });
});
