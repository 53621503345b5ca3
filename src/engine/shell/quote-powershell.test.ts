import fc from 'fast-check';
import { expect, test } from 'vitest';
import { command } from './command.ts';
import { HOSTILE_PIECES } from './hostile.testdata.ts';
import { powershellFile, quotePowershell, powershellWord } from './quote-powershell.ts';
import { shellById } from './shell.ts';

const hostileText = fc
  .array(fc.constantFrom(...HOSTILE_PIECES), { maxLength: 12 })
  .map((pieces) => pieces.join(''));

/*
 * How PowerShell's tokenizer reads literal strings, written down here since it is not on every machine:
 * https://github.com/PowerShell/PowerShell/blob/master/src/System.Management.Automation/engine/parser/tokenizer.cs
 * (ScanStringLiteral, ScanHereStringLiteral, IsSingleQuote). Two quotes of the five kinds in a row stand for the second.
 */
const isQuote = (character: string | undefined): boolean =>
  character !== undefined && /^['\u2018-\u201b]$/.test(character);

/** The value of the literal that begins at `at`, and where it ends. */
function literalAt(text: string, at: number): { value: string; end: number } {
  if (text.startsWith('@', at)) {
    const from = at + 3;
    for (let end = from; end < text.length; end++) {
      if (text[end] === '\n' && isQuote(text[end + 1]) && text[end + 2] === '@')
        return { value: text.slice(from, end), end: end + 3 };
    }
    throw new Error('here-string without an end');
  }
  let value = '';
  for (let here = at + 1; here < text.length; here++) {
    if (!isQuote(text[here])) value += text[here] ?? '';
    else if (isQuote(text[here + 1])) value += text[++here] ?? '';
    else return { value, end: here + 1 };
  }
  throw new Error('string without an end');
}

/** A bare argument ends at a blank; what begins an expression, a number or a comment is none. */
const BARE = /[A-Za-z][\w./:-]*/y;

function argumentsOf(line: string): string[] {
  const values: string[] = [];
  let at = 0;
  while (at < line.length) {
    if (line.startsWith(' `\n  ', at)) at += 5;
    else if (line[at] === ' ') at++;
    else if (isQuote(line[at])) {
      const { value, end } = literalAt(line, at);
      values.push(value);
      at = end;
    } else {
      BARE.lastIndex = at;
      const bare = BARE.exec(line)?.[0] ?? '';
      if (bare === '') throw new Error(`no argument at ${line.slice(at)}`);
      values.push(bare);
      at += bare.length;
    }
  }
  return values;
}

test('a quoted string stands for the text', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const quoted = quotePowershell(text);
      expect(literalAt(quoted, 0)).toEqual({ value: text, end: quoted.length });
    })
  );
});

test('the values of a command stay what they are', () => {
  fc.assert(
    fc.property(fc.array(hostileText, { minLength: 1, maxLength: 6 }), (texts) => {
      const parts = texts.map((text) => ['v', text] as const);
      const line = command(shellById('powershell'), 'x', ...parts, ['-file=', texts.join('')]);
      const seen = texts.flatMap((text) => ['v', text]);
      expect(argumentsOf(line)).toEqual(['x', ...seen, `-file=${texts.join('')}`]);
    })
  );
});

test('a file gets the text without its last line end', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const head = '[IO.File]::WriteAllText("$PWD/f", ';
      const written = powershellFile('f', text);
      expect(written.startsWith(head)).toBe(true);
      const { value, end } = literalAt(written, head.length);
      expect(value).toBe(text.replace(/\n$/, ''));
      expect(written.slice(end)).toBe(')');
    })
  );
});

test.each([
  ['media', 'media'],
  ['s3://media', 's3://media'],
  ['https://a.test/b', 'https://a.test/b'],
  ['-x', "'-x'"],
  ['1kb', "'1kb'"],
  ['@cors.xml', "'@cors.xml'"],
  ['a,b', "'a,b'"],
  ['$env:HOME', "'$env:HOME'"],
  ["it's", "'it''s'"],
  ['it\u2019s', "'it\u2019\u2019s'"],
  ['', "''"]
])('the argument %s', (text, word) => {
  expect(powershellWord(text)).toBe(word);
});
