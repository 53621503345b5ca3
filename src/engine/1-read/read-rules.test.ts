import { describe, expect, test } from 'vitest';
import type { Rule, WrittenValue } from '../model.ts';
import type { FormatId, Syntax } from './format.ts';
import { readRules } from './read-rules.ts';

/** A rule in one line: `id | origins | methods | headers | exposed | age`, where `-` is nothing. */
function short(rule: Rule): string {
  const one = (written: WrittenValue | null) => (written ? JSON.stringify(written.value) : '-');
  const all = (list: WrittenValue[]) =>
    list.map(({ value }) => JSON.stringify(value)).join(' ') || '-';
  return [
    one(rule.id),
    all(rule.allowedOrigins),
    all(rule.allowedMethods),
    all(rule.allowedHeaders),
    all(rule.exposeHeaders),
    one(rule.maxAgeSeconds)
  ].join(' | ');
}

const FULL = '"r" | "https://a.test" "*" | "GET" | "*" | "ETag" | "600"';

const fullXml = `<?xml version="1.0" encoding="UTF-8"?>
<CORSConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
  <CORSRule>
    <MaxAgeSeconds>600</MaxAgeSeconds>
    <AllowedOrigin>https://a.test</AllowedOrigin>
    <AllowedMethod>GET</AllowedMethod>
    <AllowedOrigin>*</AllowedOrigin>
    <ExposeHeader>ETag</ExposeHeader>
    <AllowedHeader>*</AllowedHeader>
    <ID>r</ID>
  </CORSRule>
  <ResponseVary>true</ResponseVary>
</CORSConfiguration>
`;
const plural = `{"ID": "r", "AllowedOrigins": ["https://a.test", "*"], "AllowedMethods": ["GET"],
  "AllowedHeaders": ["*"], "ExposeHeaders": ["ETag"], "MaxAgeSeconds": 600}`;
const singular = `{"ID": "r", "AllowedOrigin": ["https://a.test", "*"], "AllowedMethod": ["GET"],
  "AllowedHeader": "*", "ExposeHeader": "ETag", "MaxAgeSeconds": "600"}`;

describe('texts without a problem', () => {
  /** Each row: the text, its format, its rules and its ResponseVary. */
  const rows: [string, string, FormatId | null, string[], string | null][] = [
    ['nothing', '', null, [], null],
    ['blanks and a byte order mark', '\ufeff \r\n', null, [], null],
    ['XML with everything', fullXml, 's3-xml', [FULL], 'true'],
    ['XML after a byte order mark', `\ufeff${fullXml}`, 's3-xml', [FULL], 'true'],
    ['XML with CRLF', fullXml.replaceAll('\n', '\r\n'), 's3-xml', [FULL], 'true'],
    [
      'XML with a namespace prefix',
      '<s:CORSConfiguration xmlns:s="x"><s:CORSRule><s:ID>r</s:ID></s:CORSRule></s:CORSConfiguration>',
      's3-xml',
      ['"r" | - | - | - | - | -'],
      null
    ],
    ['a root that closes itself', ' <CORSConfiguration />', 's3-xml', [], null],
    [
      'references, CDATA, comments and blanks in values',
      '<CORSConfiguration><!-- a --><CORSRule><ID>&#x41;&#66;&amp;&lt;&gt;&quot;&apos;<![CDATA[<&]]></ID>' +
        '<AllowedOrigin> a<!-- b -->c\r\n</AllowedOrigin><AllowedOrigin/><AllowedOrigin></AllowedOrigin></CORSRule></CORSConfiguration>',
      's3-xml',
      [`${JSON.stringify(`AB&<>"'<&`)} | " ac\\n" "" "" | - | - | - | -`],
      null
    ],
    ['the argument of the AWS command line', `{"CORSRules": [${plural}]}`, 's3-json', [FULL], null],
    ['an empty argument', '{"CORSRules": []}', 's3-json', [], null],
    [
      'the field of the S3 console',
      `[${plural}, ${plural}]`,
      's3-console-json',
      [FULL, FULL],
      null
    ],
    ['an empty field', '[]', 's3-console-json', [], null],
    [
      'singular keys, lone strings and an age in quotes',
      `{"CORSRules": [${singular}]}`,
      'cos-js-json',
      [FULL],
      null
    ],
    ['a bare list of singular keys', `[${singular}]`, 'cos-js-json', [FULL], null],
    ['a lone rule for the list', `{"CORSRules": ${plural}}`, 'cos-js-json', [FULL], null],
    [
      'the whole argument of putBucketCors',
      `{"Bucket": "b-1", "Region": "r", "CORSRules": [${plural}]}`,
      'cos-js-json',
      [FULL],
      null
    ],
    [
      'the older wrapper',
      `{"CORSConfiguration": {"CORSRules": [${plural}]}}`,
      'cos-js-json',
      [FULL],
      null
    ],
    [
      'plural keys with ResponseVary',
      `{"CORSRules": [${plural}], "ResponseVary": true}`,
      'cos-js-json',
      [FULL],
      'true'
    ],
    [
      'a lone string in a plural key',
      '{"CORSRules": [{"AllowedOrigins": "*"}]}',
      'cos-js-json',
      ['- | "*" | - | - | - | -'],
      null
    ],
    [
      'the argument for Python',
      `{"CORSRule": [${singular}], "ResponseVary": "true"}`,
      'cos-python-json',
      [FULL],
      'true'
    ],
    [
      'the same in its wrapper',
      `{"CORSConfiguration": {"CORSRule": ${singular}}}`,
      'cos-python-json',
      [FULL],
      null
    ],
    [
      'escapes in JSON',
      '[{"AllowedOrigins": ["\\u0041\\n\\"\\\\"]}]',
      's3-console-json',
      ['- | "A\\n\\"\\\\" | - | - | - | -'],
      null
    ]
  ];

  test.each(rows)('%s', (_, text, format, rules, vary) => {
    const read = readRules(text);
    expect(read.problems).toEqual([]);
    expect(read.complete).toBe(true);
    expect([read.format, read.ruleSet.rules.map(short)]).toEqual([format, rules]);
    expect(read.ruleSet.responseVary?.value ?? null).toBe(vary);
  });
});

describe('half-written and broken texts still give what can be read', () => {
  const rows: [string, string, Syntax | null, string[]][] = [
    [
      'a field that is not closed',
      '<CORSConfiguration><CORSRule><AllowedOrigin>a\n <AllowedMethod>GET</AllowedMethod></CORSRule></CORSConfiguration>',
      'xml',
      ['- | "a" | "GET" | - | - | -']
    ],
    [
      'an open field without a value yet',
      '<CORSConfiguration><CORSRule><AllowedOrigin>\n  <AllowedMethod>GET</AllowedMethod></CORSRule></CORSConfiguration>',
      'xml',
      ['- | - | "GET" | - | - | -']
    ],
    [
      'a field opened twice',
      '<CORSConfiguration><CORSRule><ID>a<AllowedMethod>GET<AllowedMethod>PUT</AllowedMethod></CORSRule></CORSConfiguration>',
      'xml',
      ['"a" | - | "GET" "PUT" | - | - | -']
    ],
    [
      'a rule that is not closed',
      '<CORSConfiguration><CORSRule><ID>a</ID><CORSRule><ID>b</ID></CORSRule></CORSConfiguration>',
      'xml',
      ['"a" | - | - | - | - | -', '"b" | - | - | - | - | -']
    ],
    [
      'a field closed by another name',
      '<CORSConfiguration><CORSRule><AllowedOrigin>a</AllowedMethod><AllowedMethod>GET</AllowedMethod></CORSRule></CORSConfiguration>',
      'xml',
      ['- | "a" | "GET" | - | - | -']
    ],
    [
      'a tag without its end',
      '<CORSConfiguration><CORSRule><AllowedOrigin https://a</AllowedOrigin><AllowedMethod>GET</AllowedMethod></CORSRule></CORSConfiguration>',
      'xml',
      ['- | - | "GET" | - | - | -']
    ],
    [
      'a text that breaks off in a value',
      '<CORSConfiguration><CORSRule><AllowedOrigin>https://a',
      'xml',
      ['- | "https://a" | - | - | - | -']
    ],
    [
      'a text that breaks off in a close tag',
      '<CORSConfiguration><CORSRule><AllowedOrigin>https://a</Allow',
      'xml',
      ['- | "https://a" | - | - | - | -']
    ],
    [
      'an entity that nobody defines',
      '<CORSConfiguration><CORSRule><ID>a&nbsp;b</ID></CORSRule></CORSConfiguration>',
      'xml',
      ['"a&nbsp;b" | - | - | - | - | -']
    ],
    [
      'another root',
      '<Foo><CORSRule><ID>a</ID></CORSRule></Foo>',
      'xml',
      ['"a" | - | - | - | - | -']
    ],
    [
      'rules without a root',
      '<CORSRule><ID>a</ID></CORSRule>\n<CORSRule><ID>b</ID></CORSRule>',
      'xml',
      ['"a" | - | - | - | - | -', '"b" | - | - | - | - | -']
    ],
    ['the beginning of a name', '<CORSC', 'xml', []],
    [
      'a list without its bracket',
      '[{"AllowedMethods": ["GET", "AllowedHeaders": ["*"]}]',
      'json',
      ['- | - | "GET" | "*" | - | -']
    ],
    [
      'a rule without its brace',
      '[{"AllowedMethods": ["GET"], {"AllowedMethods": ["PUT"]}]',
      'json',
      ['- | - | "GET" | - | - | -', '- | - | "PUT" | - | - | -']
    ],
    [
      'no comma',
      '[{"AllowedMethods": ["GET" "PUT"]}]',
      'json',
      ['- | - | "GET" "PUT" | - | - | -']
    ],
    [
      'a text that breaks off in a string',
      '[{"AllowedOrigins": ["https://a',
      'json',
      ['- | "https://a" | - | - | - | -']
    ],
    [
      'a string without its quote',
      '[{"AllowedMethods": ["GET],\n"AllowedHeaders": ["*"]}]',
      'json',
      ['- | - | "GET" | "*" | - | -']
    ],
    [
      'Python',
      "[{'AllowedOrigins': ['it\\'s', \"*\", 'a\\\\\"b'], 'MaxAgeSeconds': 5, }]",
      'json',
      [`- | "it's" "*" ${JSON.stringify('a\\"b')} | - | - | - | "5"`]
    ],
    [
      'JavaScript',
      '[{AllowedOrigins: ["*"] /* all */, MaxAgeSeconds: 0600}]',
      'json',
      ['- | "*" | - | - | - | "0600"']
    ],
    [
      'a key twice',
      '[{"AllowedOrigins": ["a"], "AllowedOrigins": ["b"]}]',
      'json',
      ['- | "b" | - | - | - | -']
    ],
    [
      'both spellings',
      '{"CORSRules": [{"AllowedOrigins": ["b"], "AllowedOrigin": "a"}]}',
      'json',
      ['- | "b" | - | - | - | -']
    ],
    [
      'values of other types',
      '[{"AllowedOrigins": [1, true, null, {}, "a"]}]',
      'json',
      ['- | "1" "true" "a" | - | - | - | -']
    ],
    ['a brace', '{', 'json', []],
    ['a word', 'cors', null, []]
  ];

  test.each(rows)('%s', (_, text, syntax, rules) => {
    const read = readRules(text);
    expect(read.problems).not.toEqual([]);
    expect([read.syntax, read.ruleSet.rules.map(short)]).toEqual([syntax, rules]);
  });
});

test('an age is kept as it is written', () => {
  const ages = ['0', '-1', '1.5', '1e3', '86400'];
  const text = `[${ages.map((age) => `{"AllowedOrigins": [], "MaxAgeSeconds": ${age}}`).join()}]`;
  expect(readRules(text).ruleSet.rules.map((rule) => rule.maxAgeSeconds?.value)).toEqual(ages);
});

test('a span is what stands between the tags or the quotes', () => {
  const at = (text: string) => {
    const { from, to } = readRules(text).ruleSet.rules[0]?.allowedOrigins[0]?.span ?? {
      from: 0,
      to: 0
    };
    return text.slice(from, to);
  };
  expect(at('<CORSRule><AllowedOrigin> a&amp;b\n</AllowedOrigin></CORSRule>')).toBe(' a&amp;b\n');
  expect(at('[{"AllowedOrigins": ["a\\nb"]}]')).toBe('a\\nb');
  expect(at('{"AllowedOrigin": \'*\'}')).toBe('*');
});
