import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { colorsFor } from './colors.ts';

const stream = (isTTY: boolean) => Object.assign(new PassThrough(), { isTTY });

test.each<[name: string, isTTY: boolean, env: Record<string, string>, colored: boolean]>([
  ['a terminal', true, {}, true],
  ['a pipe', false, {}, false],
  ['a pipe on a build machine', false, { CI: '1' }, false],
  ['a dumb terminal', true, { TERM: 'dumb' }, false],
  ['NO_COLOR', true, { NO_COLOR: '1' }, false],
  ['an empty NO_COLOR', true, { NO_COLOR: '' }, true],
  ['FORCE_COLOR on a pipe', false, { FORCE_COLOR: '1' }, true],
  ['FORCE_COLOR=0 on a terminal', true, { FORCE_COLOR: '0' }, false],
  ['both', true, { NO_COLOR: '1', FORCE_COLOR: '1' }, false]
])('%s', (_, isTTY, env, colored) => {
  expect(colorsFor(stream(isTTY), env).isColorSupported).toBe(colored);
});
