import { describe, expect, test } from 'vitest';
import { placeOf } from '../model.ts';
import { readRules, RULE_LIMIT, STORE_LIMIT, TEXT_LIMIT } from './read-rules.ts';
import { PROBLEMS } from './problem.ts';
import { templateRows } from './problems-of-templates.testdata.ts';
import { DEPTH_LIMIT, PROBLEM_LIMIT } from './report.ts';

const lines = (...rows: string[]) => rows.join('\n');
const xml = (inside: string) =>
  `<CORSConfiguration><CORSRule>${inside}</CORSRule></CORSConfiguration>`;
const origin = '<AllowedOrigin>https://a.test</AllowedOrigin>';
const longComment = `<!--${'x'.repeat(STORE_LIMIT)}-->`;
const manyRules = '<CORSRule></CORSRule>'.repeat(RULE_LIMIT + 1);
const deep = (open: string) => open.repeat(DEPTH_LIMIT + 1);

/** Each row: what it shows, the text, and every problem as `line:column code "the text at its span"`. */
const rows: [string, string, string[]][] = [
  // the whole text
  ['a word', 'hello', ['1:1 format-unknown "hello"']],
  [
    'JavaScript around the rules',
    'cos.putBucketCors({})',
    ['1:1 format-unknown "cos.putBucketCors({})"']
  ],
  ['XML without rules', '<Foo><Bar/></Foo>', ['1:1 rules-not-found "<Foo><Bar/></Foo>"']],
  ['JSON without rules', '\n{"a": 1}', ['2:1 rules-not-found "{\\"a\\": 1}"']],
  ['a list of numbers', '[1]', ['1:1 rules-not-found "[1]"']],
  [
    'more than a store takes',
    `${xml(origin)}\n${longComment}`,
    [`1:1 text-too-long ${JSON.stringify(xml(origin))}`]
  ],
  ['more than is read', ' '.repeat(TEXT_LIMIT) + '<', [`1:${TEXT_LIMIT + 1} text-not-read "<"`]],
  [
    'too many rules',
    `<CORSConfiguration>${manyRules}</CORSConfiguration>`,
    [`1:${20 + 21 * RULE_LIMIT} rules-too-many "<CORSRule></CORSRule>"`]
  ],
  ['lists too deep', deep('['), [`1:${DEPTH_LIMIT + 1} nesting-too-deep "["`]],
  [
    'elements too deep',
    Array.from({ length: DEPTH_LIMIT + 1 }, (_, at) => `<e${at}>`).join(''),
    [`1:312 nesting-too-deep "e${DEPTH_LIMIT}"`]
  ],
  // names and places
  ['another root', `<Foo><CORSRule>${origin}</CORSRule></Foo>`, ['1:2 root-unknown "Foo"']],
  ['a root in other letters', '<CorsConfiguration/>', ['1:2 root-unknown "CorsConfiguration"']],
  ['a rule without its root', `<CORSRule>${origin}</CORSRule>`, ['1:2 root-missing "CORSRule"']],
  [
    'two roots',
    '<CORSConfiguration/>\n<CORSConfiguration/>',
    ['2:2 root-repeated "CORSConfiguration"']
  ],
  [
    'names that are nearly right',
    lines(
      '<CORSConfiguration>',
      '  <CORSRule>',
      '    <AllowedOrigins>*</AllowedOrigins>',
      '    <allowedmethod>GET</allowedmethod>',
      '    <ExposeHeaders>ETag</ExposeHeaders>',
      '    <MaxAge>1</MaxAge>',
      '  </CORSRule>',
      '  <CorsRule/>',
      '</CORSConfiguration>'
    ),
    [
      '3:6 name-misspelt "AllowedOrigins" -> AllowedOrigin',
      '4:6 name-misspelt "allowedmethod" -> AllowedMethod',
      '5:6 name-misspelt "ExposeHeaders" -> ExposeHeader',
      '6:6 name-misspelt "MaxAge" -> MaxAgeSeconds',
      '8:4 name-misspelt "CorsRule" -> CORSRule'
    ]
  ],
  [
    'keys that are nearly right',
    lines('{"CORSRules": [{', '  "AllowedOrigins": ["*"],', '  "ExposedHeaders": ["ETag"]', '}]}'),
    ['3:4 name-misspelt "ExposedHeaders" -> ExposeHeaders']
  ],
  [
    'a key for the rules that is nearly right',
    '{"CorsRules": [{"AllowedOrigins": ["*"]}]}',
    ['1:3 name-misspelt "CorsRules" -> CORSRules']
  ],
  ['a name of nothing', xml('<Foo>1</Foo>'), ['1:31 name-unknown "Foo"']],
  ['a rule that stands in no list', '{"AllowedOrigins": ["*"]}', ['1:1 list-missing "{"']],
  ['the same of Cloud Storage', '{"origin": ["*"], "method": ["GET"]}', ['1:1 list-missing "{"']],
  [
    'security rules of Firebase',
    "rules_version = '2';\nservice firebase.storage {}",
    [`1:1 firebase-rules "rules_version = '2';"`]
  ],
  [
    'an access policy',
    '{"Statement": [{"Effect": "Allow"}]}',
    ['1:1 access-policy "{\\"Statement\\": [{\\"Effect\\": \\"Allow\\"}]}"']
  ],
  [
    'lifecycle rules',
    '<LifecycleConfiguration/>',
    ['1:1 lifecycle-rules "<LifecycleConfiguration/>"']
  ],
  ['quotes of a word processor', '[{“AllowedOrigins”: [“*”]}]', ['1:3 text-signs "“"']],
  ['signs of an input method', '[{"AllowedOrigins"：["*"]}]', ['1:19 text-signs "："']],
  [
    'the source of a page',
    '[{&quot;AllowedOrigins&quot;: [&quot;*&quot;]}]',
    ['1:3 text-entities "&quot;"']
  ],
  [
    'the source of a Markdown text',
    '\\[{"AllowedOrigins": \\["\\*"]}]',
    ['1:1 text-escapes "\\\\"']
  ],
  ['a key of nothing', '[{"AllowedOrigins": [], "Foo": 1}]', ['1:26 name-unknown "Foo"']],
  ['an empty key', '[{"AllowedOrigins": [], "": 1}]', ['1:25 name-unknown "\\"\\""']],
  ['a key that is being typed', '[{"Allowed": }]', ['1:3 json-value-missing "\\"Allowed\\""']],
  [
    'a value outside its rule',
    `<CORSConfiguration>${origin}</CORSConfiguration>`,
    ['1:21 element-misplaced "AllowedOrigin"']
  ],
  [
    'ResponseVary inside a rule',
    xml('<ResponseVary>true</ResponseVary>'),
    ['1:31 element-misplaced "ResponseVary"']
  ],
  [
    'two ages',
    xml('<MaxAgeSeconds>1</MaxAgeSeconds><MaxAgeSeconds>2</MaxAgeSeconds>'),
    ['1:63 element-repeated "MaxAgeSeconds"']
  ],
  [
    'one key twice',
    '[{"AllowedOrigins": ["a"], "AllowedOrigins": ["b"]}]',
    ['1:4 key-repeated "AllowedOrigins"']
  ],
  [
    'both spellings of one field',
    '{"CORSRules": [{"AllowedOrigin": "a", "AllowedOrigins": ["b"]}]}',
    ['1:18 key-superseded "AllowedOrigin"']
  ],
  // values
  [
    'values of the wrong type',
    lines(
      '{"CORSRules": [',
      '  {"AllowedOrigins": ["*", {}], "AllowedMethods": null},',
      '  "GET"',
      ']}'
    ),
    ['2:28 value-type "{}"', '2:51 value-type "null"', '3:3 value-type "\\"GET\\""']
  ],
  ['rules that are a text', '{"CORSRules": "x"}', ['1:15 value-type "\\"x\\""']],
  [
    'a number and a boolean for a text',
    '[{"AllowedOrigins": [1, true], "ID": 7}]',
    ['1:22 value-not-quoted "1"', '1:25 value-not-quoted "true"', '1:38 value-not-quoted "7"']
  ],
  [
    'a text for a number',
    '[{"AllowedOrigins": [], "MaxAgeSeconds": "5"}]',
    ['1:42 number-quoted "\\"5\\""']
  ],
  // XML that is not well-formed
  [
    'a field that is not closed in the middle of rule 2',
    lines(
      '<CORSConfiguration>',
      '  <CORSRule>',
      '    <AllowedOrigin>https://a.test</AllowedOrigin>',
      '  </CORSRule>',
      '  <CORSRule>',
      '    <AllowedOrigin>https://b.test',
      '    <AllowedMethod>PUT</AllowedMethod>',
      '  </CORSRule>',
      '</CORSConfiguration>'
    ),
    ['6:6 xml-unclosed "AllowedOrigin"']
  ],
  [
    'a rule that is not closed',
    `<CORSConfiguration><CORSRule>${origin}\n<CORSRule>${origin}</CORSRule></CORSConfiguration>`,
    ['1:21 xml-unclosed "CORSRule"']
  ],
  [
    'a text that breaks off',
    `<CORSConfiguration>\n<CORSRule>\n${origin}\n<AllowedMethod>GE`,
    [
      '1:2 xml-unclosed "CORSConfiguration"',
      '2:2 xml-unclosed "CORSRule"',
      '4:2 xml-unclosed "AllowedMethod"'
    ]
  ],
  [
    'a tag without its end',
    xml(`<AllowedOrigin https://a.test</AllowedOrigin>`),
    ['1:30 xml-tag-unfinished "<AllowedOrigin https://a.test"']
  ],
  ['a close tag without its end', xml('<ID>a</ID'), ['1:35 xml-tag-unfinished "</ID"']],
  [
    'a field closed by another name',
    xml('<AllowedOrigin>a</AllowedMethod>'),
    ['1:46 xml-close-mismatched "</AllowedMethod>"']
  ],
  [
    'a rule closed in other letters',
    `<CORSConfiguration><CORSRule>${origin}</CorsRule></CORSConfiguration>`,
    ['1:75 xml-close-mismatched "</CorsRule>"']
  ],
  [
    'a close tag too many',
    xml(`${origin}</AllowedOrigin>`),
    ['1:75 xml-close-stray "</AllowedOrigin>"']
  ],
  [
    'a close tag at the end',
    `${xml('')}</CORSConfiguration>`,
    ['1:61 xml-close-stray "</CORSConfiguration>"']
  ],
  ['a close tag without a name', xml('<ID>a</ ID>'), ['1:35 xml-close-unnamed "</ ID>"']],
  [
    'an attribute without quotes',
    '<CORSConfiguration xmlns=a/>',
    ['1:20 xml-attribute-invalid "xmlns=a"']
  ],
  ['words after a name', xml('<ID>a</ID b>'), ['1:40 xml-attribute-invalid "b"']],
  [
    'an attribute twice',
    '<CORSConfiguration a="1" a="2"/>',
    ['1:25 xml-attribute-repeated " a=\\"2\\""']
  ],
  ['text in a rule', xml(`\n  GET\n${origin}`), ['2:3 xml-text-stray "GET"']],
  ['text after the root', `${xml('')}\ntail\n`, ['2:1 xml-text-outside "tail"']],
  [
    'a bare ampersand',
    xml('<ID>a&b & c&</ID>'),
    ['1:35 xml-ampersand "&"', '1:38 xml-ampersand "&"', '1:41 xml-ampersand "&"']
  ],
  ['a bare less-than sign', xml('<ID>a < b</ID>'), ['1:36 xml-less-than "<"']],
  ['the end of CDATA in a text', xml('<ID>a]]>b</ID>'), ['1:35 xml-cdata-end "]]>"']],
  ['an entity of HTML', xml('<ID>a&nbsp;b</ID>'), ['1:35 xml-entity-unknown "&nbsp;"']],
  [
    'a character that is none',
    xml('<ID>&#0;\u0001</ID>'),
    ['1:34 xml-character "&#0;"', '1:38 xml-character "\\u0001"']
  ],
  ['a comment without its end', `${xml('')}\n<!-- tail`, ['2:1 xml-section-unclosed "<!--"']],
  [
    'a declaration without its end',
    `<?xml version="1.0">\n${xml('')}`,
    ['1:1 xml-section-unclosed "<?xml"']
  ],
  ['dashes in a comment', `<!-- a -- b -->${xml('')}`, ['1:8 xml-comment-dashes "--"']],
  [
    'a document type that blows up',
    lines(
      '<!DOCTYPE bomb [',
      '  <!ENTITY a "ha">',
      '  <!ENTITY b "&a;&a;&a;&a;">',
      ']>',
      xml('<ID>&b;</ID>')
    ),
    [
      '1:1 xml-doctype "<!DOCTYPE bomb [\\n  <!ENTITY a \\"ha\\">\\n  <!ENTITY b \\"&a;&a;&a;&a;\\">\\n]>"',
      '5:34 xml-entity-unknown "&b;"'
    ]
  ],
  ['an instruction', `<?php echo ?>${xml('')}`, ['1:1 xml-instruction "<?php"']],
  [
    'a declaration after an empty line',
    `\n<?xml version="1.0"?>${xml('')}`,
    ['2:1 xml-declaration-late "<?xml"']
  ],
  [
    'nothing but mistakes',
    xml(`<ID>${'&'.repeat(PROBLEM_LIMIT + 50)}</ID>`),
    [
      ...Array.from({ length: PROBLEM_LIMIT }, (_, at) => `1:${34 + at} xml-ampersand "&"`),
      `1:${34 + PROBLEM_LIMIT} problems-too-many "&"`
    ]
  ],
  [
    'a declaration without a version',
    `<?xml encoding="UTF-8"?>${xml('')}`,
    ['1:1 xml-declaration-invalid "<?xml encoding=\\"UTF-8\\"?>"']
  ],
  // header lines
  ['a line without a colon', 'X-A: b\nhello', ['2:1 header-colon-missing "hello"']],
  // JSON that is not well-formed
  [
    'a list without its end',
    lines('[{', '  "AllowedMethods": ["GET", "PUT",', '  "AllowedHeaders": ["*"]', '}]'),
    ['2:21 json-unclosed "["']
  ],
  [
    'a rule without its end',
    '[{"AllowedOrigins": ["a"], {"AllowedOrigins": ["b"]}]',
    ['1:2 json-unclosed "{"']
  ],
  [
    'a text that breaks off',
    lines('{"CORSRules": [', '  {"AllowedOrigins": ["https://a.t'),
    [
      '1:1 json-unclosed "{"',
      '1:15 json-unclosed "["',
      '2:3 json-unclosed "{"',
      '2:22 json-unclosed "["',
      '2:23 json-string-unclosed "\\"https://a.t"'
    ]
  ],
  ['a bracket too many', '[{"AllowedOrigins": []}}]', ['1:24 json-close-stray "}"']],
  [
    'no comma between values',
    '[{"AllowedMethods": ["GET" "PUT"], "AllowedOrigins": []}]',
    ['1:28 json-comma-missing "\\"PUT\\""']
  ],
  [
    'no comma between keys',
    lines('[{', '  "AllowedMethods": []', '  "AllowedOrigins": []', '}]'),
    ['3:3 json-comma-missing "\\"AllowedOrigins\\""']
  ],
  [
    'a rule that does not say all that Azure wants',
    '[{"allowedOrigins": [], "allowedMethods": [], "allowedHeaders": [], "maxAgeInSeconds": 5}]',
    [
      '1:2 field-missing "{\\"allowedOrigins\\": [], \\"allowedMethods\\": [], \\"allowedHeaders\\": [], \\"maxAgeInSeconds\\": 5}"'
    ]
  ],
  [
    "another service's rule",
    '[{"service": "queue"}]',
    ['1:2 rule-elsewhere "{\\"service\\": \\"queue\\"}"']
  ],
  ['no colon', '[{"AllowedMethods" ["GET"]}]', ['1:3 json-colon-missing "\\"AllowedMethods\\""']],
  ['no value', '[{"AllowedMethods": }]', ['1:3 json-value-missing "\\"AllowedMethods\\""']],
  ['two commas', '[{"AllowedMethods": ["GET",, "PUT"]}]', ['1:28 json-value-missing ","']],
  [
    'a variable for a value',
    '[{"AllowedMethods": [process.env.X]}]',
    ['1:22 json-token-unexpected "process.env.X"']
  ],
  ['a bracket for a key', '[{"AllowedMethods": [], ["GET"]}]', ['1:25 json-token-unexpected "["']],
  [
    'no closing quote',
    lines('[{"AllowedMethods": ["GET],', '"AllowedOrigins": ["a"]}]'),
    ['1:22 json-string-unclosed "\\"GET"']
  ],
  [
    'an escape that is none',
    '[{"AllowedMethods": ["G\\ET"]}]',
    ['1:22 json-string-invalid "\\"G\\\\ET\\""']
  ],
  [
    'a number with a unit',
    '[{"AllowedMethods": [], "MaxAgeSeconds": 600s}]',
    ['1:42 json-number-invalid "600s"']
  ],
  ['a comment without its end', '[] /* x', ['1:4 json-comment-unclosed "/*"']],
  ['two values', '[] []', ['1:4 json-after-end "["']],
  [
    'comments',
    lines('[ // a', '  {"AllowedMethods": /* b */ []}', ']'),
    ['1:3 json-comment "// a"', '2:22 json-comment "/* b */"']
  ],
  [
    'trailing commas',
    '[{"AllowedMethods": ["GET",],},]',
    ['1:27 json-trailing-comma ","', '1:29 json-trailing-comma ","', '1:31 json-trailing-comma ","']
  ],
  [
    'single quotes, said once',
    `[{'AllowedMethods': ['GET', "it's"]}]`,
    [`1:3 json-single-quotes "'AllowedMethods'"`]
  ],
  [
    'bare keys, said once',
    '[{AllowedMethods: [], ID: "x"}]',
    ['1:3 json-key-unquoted "AllowedMethods"']
  ],
  [
    'Python',
    '[{"AllowedMethods": [], "ID": None}]',
    ['1:31 json-python-literal "None"', '1:31 value-type "None"']
  ],
  ...templateRows
];

function told(text: string): string[] {
  return readRules(text).problems.map((problem) => {
    const { line, column } = placeOf(text, problem.span.from);
    const at = JSON.stringify(text.slice(problem.span.from, problem.span.to));
    const meant = problem.code === 'name-misspelt' ? ` -> ${problem.args.known}` : '';
    return `${line}:${column} ${problem.code} ${at}${meant}`;
  });
}

describe('problems and their places', () => {
  test.each(rows)('%s', (_, text, problems) => {
    expect(told(text)).toEqual(problems);
  });

  test('every code has a row', () => {
    const shown = new Set(
      rows.flatMap(([, text]) => readRules(text).problems.map(({ code }) => code))
    );
    expect(
      Object.keys(PROBLEMS).filter((code) => !shown.has(code as keyof typeof PROBLEMS))
    ).toEqual([]);
  });

  test('a text is complete exactly where no problem loses anything', () => {
    for (const [, text] of rows) {
      const { complete, problems } = readRules(text);
      expect([text, complete]).toEqual([text, !problems.some(({ code }) => PROBLEMS[code].loses)]);
    }
  });

  test('what JavaScript takes is an error in strict JSON and a warning in code', () => {
    const levels = (text: string) => readRules(text).problems.map(({ level }) => level);
    expect(levels(`{"CORSRules": [{"AllowedOrigins": ['*']}]}`)).toEqual(['error']);
    expect(levels(`{"CORSRules": [{"AllowedOrigin": ['*']}]}`)).toEqual(['warning']);
  });
});
