import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WireRequest } from '../model.ts';
import { curlOf } from './curl.ts';

const request = (headers: WireRequest['headers'], method = 'OPTIONS'): WireRequest => ({
  method,
  host: 'bucket.test',
  path: '/key',
  headers
});

/** What sh makes of the command, with curl replaced by a printer of its arguments. */
function argumentsOf(command: string): string[] {
  const script = `curl() { printf '%s\\0' "$@"; }\n${command}`;
  return execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
}

describe('curlOf', () => {
  test('a preflight', () => {
    const headers = [
      ['Origin', 'https://app.test'],
      ['Access-Control-Request-Method', 'PUT']
    ] as const;
    expect(argumentsOf(curlOf(request(headers), 'https://bucket.test/key'))).toEqual([
      '--include',
      '--request',
      'OPTIONS',
      '--header',
      'Origin: https://app.test',
      '--header',
      'Access-Control-Request-Method: PUT',
      'https://bucket.test/key'
    ]);
  });

  test('HEAD has a flag of its own, and an empty value its own form', () => {
    expect(argumentsOf(curlOf(request([['x-a', '']], 'HEAD'), 'https://bucket.test/'))).toEqual([
      '--include',
      '--head',
      '--header',
      'x-a;',
      'https://bucket.test/'
    ]);
  });

  test('whatever stands in a value, sh hands it on as it is', () => {
    const hostile = fc
      .array(fc.constantFrom("'", '"', '$(id)', '`id`', '\\', '\n', ' ', ';', '&', '*', 'a', 'é'))
      .map((pieces) => `a${pieces.join('')}`);
    fc.assert(
      fc.property(hostile, hostile, (value, url) => {
        const seen = argumentsOf(curlOf(request([['x-a', value]]), url));
        expect(seen.slice(-2)).toEqual([`x-a: ${value}`, url]);
      }),
      { numRuns: 60 }
    );
  });
});
