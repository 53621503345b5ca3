import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { PlainRule } from '../model.ts';
import { applyEdits } from './change.ts';
import type { Syntax } from './format.ts';
import { FORMATS, readRules } from './read-rules.ts';
import { plainRule, ruleAt } from './plain.ts';
import { formatText } from './tidy.ts';

/** The machine may be busy with other tests. */
vi.setConfig({ testTimeout: 60_000 });

const tidied = (text: string): string => applyEdits(text, formatText(readRules(text), text));

type TidyRow = [name: string, before: string, after: string];

const xmlRows: TidyRow[] = [
  [
    'opens what stands on one line',
    '<?xml version="1.0"?><CORSConfiguration><CORSRule><ID> a </ID><Other/></CORSRule><CORSRule></CORSRule></CORSConfiguration>',
    '<?xml version="1.0"?>\n<CORSConfiguration>\n  <CORSRule>\n    <ID> a </ID>\n    <Other/>\n  </CORSRule>\n  <CORSRule></CORSRule>\n</CORSConfiguration>\n'
  ],
  [
    'keeps comments on their lines, and one empty line',
    '<!-- all -->\r\n<CORSConfiguration>\r\n<CORSRule> <!-- one -->\r\n<!-- id\r\n  of it -->\r\n<ID>a</ID>   <!-- a -->\r\n\r\n\r\n<MaxAgeSeconds>5</MaxAgeSeconds></CORSRule>\r\n</CORSConfiguration>',
    '<!-- all -->\r\n<CORSConfiguration>\r\n  <CORSRule> <!-- one -->\r\n    <!-- id\r\n  of it -->\r\n    <ID>a</ID> <!-- a -->\r\n\r\n    <MaxAgeSeconds>5</MaxAgeSeconds>\r\n  </CORSRule>\r\n</CORSConfiguration>\r\n'
  ],
  [
    'leaves an element in which text stands beside others',
    '<CORSRule>x<ID>a</ID></CORSRule>',
    '<CORSRule>x<ID>a</ID></CORSRule>\n'
  ],
  ['leaves what is not closed', '<CORSRule><ID>a</ID>', '<CORSRule><ID>a</ID>']
];

const jsonRows: TidyRow[] = [
  [
    'writes one value a line',
    '[{"AllowedMethods":["GET","PUT"],"Other":{},"MaxAgeSeconds" : 5}]',
    '[\n  {\n    "AllowedMethods": [\n      "GET",\n      "PUT"\n    ],\n    "Other": {},\n    "MaxAgeSeconds": 5\n  }\n]\n'
  ],
  [
    'keeps comments where they belong',
    '[ // all\n/* one */ {"ID": /* its */ "a", // a\n\n\n// methods\n"AllowedMethods": ["GET" /* read */, /* write */ "PUT",] } ]',
    '[ // all\n  /* one */ {\n    "ID": /* its */ "a", // a\n\n    // methods\n    "AllowedMethods": [\n      "GET" /* read */,\n      /* write */ "PUT",\n    ]\n  }\n]\n'
  ],
  [
    'keeps the ends of lines',
    '{"CORSRules":\r\n[{"ID":"a"}]}',
    '{\r\n  "CORSRules": [\r\n    {\r\n      "ID": "a"\r\n    }\r\n  ]\r\n}\r\n'
  ],
  ['leaves what is not closed', '[{"AllowedMethods":["GET"', '[{"AllowedMethods":["GET"']
];

const yamlRows: TidyRow[] = [
  [
    'indents by two',
    'Resources:\n    A:\n        # the rules\n        CorsConfiguration:\n            CorsRules:\n            -   Id: a # one\n                AllowedMethods: [GET,\n                  PUT]\n                # last\n            - AllowedOrigins:\n                - !Sub |\n                    https://${A}\n                - b.test\n    # end\n',
    'Resources:\n  A:\n    # the rules\n    CorsConfiguration:\n      CorsRules:\n        - Id: a # one\n          AllowedMethods: [GET,\n            PUT]\n          # last\n        - AllowedOrigins:\n            - !Sub |\n                https://${A}\n            - b.test\n  # end\n'
  ],
  [
    'leaves a text with tabs',
    'CorsConfiguration:\n\tCorsRules:\n    - Id: a\n',
    'CorsConfiguration:\n\tCorsRules:\n    - Id: a\n'
  ]
];

const hclRows: TidyRow[] = [
  [
    'indents by what is open, and puts signs under signs',
    'resource "aws_s3_bucket_cors_configuration"   "a"{\nbucket = "a"   \n      # one\n\tcors_rule {\n  id= "a" # a\nallowed_methods =["GET",\n"PUT"\n]\n  allowed_origins=   [var.a, "b"]\n     max_age_seconds  = 5\n}\n  }',
    'resource "aws_s3_bucket_cors_configuration" "a" {\n  bucket = "a"\n  # one\n  cors_rule {\n    id = "a" # a\n    allowed_methods = ["GET",\n      "PUT"\n    ]\n    allowed_origins = [var.a, "b"]\n    max_age_seconds = 5\n  }\n}\n'
  ],
  [
    'counts brackets of one line once, and leaves what goes on',
    'resource "cloudflare_r2_bucket_cors" "a" {\nrules = [{\nid = <<-A\n a\n  A\n/* b\n c */\n}]\n}\n',
    'resource "cloudflare_r2_bucket_cors" "a" {\n  rules = [{\n    id = <<-A\n a\n  A\n    /* b\n c */\n  }]\n}\n'
  ],
  ['leaves what is not closed', 'cors_rule {\nid = "a"\n', 'cors_rule {\nid = "a"\n']
];

describe.each([
  ['XML', xmlRows],
  ['JSON', jsonRows],
  ['YAML', yamlRows],
  ['Terraform', hclRows],
  ['a text of no known format', [['leaves it', '{"a":\n1}', '{"a":\n1}']]]
] satisfies [string, TidyRow[]][])('%s that is laid out', (_, rows) => {
  test.each(rows)('%s', (_, before, after) => {
    expect(tidied(before)).toBe(after);
    expect(tidied(after)).toBe(after);
  });
});

const value = fc.constantFrom(
  ...['*', 'https://a.test', 'GET', ' x ', 'a\nb', '漢', ''],
  ...['<&>', '"q"', "it's", '#x', '//y', '/*z', '${u}', '\\v', '!w', '{ [', '- a', 'a: b']
);
const values = fc.array(value, { maxLength: 3 });
const rule: fc.Arbitrary<PlainRule> = fc.record({
  id: fc.option(value),
  allowedOrigins: values,
  allowedMethods: values,
  allowedHeaders: values,
  exposeHeaders: values,
  maxAgeSeconds: fc.option(fc.nat().map(String))
});

/** Comments and blanks, put where a line ends. */
const clutter = fc.constantFrom('', '', ' ~ remark', '\n~ remark', '\n\n\n', '   ');
const MARKS = {
  xml: '<!-- ~ -->',
  json: '/* ~ */',
  yaml: '# ~',
  hcl: '# ~',
  headers: ''
} as const;

/** The text with other blanks before its lines; in YAML they must tell what stands in what. */
const indented = (text: string, syntax: Syntax, unit: number): string =>
  syntax === 'yaml'
    ? text.replace(/^( *)(- )?/gm, (_, blanks: string, dash?: string) => {
        const width = Math.max(2, unit);
        return ' '.repeat((blanks.length / 2) * width) + (dash ? dash.trim().padEnd(width) : '');
      })
    : text.replace(syntax === 'xml' ? /^ *(?=<)/gm : /^ *(?=.)/gm, ' '.repeat(unit));

describe.each(
  FORMATS.filter(({ syntax }) => syntax !== 'headers').map((format) => [format.id, format] as const)
)('%s', (_, format) => {
  const printed = fc
    .array(rule, { maxLength: 3 })
    .map((written) =>
      format.print({ rules: written.map((one) => ruleAt(one, 0)), responseVary: null })
    );

  test('what is printed is laid out already', () => {
    fc.assert(
      fc.property(printed, (text) => {
        expect(tidied(text)).toBe(text);
      }),
      { numRuns: 30 }
    );
  });

  test('is laid out as it was printed, however far its lines are in', () => {
    fc.assert(
      fc.property(printed, fc.nat(4), (text, unit) => {
        fc.pre(readRules(text).format !== null);
        expect(tidied(indented(text, format.syntax, unit))).toBe(text);
      }),
      { numRuns: 30 }
    );
  });

  test('says the same in any layout, keeps its remarks, and is laid out once', () => {
    const cluttered = fc
      .tuple(printed, fc.infiniteStream(clutter), fc.boolean(), fc.nat(4))
      .map(([text, stream, crlf, unit]) => {
        const put = () =>
          String(stream.next().value).replace(
            /~ remark/,
            MARKS[format.syntax].replace('~', 'remark')
          );
        const lines = text.trimEnd().split('\n');
        const loose = indented(lines.join('\n'), format.syntax, unit)
          .split('\n')
          .map((line) => line + put());
        return loose.join('\n').replaceAll('\n', crlf ? '\r\n' : '\n');
      });
    fc.assert(
      fc.property(cluttered, (text) => {
        const after = tidied(text);
        const [before, read] = [readRules(text), readRules(after)];
        const told = { text, after };
        expect({ ...told, rules: read.ruleSet.rules.map(plainRule) }).toEqual({
          ...told,
          rules: before.ruleSet.rules.map(plainRule)
        });
        expect({ ...told, codes: read.problems.map(({ code }) => code) }).toEqual({
          ...told,
          codes: before.problems.map(({ code }) => code)
        });
        expect(after.replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''));
        expect({ ...told, again: tidied(after) }).toEqual({ ...told, again: after });
      }),
      { numRuns: 60 }
    );
  });
});
