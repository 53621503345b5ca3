import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { command } from './command.ts';
import { HOSTILE_PIECES } from './hostile.testdata.ts';
import { shWord } from './sh-word.ts';
import { shBare, shFile } from './quote-sh.ts';
import { shellById } from './shell.ts';

const hostileText = fc
  .array(fc.constantFrom(...HOSTILE_PIECES), { maxLength: 12 })
  .map((pieces) => pieces.join(''));

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'preflight-sh-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What the arguments of `show` are in that shell. */
function shown(shell: string, words: string): string[] {
  const script = `show() { printf '%s\\0' "$@"; }\nshow ${words}`;
  const seen = execFileSync(shell, ['-c', script], { cwd: folder, encoding: 'utf8' });
  return seen.split('\0').slice(0, -1);
}

describe.each(['sh', 'bash'])('%s', (shell) => {
  test('takes a quoted word as it is', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 1, maxLength: 6 }), (texts) => {
        expect(shown(shell, texts.map(shWord).join(' '))).toEqual(texts);
        expect(shown(shell, texts.map(shBare).join(' '))).toEqual(texts);
      }),
      { numRuns: 50 }
    );
  });

  test('takes the values of a command as they are, on one line or several', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 1, maxLength: 6 }), (texts) => {
        const parts = texts.map((text) => ['--value', text] as const);
        const line = command(shellById('sh'), '', ...parts, ['-file=', texts.join('')]);
        const seen = texts.flatMap((text) => ['--value', text]);
        expect(shown(shell, line)).toEqual([...seen, `-file=${texts.join('')}`]);
      }),
      { numRuns: 50 }
    );
  });

  test('writes a file as it is, whatever its lines are', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        execFileSync(shell, ['-c', `${shFile('rules.txt', text)}\n`], { cwd: folder });
        const written = readFileSync(join(folder, 'rules.txt'), 'utf8');
        expect(written).toBe(text.endsWith('\n') ? text : `${text}\n`);
      }),
      { numRuns: 50 }
    );
  });
});

test.each([
  ['media', 'media'],
  ['s3://media/a-b_c.d', 's3://media/a-b_c.d'],
  ['-method=get', '-method=get'],
  ['', "''"],
  ['=ls', "'=ls'"],
  ['~', "'~'"],
  ['a b', "'a b'"],
  ["it's", "'it'\\''s'"]
])('the word %s', (text, word) => {
  expect(shBare(text)).toBe(word);
});

test.each([
  ['a\n', "cat > f <<'EOF'\na\nEOF"],
  ['EOF', "cat > f <<'EOF_1'\nEOF\nEOF_1"],
  ['EOF\nEOF_1\n', "cat > f <<'EOF_2'\nEOF\nEOF_1\nEOF_2"]
])('the file %j', (text, written) => {
  expect(shFile('f', text)).toBe(written);
});
