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
      .array(
        fc.constantFrom(
          ...["'", '"', '$(id)', '`id`', '\\', '\n', ' ', ';', '&', '*', '!', '%s', 'a', 'é', '😀'],
          // Ctrl-C, Tab, Enter, Ctrl-U, Escape and Delete, as a terminal takes them.
          ...['\x03', '\t', '\r', '\x15', '\x1b[201~', '\x7f']
        )
      )
      .map((pieces) => `a${pieces.join('')}`);
    fc.assert(
      fc.property(hostile, hostile, (value, url) => {
        const seen = argumentsOf(curlOf(request([['user-agent', value]]), url));
        expect(seen.slice(-2)).toEqual([`user-agent: ${value}`, url]);
      }),
      { numRuns: 60 }
    );
  });

  test('a secret is left out', () => {
    const sent = request([['authorization', 'Bearer abc']]);
    expect(argumentsOf(curlOf(sent, 'https://bucket.test/a?sig=abc')).slice(-2)).toEqual([
      'authorization: …',
      'https://bucket.test/a?sig=…'
    ]);
  });

  test('nothing in it edits the line into which it is pasted', () => {
    const controls = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code));
    const command = curlOf(
      request([['user-agent', `${controls.join('')}\x7f`]]),
      'https://bucket.test/'
    );
    const pasted = [...command].map((char) => char.charCodeAt(0));
    expect(pasted.filter((code) => (code < 0x20 && code !== 0x0a) || code === 0x7f)).toEqual([]);
  });

  test('one command sends one request, whatever curl would read into the address', () => {
    const command = curlOf(request([]), 'https://bucket.test/a{1,2}?prefix=[1-9]');
    expect(argumentsOf(command)).toContain('--globoff');
    expect(argumentsOf(curlOf(request([]), 'https://bucket.test/a'))).not.toContain('--globoff');
  });
});
