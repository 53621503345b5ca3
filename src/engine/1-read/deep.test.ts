/** Texts that nest deeper than calls can, in every syntax: they are read, told of and changed, and nothing throws. */
import { describe, expect, test, vi } from 'vitest';
import { changeText } from './change-text.ts';
import { FORMATS, readRules } from './read-rules.ts';
import { commentsIn } from './syntaxes.ts';
import { formatText } from './tidy.ts';

vi.setConfig({ testTimeout: 60_000 });

const DEPTH = 5000;
const around = (before: string, opener: string, closer: string, after: string, depth = DEPTH) => [
  before + opener.repeat(depth),
  before + opener.repeat(depth) + closer.repeat(depth) + after
];

const TEXTS: Record<string, string[]> = {
  'lists of JSON': around('[{"AllowedOrigins":', '[', ']', '}]'),
  'objects of JSON': around('', '{"CORSRules":', '}', ''),
  'elements of XML': around('<CORSConfiguration>', '<a>', '</a>', '</CORSConfiguration>'),
  'rules of XML': around('<CORSConfiguration>', '<CORSRule>', '</CORSRule>', ''),
  'flow lists of YAML': around('CorsConfiguration: ', '[', ']', '\n'),
  'flow maps of YAML': around('CorsConfiguration: ', '{a: ', '}', '\n'),
  'dashes of YAML': [`CorsConfiguration:\n  ${'- '.repeat(DEPTH)}a\n`],
  'keys of YAML': [`CorsConfiguration:\n  ${'? '.repeat(DEPTH)}a\n`],
  'blocks of HCL': around('cors_rule {\n', 'a {\n', '}\n', '}\n'),
  'blocks of HCL, one line': around('dynamic "cors_rule" {', 't{', '}', '}', 70),
  'lists of HCL': around('cors_rule {\n  a = ', '[', ']', '\n}\n'),
  'objects of HCL': around('cors_rule {\n  a = ', '{ a = ', '}', '\n}\n'),
  'templates of HCL': around('cors_rule {\n  a = "', '${"', '"}', '"\n}\n')
};

describe.each(Object.entries(TEXTS))('%s', (_, texts) => {
  test.each(texts.map((text, index) => [index, text] as const))('%i', (_index, text) => {
    const read = readRules(text);
    expect(read.problems).not.toEqual([]);
    for (const { span } of read.problems) expect(span.to).toBeLessThanOrEqual(text.length);
    expect(formatText(read, text)).toEqual([]);
    expect(commentsIn(text, read.syntax)).toEqual([]);
    for (const format of FORMATS) expect(format.print(read.ruleSet)).toBeTypeOf('string');
    const rule = {
      id: null,
      allowedOrigins: ['https://a.test'],
      allowedMethods: ['GET'],
      allowedHeaders: [],
      exposeHeaders: [],
      maxAgeSeconds: null
    };
    const changed = changeText(read, text, [{ kind: 'insert-rule', at: 0, rule }]);
    expect(changed).toBeDefined();
  });
});

test('an entity that would fill the memory is not followed', () => {
  const entities = Array.from({ length: 50 }, (_, index) => {
    const value = index === 0 ? 'a' : `&a${index - 1};`.repeat(10);
    return `<!ENTITY a${index} "${value}">`;
  });
  const text = `<!DOCTYPE a [${entities.join('')}]><CORSConfiguration><CORSRule><AllowedOrigin>&a49;</AllowedOrigin></CORSRule></CORSConfiguration>`;
  expect(readRules(text).problems).not.toEqual([]);
  expect(JSON.stringify(readRules(text)).length).toBeLessThan(30 * text.length);
});

test('an alias that would fill the memory is not followed', () => {
  const anchors = Array.from(
    { length: 60 },
    (_, index) => `  a${index + 1}: &a${index + 1} [*a${index},*a${index}]\n`
  );
  const text = `CorsConfiguration:\n  a0: &a0 [x,x]\n${anchors.join('')}  CorsRules: *a60\n`;
  expect(readRules(text).problems).not.toEqual([]);
  expect(JSON.stringify(readRules(text)).length).toBeLessThan(30 * text.length);
});
