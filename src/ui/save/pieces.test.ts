import { expect, test } from 'vitest';
import { piecesOf } from './pieces.ts';

const plain = (text: string) => ({ text, missing: false });
const missing = (text: string) => ({ text, missing: true });

test.each([
  ['aws s3api', [], [plain('aws s3api')]],
  ['--bucket BUCKET', ['BUCKET'], [plain('--bucket '), missing('BUCKET')]],
  [
    'BUCKET in REGION, BUCKET',
    ['BUCKET', 'REGION'],
    [missing('BUCKET'), plain(' in '), missing('REGION'), plain(', '), missing('BUCKET')]
  ],
  ['', ['BUCKET'], []]
])('%s', (text, placeholders, pieces) => {
  expect(piecesOf(text, placeholders)).toEqual(pieces);
});
