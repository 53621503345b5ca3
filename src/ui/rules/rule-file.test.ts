import { describe, expect, it } from 'vitest';
import { LARGEST_BYTES, readRuleFile } from './rule-file.ts';

describe('readRuleFile', () => {
  it.each([
    ['a text', new Blob(['<CORSConfiguration/>']), { text: '<CORSConfiguration/>' }],
    ['an empty file', new Blob([]), { text: '' }],
    ['a byte order mark', new Blob(['\uFEFF[]']), { text: '[]' }],
    ['text beyond ASCII', new Blob(['规则']), { text: '规则' }],
    [
      'the largest file',
      new Blob(['x'.repeat(LARGEST_BYTES)]),
      { text: 'x'.repeat(LARGEST_BYTES) }
    ],
    ['one byte more', new Blob(['x'.repeat(LARGEST_BYTES + 1)]), { refused: 'size' }],
    ['a binary file', new Blob([new Uint8Array([137, 80, 78, 71, 0, 0])]), { refused: 'binary' }],
    ['UTF-16', new Blob([new Uint8Array([255, 254, 91, 0, 93, 0])]), { refused: 'binary' }]
  ])('reads %s', async (_name, file, opened) => {
    expect(await readRuleFile(file)).toEqual(opened);
  });

  it('says that a file which is gone cannot be read', async () => {
    const gone = new Blob(['x']);
    gone.text = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
    expect(await readRuleFile(gone)).toEqual({ refused: 'unreadable' });
  });
});
