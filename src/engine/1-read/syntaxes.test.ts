import { expect, test } from 'vitest';
import { commentsIn } from './syntaxes.ts';
import { readRules } from './read-rules.ts';

test.each<[name: string, text: string, comments: string[]]>([
  [
    'XML',
    '<!-- a --><CORSConfiguration><CORSRule><!-- b\n --><AllowedMethod>GET<!--c--></AllowedMethod></CORSRule></CORSConfiguration>',
    ['<!-- a -->', '<!-- b\n -->', '<!--c-->']
  ],
  [
    'XML whose value looks like one',
    '<CORSConfiguration><CORSRule><ID><![CDATA[<!-- no -->]]></ID></CORSRule></CORSConfiguration>',
    []
  ],
  [
    'JSON',
    '\ufeff[ // a\n {"AllowedOrigins": ["https://a.test" /* b */], "AllowedMethods": ["GET"]} // c\n]',
    ['// a', '/* b */', '// c']
  ],
  ['JSON whose value looks like one', '[{"AllowedOrigins": ["/* no */", "# no"]}]', []],
  [
    'YAML',
    '# a\nCorsConfiguration:\n  CorsRules: # b\n    - AllowedOrigins: [x#y, "# no"] # c\n      # d\n      AllowedMethods:\n        - GET\n# e\n',
    ['# a', '# b', '# c', '# d', '# e']
  ],
  [
    'Terraform',
    '# a\nresource "aws_s3_bucket_cors_configuration" "b" {\n  // c\n  cors_rule {\n    allowed_origins = ["https://a.test#no", /* d */ "//no"]\n    allowed_methods = ["GET"] # e\n  }\n}\n',
    ['# a', '// c', '/* d */', '# e']
  ],
  ['headers', 'x-container-meta-access-control-allow-origin: https://a.test # no\n', []]
])('%s', (_, text, comments) => {
  const { syntax } = readRules(text);
  expect(commentsIn(text, syntax).map(({ from, to }) => text.slice(from, to))).toEqual(comments);
});

test('nothing is a comment in a text of no known grammar', () => {
  expect(commentsIn('# a', null)).toEqual([]);
});
