import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { replay } from './replay.ts';

const LINES = 200_000;
const LINES_A_CHUNK = 100;
/** Large enough that lines or answers which are kept would show: memory then grows by half. */
const ID_PADDING = 'x'.repeat(700);

function lineOf(number: number): string {
  const origin = `https://app-${number % 10}.example.com`;
  return JSON.stringify({
    id: `${number}${ID_PADDING}`,
    kind: 'bucket',
    provider: 'tencent-cos',
    rules:
      `<CORSConfiguration><CORSRule><AllowedOrigin>${origin}</AllowedOrigin>` +
      '<AllowedMethod>PUT</AllowedMethod><AllowedHeader>*</AllowedHeader></CORSRule></CORSConfiguration>',
    request: {
      method: 'OPTIONS',
      path: '/photo.png',
      headers: {
        Origin: origin,
        'Access-Control-Request-Method': 'PUT'
      }
    }
  });
}

test('memory does not grow with the input', { timeout: 60_000 }, async () => {
  let middle = 0;
  async function* input(): AsyncGenerator<Buffer> {
    for (let start = 0; start < LINES; start += LINES_A_CHUNK) {
      if (start === LINES / 2) middle = process.memoryUsage.rss();
      const lines = Array.from({ length: LINES_A_CHUNK }, (_, at) => lineOf(start + at));
      yield Buffer.from(`${lines.join('\n')}\n`);
    }
  }
  let bytes = 0;
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done();
    }
  });
  const summary = await replay(input(), output);
  const growth = process.memoryUsage.rss() / middle;
  expect(summary).toEqual({ lines: LINES, refused: 0, firstRefused: null });
  expect(bytes).toBeGreaterThan(LINES * ID_PADDING.length);
  expect(growth).toBeLessThan(1.25);
});
