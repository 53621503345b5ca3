/** No value of a rule writes anything but itself: neither another line, nor another key. */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { writeIn } from './losses.ts';
import { ruleAt, plainRule } from './plain.ts';
import { FORMATS, readRules } from './read-rules.ts';

vi.setConfig({ testTimeout: 60_000 });

const rule = (value: string) =>
  ruleAt(
    {
      id: 'rule-one',
      allowedOrigins: ['https://ok.test', value],
      allowedMethods: ['GET'],
      allowedHeaders: ['x-a', value],
      exposeHeaders: ['x-b', value],
      maxAgeSeconds: '600'
    },
    0
  );
const written = (value: string, format: (typeof FORMATS)[number]) =>
  writeIn({ rules: [rule(value)], responseVary: null }, format.id);

const formats = FORMATS.map((format) => [format.id, format] as const);

test.each(formats)('%s: a value with a line end adds no line that is read', (_id, format) => {
  for (const end of ['\n', '\r', '\r\n', '\u2028', '\0\n']) {
    for (const more of [
      'X-Container-Read: .r:*',
      'MINIO_ROOT_PASSWORD=secret',
      'a = "b"',
      'b: c'
    ]) {
      const { text, read, losses } = written(`https://a.test${end}${more}`, format);
      const plain = written('https://a.test', format);
      if (format.syntax === 'headers') {
        expect(text).not.toContain(more);
        expect(losses.some(({ code }) => code === 'values-dropped')).toBe(true);
      }
      expect(read.format).toBe(format.id);
      expect(read.ruleSet.rules).toHaveLength(plain.read.ruleSet.rules.length);
      expect(text.split('\n').length).toBeLessThanOrEqual(plain.text.split('\n').length);
    }
  }
});

const piece = fc.constantFrom(
  ...[
    '\n',
    '\r',
    '\0',
    '\u2028',
    '"',
    "'",
    '\\',
    '${',
    '%{',
    '}',
    '<',
    '&',
    ']]>',
    ',',
    ' ',
    '#',
    ':'
  ],
  ...[
    'a',
    'https://a.test',
    'X-Container-Read: .r:*',
    'MINIO_ROOT_PASSWORD=x',
    '*',
    '-',
    '"""',
    'EOT'
  ]
);
const value = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(''));

test.each(formats)('%s: what is printed is read back, less what is told as lost', (_id, format) => {
  fc.assert(
    fc.property(value, (one) => {
      const { read, losses } = written(one, format);
      const [back] = read.ruleSet.rules.map(plainRule);
      expect(read.ruleSet.rules).toHaveLength(1);
      const isSame = JSON.stringify(back) === JSON.stringify(plainRule(rule(one)));
      expect(isSame || losses.length > 0).toBe(true);
    }),
    { numRuns: 100 }
  );
});

test.each([
  ["https://it's.test", `MINIO_API_CORS_ALLOW_ORIGIN="https://it's.test"\n`],
  ['"https://a.test"', `MINIO_API_CORS_ALLOW_ORIGIN='"https://a.test"'\n`],
  ['https://a.test\nMINIO_ROOT_PASSWORD=x', ''],
  [`it's "a"`, '']
])('a MinIO setting of %j', (origin, expected) => {
  const ruleSet = {
    rules: [ruleAt({ ...plainRule(rule('')), allowedOrigins: [origin] }, 0)],
    responseVary: null
  };
  const { text, losses } = writeIn(ruleSet, 'minio-setting');
  expect(text).toBe(expected);
  const [read] = readRules(text).ruleSet.rules;
  if (expected === '') expect(losses[0]?.code).toBe('rules-dropped');
  else expect(read && plainRule(read).allowedOrigins).toEqual([origin]);
});
