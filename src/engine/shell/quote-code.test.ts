import { execFileSync } from 'node:child_process';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { hclString, hclTokensOf } from '../1-read/hcl/tokens.ts';
import { HOSTILE_PIECES } from './hostile.testdata.ts';
import { jsLiteral, jsOptions, pythonLiteral } from './quote-code.ts';

const hostileText = fc
  .array(fc.constantFrom(...HOSTILE_PIECES), { maxLength: 12 })
  .map((pieces) => pieces.join(''));

const hostileValue = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    hostileText,
    fc.integer(),
    fc.constantFrom(true, false, null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('AllowedOrigins', 'a b', '"'), tie('value'), { maxKeys: 2 })
  )
})).value;

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('JavaScript reads a literal as the value', () => {
  fc.assert(
    fc.property(hostileValue, (value) => {
      const source = jsLiteral(value);
      expect(source).not.toMatch(/[\u2028\u2029]/);
      expect(plain(runInNewContext(`(${source})`))).toEqual(plain(value));
    })
  );
});

test('JavaScript reads options as the values', () => {
  fc.assert(
    fc.property(hostileText, (region) => {
      const source = jsOptions({ region, forcePathStyle: true });
      expect(plain(runInNewContext(`(${source})`))).toEqual({ region, forcePathStyle: true });
    })
  );
});

/** Null where there is no Python on the machine. */
function pythonReads(sources: readonly string[]): unknown {
  const script = [
    'import ast, json, sys',
    'sources = json.load(sys.stdin)',
    'print(json.dumps([ast.literal_eval(source) for source in sources]))'
  ].join('\n');
  try {
    const input = JSON.stringify(sources);
    return JSON.parse(execFileSync('python3', ['-c', script], { input, encoding: 'utf8' }));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

describe('Python', () => {
  test('reads a literal as the value', () => {
    const values = fc.sample(hostileValue, 300);
    const read = pythonReads(values.map((value) => pythonLiteral(value)));
    expect(read ?? plain(values)).toEqual(plain(values));
  });

  test.each([
    [{}, '{}'],
    [[], '[]'],
    [['a', 'b'], '["a", "b"]'],
    [{ a: true, b: null }, '{\n    "a": True,\n    "b": None,\n}'],
    [[{ a: [1] }], '[\n    {\n        "a": [1],\n    },\n]'],
    ['it\'s "$x"\n', '"it\'s \\"$x\\"\\n"']
  ])('writes %j', (value, source) => {
    expect(pythonLiteral(value)).toBe(source);
  });
});

test('Terraform reads a string as the text, and nothing of it as a template', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const report = vi.fn();
      const tokens = hclTokensOf(`a = ${hclString(text)}`, report);
      expect(report).not.toHaveBeenCalled();
      expect(tokens.map(({ kind }) => kind)).toEqual(['word', '=', 'string', 'end']);
      expect(tokens[2]?.value).toBe(text);
    })
  );
});
