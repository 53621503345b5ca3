import { expect, test } from 'vitest';
import { switchText } from './choose.ts';

test.each([
  ['blocked', 'allowed', 'Amazon S3: blocked before, allowed now. The rules stay as they are.'],
  ['blocked', 'blocked', 'Amazon S3: blocked, as before. The rules stay as they are.'],
  [null, 'blocked', 'Amazon S3 decides now. The rules stay as they are.']
] as const)('from %s to %s', (before, now, text) => {
  expect(switchText('Amazon S3', before, now)).toBe(text);
});
