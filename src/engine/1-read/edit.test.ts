import { describe, expect, test } from 'vitest';
import type { Change, ListField, PlainRule, SingleField } from '../model.ts';
import { changeText } from './change-text.ts';
import { readRules } from './read-rules.ts';

const add = (value: string, field: ListField = 'allowedMethods', rule = 0): Change => ({
  kind: 'add-value',
  rule,
  field,
  value
});
const replace = (index: number, value: string, field: ListField = 'allowedMethods'): Change => ({
  kind: 'replace-value',
  rule: 0,
  field,
  index,
  value
});
const NEW: PlainRule = {
  id: null,
  allowedOrigins: ['https://n.test'],
  allowedMethods: ['GET', 'PUT'],
  allowedHeaders: [],
  exposeHeaders: [],
  maxAgeSeconds: '600'
};
const insert = (at: number): Change => ({ kind: 'insert-rule', at, rule: NEW });

const remove = (index: number, field: ListField = 'allowedMethods', rule = 0): Change => ({
  kind: 'remove-value',
  rule,
  field,
  index,
  value: ''
});
const set = (field: SingleField, value: string | null, rule = 0): Change => ({
  kind: 'set-value',
  rule,
  field,
  value
});
const removeRule = (rule: number): Change => ({ kind: 'remove-rule', rule });
const move = (rule: number, to: number): Change => ({ kind: 'move-rule', rule, to });
const vary = (value: boolean | null): Change => ({ kind: 'set-response-vary', value });

/** A text as a table row has it: `|` begins each of its lines. */
const block = (text: string) => text.trim().replace(/^ *\|/gm, '');

type EditRow = [name: string, before: string, change: Change, after: string];

const xmlRows: EditRow[] = [
  [
    'behind the last value of the field',
    block(`
      |<CORSConfiguration>
      |\t<CORSRule>
      |\t\t<AllowedMethod>GET</AllowedMethod>
      |\t\t<AllowedOrigin>*</AllowedOrigin>
      |\t</CORSRule>
      |</CORSConfiguration>`),
    add('A&B'),
    block(`
      |<CORSConfiguration>
      |\t<CORSRule>
      |\t\t<AllowedMethod>GET</AllowedMethod>
      |\t\t<AllowedMethod>A&amp;B</AllowedMethod>
      |\t\t<AllowedOrigin>*</AllowedOrigin>
      |\t</CORSRule>
      |</CORSConfiguration>`)
  ],
  [
    'behind the field before',
    block(`
      |<CORSConfiguration>
      |  <CORSRule>
      |    <ID>a</ID> <!-- first -->
      |    <MaxAgeSeconds>5</MaxAgeSeconds>
      |  </CORSRule>
      |</CORSConfiguration>`),
    add('*', 'allowedOrigins'),
    block(`
      |<CORSConfiguration>
      |  <CORSRule>
      |    <ID>a</ID> <!-- first -->
      |    <AllowedOrigin>*</AllowedOrigin>
      |    <MaxAgeSeconds>5</MaxAgeSeconds>
      |  </CORSRule>
      |</CORSConfiguration>`)
  ],
  [
    'at the end of the rule where no field comes before',
    '<CORSConfiguration>\r\n <CORSRule>\r\n  <MaxAgeSeconds>5</MaxAgeSeconds>\r\n </CORSRule>\r\n</CORSConfiguration>\r\n',
    add('*', 'allowedOrigins'),
    '<CORSConfiguration>\r\n <CORSRule>\r\n  <MaxAgeSeconds>5</MaxAgeSeconds>\r\n  <AllowedOrigin>*</AllowedOrigin>\r\n </CORSRule>\r\n</CORSConfiguration>\r\n'
  ],
  [
    'on one line',
    '<CORSConfiguration><CORSRule><AllowedMethod>GET</AllowedMethod></CORSRule></CORSConfiguration>',
    add('PUT'),
    '<CORSConfiguration><CORSRule><AllowedMethod>GET</AllowedMethod><AllowedMethod>PUT</AllowedMethod></CORSRule></CORSConfiguration>'
  ],
  [
    'into a rule that closes itself',
    '<CORSConfiguration>\n  <CORSRule/>\n</CORSConfiguration>',
    add('PUT'),
    '<CORSConfiguration>\n  <CORSRule>\n    <AllowedMethod>PUT</AllowedMethod>\n  </CORSRule>\n</CORSConfiguration>'
  ],
  [
    'into an empty rule on one line',
    '<CORSConfiguration><CORSRule></CORSRule></CORSConfiguration>',
    add('PUT'),
    '<CORSConfiguration><CORSRule><AllowedMethod>PUT</AllowedMethod></CORSRule></CORSConfiguration>'
  ],
  [
    'with the namespace prefix of its rule',
    '<s:CORSConfiguration><s:CORSRule><s:ID>a</s:ID></s:CORSRule></s:CORSConfiguration>',
    add('PUT'),
    '<s:CORSConfiguration><s:CORSRule><s:ID>a</s:ID><s:AllowedMethod>PUT</s:AllowedMethod></s:CORSRule></s:CORSConfiguration>'
  ],
  [
    'in place of a value',
    '<CORSRule><AllowedMethod>GET</AllowedMethod><AllowedMethod> p<!-- u -->t </AllowedMethod></CORSRule>',
    replace(1, 'PUT'),
    '<CORSRule><AllowedMethod>GET</AllowedMethod><AllowedMethod>PUT</AllowedMethod></CORSRule>'
  ],
  [
    'in place of an element that closes itself',
    '<CORSRule><AllowedMethod /></CORSRule>',
    replace(0, 'PUT'),
    '<CORSRule><AllowedMethod >PUT</AllowedMethod></CORSRule>'
  ],
  [
    'a rule before the first',
    block(`
      |<CORSConfiguration>
      |  <!-- rules -->
      |  <CORSRule>
      |      <ID>a</ID>
      |  </CORSRule>
      |</CORSConfiguration>`),
    insert(0),
    block(`
      |<CORSConfiguration>
      |  <!-- rules -->
      |  <CORSRule>
      |      <AllowedOrigin>https://n.test</AllowedOrigin>
      |      <AllowedMethod>GET</AllowedMethod>
      |      <AllowedMethod>PUT</AllowedMethod>
      |      <MaxAgeSeconds>600</MaxAgeSeconds>
      |  </CORSRule>
      |  <CORSRule>
      |      <ID>a</ID>
      |  </CORSRule>
      |</CORSConfiguration>`)
  ],
  [
    'a rule behind the last',
    '<CORSConfiguration><CORSRule><ID>a</ID></CORSRule><ResponseVary>true</ResponseVary></CORSConfiguration>',
    insert(1),
    '<CORSConfiguration><CORSRule><ID>a</ID></CORSRule><CORSRule><AllowedOrigin>https://n.test</AllowedOrigin><AllowedMethod>GET</AllowedMethod><AllowedMethod>PUT</AllowedMethod><MaxAgeSeconds>600</MaxAgeSeconds></CORSRule><ResponseVary>true</ResponseVary></CORSConfiguration>'
  ],
  [
    'a rule into a root that closes itself',
    '<CORSConfiguration/>',
    insert(0),
    '<CORSConfiguration><CORSRule><AllowedOrigin>https://n.test</AllowedOrigin><AllowedMethod>GET</AllowedMethod><AllowedMethod>PUT</AllowedMethod><MaxAgeSeconds>600</MaxAgeSeconds></CORSRule></CORSConfiguration>'
  ],
  [
    'a rule into an empty root',
    '<CORSConfiguration xmlns="x">\n</CORSConfiguration>\n',
    insert(0),
    block(`
      |<CORSConfiguration xmlns="x">
      |  <CORSRule>
      |    <AllowedOrigin>https://n.test</AllowedOrigin>
      |    <AllowedMethod>GET</AllowedMethod>
      |    <AllowedMethod>PUT</AllowedMethod>
      |    <MaxAgeSeconds>600</MaxAgeSeconds>
      |  </CORSRule>
      |</CORSConfiguration>
      |`)
  ],
  [
    'a rule into an empty text',
    '\n',
    insert(0),
    block(`
      |
      |<CORSConfiguration>
      |  <CORSRule>
      |    <AllowedOrigin>https://n.test</AllowedOrigin>
      |    <AllowedMethod>GET</AllowedMethod>
      |    <AllowedMethod>PUT</AllowedMethod>
      |    <MaxAgeSeconds>600</MaxAgeSeconds>
      |  </CORSRule>
      |</CORSConfiguration>
      |`)
  ],
  [
    'a rule beside one without a root',
    '<CORSRule>\n  <ID>a</ID>\n</CORSRule>',
    insert(1),
    block(`
      |<CORSRule>
      |  <ID>a</ID>
      |</CORSRule>
      |<CORSRule>
      |  <AllowedOrigin>https://n.test</AllowedOrigin>
      |  <AllowedMethod>GET</AllowedMethod>
      |  <AllowedMethod>PUT</AllowedMethod>
      |  <MaxAgeSeconds>600</MaxAgeSeconds>
      |</CORSRule>`)
  ]
];

const jsonRows: EditRow[] = [
  [
    'to a list on one line',
    '[{"AllowedMethods": ["GET", "HEAD"]}]',
    add('PUT'),
    '[{"AllowedMethods": ["GET", "HEAD", "PUT"]}]'
  ],
  [
    'to a list without blanks',
    '[{"AllowedMethods":["GET"]}]',
    add('"'),
    '[{"AllowedMethods":["GET","\\""]}]'
  ],
  [
    'to a list on many lines',
    '[\n    {\n        "AllowedMethods": [\n            "GET"\n        ]\n    }\n]\n',
    add('PUT'),
    '[\n    {\n        "AllowedMethods": [\n            "GET",\n            "PUT"\n        ]\n    }\n]\n'
  ],
  [
    'to a list with a trailing comma',
    '[{"AllowedMethods": ["GET",]}]',
    add('PUT'),
    '[{"AllowedMethods": ["GET", "PUT",]}]'
  ],
  ['to an empty list', '[{"AllowedMethods": []}]', add('PUT'), '[{"AllowedMethods": ["PUT"]}]'],
  [
    'to a lone string',
    '{"CORSRules": [{"AllowedMethod": "GET"}]}',
    add('PUT'),
    '{"CORSRules": [{"AllowedMethod": ["GET", "PUT"]}]}'
  ],
  [
    'a new key on one line',
    '[{"AllowedOrigins": ["*"], "MaxAgeSeconds": 5}]',
    add('PUT'),
    '[{"AllowedOrigins": ["*"], "AllowedMethods": ["PUT"], "MaxAgeSeconds": 5}]'
  ],
  [
    'a new key before all others',
    '[{ "MaxAgeSeconds": 5, "ExposeHeaders": [] }]',
    add('PUT'),
    '[{ "AllowedMethods": ["PUT"], "MaxAgeSeconds": 5, "ExposeHeaders": [] }]'
  ],
  [
    'a new key as its neighbours are laid out',
    '[\r\n\t{\r\n\t\t"AllowedOrigins": [\r\n\t\t\t"*"\r\n\t\t],\r\n\t\t"MaxAgeSeconds": 5\r\n\t}\r\n]',
    add('PUT'),
    '[\r\n\t{\r\n\t\t"AllowedOrigins": [\r\n\t\t\t"*"\r\n\t\t],\r\n\t\t"AllowedMethods": [\r\n\t\t\t"PUT"\r\n\t\t],\r\n\t\t"MaxAgeSeconds": 5\r\n\t}\r\n]'
  ],
  [
    'a new key in singular spelling',
    '{"CORSRules": [{"AllowedOrigin": "*"}]}',
    add('PUT'),
    '{"CORSRules": [{"AllowedOrigin": "*", "AllowedMethod": ["PUT"]}]}'
  ],
  [
    'a new key in plural spelling',
    '{"CORSRules": [{"AllowedOrigins": "*"}]}',
    add('PUT'),
    '{"CORSRules": [{"AllowedOrigins": "*", "AllowedMethods": ["PUT"]}]}'
  ],
  [
    'a new key in the spelling of another rule',
    '[{"AllowedOrigin": "*"}, {}]',
    add('PUT', 'allowedMethods', 1),
    '[{"AllowedOrigin": "*"}, {"AllowedMethod": ["PUT"]}]'
  ],
  [
    'for Python',
    '{"CORSRule":[{"AllowedOrigin":["*"]}]}',
    add('PUT'),
    '{"CORSRule":[{"AllowedOrigin":["*"],"AllowedMethod":["PUT"]}]}'
  ],
  [
    'in place of a value',
    '[{"AllowedMethods": ["G\\u0045T", "PUT"]}]',
    replace(0, 'HEAD'),
    '[{"AllowedMethods": ["HEAD", "PUT"]}]'
  ],
  [
    'in place of a lone string',
    "{CORSRules: [{AllowedMethod: 'GET'}]}",
    replace(0, "it's"),
    '{CORSRules: [{AllowedMethod: "it\'s"}]}'
  ],
  [
    'in place of a number',
    '[{"AllowedMethods": [null, 5]}]',
    replace(0, 'GET'),
    '[{"AllowedMethods": [null, "GET"]}]'
  ],
  [
    'a rule before the first',
    '[\n  {\n    "AllowedMethods": ["GET"]\n  }\n]\n',
    insert(0),
    '[\n  {\n    "AllowedOrigins": ["https://n.test"],\n    "AllowedMethods": ["GET", "PUT"],\n    "MaxAgeSeconds": 600\n  },\n  {\n    "AllowedMethods": ["GET"]\n  }\n]\n'
  ],
  [
    'a rule behind the last, brace to brace',
    '[{\n  "AllowedMethods": ["GET"]\n}]',
    insert(1),
    '[{\n  "AllowedMethods": ["GET"]\n}, {\n  "AllowedOrigins": ["https://n.test"],\n  "AllowedMethods": ["GET", "PUT"],\n  "MaxAgeSeconds": 600\n}]'
  ],
  [
    'a rule on one line',
    '{"CORSRules":[{"AllowedMethods":[]}]}',
    insert(1),
    '{"CORSRules":[{"AllowedMethods":[]},{"AllowedOrigins":["https://n.test"],"AllowedMethods":["GET","PUT"],"MaxAgeSeconds":600}]}'
  ],
  [
    'a rule into an empty list',
    '[]',
    insert(0),
    '[{"AllowedOrigins": ["https://n.test"], "AllowedMethods": ["GET", "PUT"], "MaxAgeSeconds": 600}]'
  ],
  [
    'a rule into an empty list on lines of its own',
    '{\n  "CORSRules": []\n}\n',
    insert(0),
    '{\n  "CORSRules": [\n    {\n      "AllowedOrigins": [\n        "https://n.test"\n      ],\n      "AllowedMethods": [\n        "GET",\n        "PUT"\n      ],\n      "MaxAgeSeconds": 600\n    }\n  ]\n}\n'
  ],
  [
    'a rule beside a lone one',
    '{"CORSRules": {"AllowedMethods": []}}',
    insert(1),
    '{"CORSRules": [{"AllowedMethods": []}, {"AllowedOrigins": ["https://n.test"], "AllowedMethods": ["GET", "PUT"], "MaxAgeSeconds": 600}]}'
  ],
  [
    'a rule before a lone one',
    '{"AllowedMethods": []}',
    insert(0),
    '[{"AllowedOrigins": ["https://n.test"], "AllowedMethods": ["GET", "PUT"], "MaxAgeSeconds": 600}, {"AllowedMethods": []}]'
  ]
];

/** What stands in a root, between its tags on lines of their own. */
const root = (text: string, lineEnd = '\n') =>
  [
    '<CORSConfiguration>',
    ...text
      .trim()
      .split('\n')
      .map((line) => line.trim().slice(1)),
    '</CORSConfiguration>'
  ].join(lineEnd);

const xmlTakenRows: EditRow[] = [
  [
    'a value with its line',
    root(
      `
      |\t<CORSRule>
      |\t\t<AllowedMethod>GET</AllowedMethod>
      |\t\t<!-- both -->
      |\t\t<AllowedMethod>PUT</AllowedMethod>
      |\t</CORSRule>`,
      '\r\n'
    ),
    remove(0),
    root(
      `
      |\t<CORSRule>
      |\t\t<!-- both -->
      |\t\t<AllowedMethod>PUT</AllowedMethod>
      |\t</CORSRule>`,
      '\r\n'
    )
  ],
  [
    'the last value of a list with its element',
    root(`
      |  <CORSRule>
      |    <AllowedMethod>GET</AllowedMethod>
      |  </CORSRule>`),
    remove(0),
    root(`
      |  <CORSRule>
      |  </CORSRule>`)
  ],
  [
    'a value that shares its line',
    root(`
      |  <CORSRule>
      |    <AllowedMethod>GET</AllowedMethod> <AllowedMethod>PUT</AllowedMethod> <!-- why -->
      |  </CORSRule>`),
    remove(1),
    root(`
      |  <CORSRule>
      |    <AllowedMethod>GET</AllowedMethod> <!-- why -->
      |  </CORSRule>`)
  ],
  [
    'the first value of a line',
    root(`
      |  <CORSRule>
      |    <AllowedMethod>GET</AllowedMethod> <!-- why -->
      |  </CORSRule>`),
    remove(0),
    root(`
      |  <CORSRule>
      |    <!-- why -->
      |  </CORSRule>`)
  ],
  [
    'a value on one line',
    '<s:CORSRule><s:AllowedMethod>GET</s:AllowedMethod><s:X/><s:AllowedMethod>PUT</s:AllowedMethod></s:CORSRule>',
    remove(1),
    '<s:CORSRule><s:AllowedMethod>GET</s:AllowedMethod><s:X/></s:CORSRule>'
  ],
  [
    'a value that took in the one after it',
    '<CORSRule><AllowedMethod>GET<AllowedMethod>PUT</AllowedMethod><AllowedOrigin>*<MaxAgeSeconds>5</MaxAgeSeconds></CORSRule>',
    remove(0, 'allowedOrigins'),
    '<CORSRule><AllowedMethod>GET<AllowedMethod>PUT</AllowedMethod><MaxAgeSeconds>5</MaxAgeSeconds></CORSRule>'
  ],
  [
    'an id, however often it is said',
    '<CORSRule><ID>a</ID><ID>b</ID><AllowedMethod>GET</AllowedMethod></CORSRule>',
    set('id', null),
    '<CORSRule><AllowedMethod>GET</AllowedMethod></CORSRule>'
  ],
  [
    'a rule with its lines, and no comment',
    root(`
      |  <!-- a -->
      |  <CORSRule>
      |    <ID>a</ID>
      |  </CORSRule>
      |  <!-- b -->
      |  <CORSRule>
      |    <ID>b</ID>
      |  </CORSRule>`),
    removeRule(0),
    root(`
      |  <!-- a -->
      |  <!-- b -->
      |  <CORSRule>
      |    <ID>b</ID>
      |  </CORSRule>`)
  ],
  [
    'the only rule without a root',
    '<!-- mine -->\n<s:CORSRule/>\n',
    removeRule(0),
    '<!-- mine -->\n<s:CORSConfiguration></s:CORSConfiguration>\n'
  ],
  [
    'ResponseVary',
    '<CORSConfiguration><CORSRule/><ResponseVary>true</ResponseVary></CORSConfiguration>',
    vary(null),
    '<CORSConfiguration><CORSRule/></CORSConfiguration>'
  ]
];

const xmlSetRows: EditRow[] = [
  [
    'an id before all others',
    root(
      `
      |  <CORSRule>
      |    <AllowedMethod>GET</AllowedMethod>
      |  </CORSRule>`,
      '\r\n'
    ),
    set('id', 'a<b'),
    root(
      `
      |  <CORSRule>
      |    <ID>a&lt;b</ID>
      |    <AllowedMethod>GET</AllowedMethod>
      |  </CORSRule>`,
      '\r\n'
    )
  ],
  [
    'an age behind all others',
    '<s:CORSRule><s:ExposeHeader>ETag</s:ExposeHeader><s:X/></s:CORSRule>',
    set('maxAgeSeconds', '5'),
    '<s:CORSRule><s:ExposeHeader>ETag</s:ExposeHeader><s:MaxAgeSeconds>5</s:MaxAgeSeconds><s:X/></s:CORSRule>'
  ],
  [
    'an age in place of another',
    '<CORSRule><MaxAgeSeconds> 5 <!-- s --></MaxAgeSeconds></CORSRule>',
    set('maxAgeSeconds', '6'),
    '<CORSRule><MaxAgeSeconds>6</MaxAgeSeconds></CORSRule>'
  ],
  [
    'ResponseVary behind the rules',
    root(`
      |  <CORSRule>
      |  </CORSRule>
      |  <X/>`),
    vary(true),
    root(`
      |  <CORSRule>
      |  </CORSRule>
      |  <ResponseVary>true</ResponseVary>
      |  <X/>`)
  ],
  [
    'ResponseVary in place of another',
    '<CORSConfiguration><ResponseVary>true</ResponseVary></CORSConfiguration>',
    vary(false),
    '<CORSConfiguration><ResponseVary>false</ResponseVary></CORSConfiguration>'
  ]
];

const xmlMovedRows: EditRow[] = [
  [
    'down, as it is',
    root(`
      |  <CORSRule>
      |     <!-- a --> <X>1</X>
      |  </CORSRule>
      |  <CORSRule><ID>b</ID></CORSRule>
      |  <CORSRule><ID>c</ID></CORSRule>`),
    move(0, 2),
    root(`
      |  <CORSRule><ID>b</ID></CORSRule>
      |  <CORSRule><ID>c</ID></CORSRule>
      |  <CORSRule>
      |     <!-- a --> <X>1</X>
      |  </CORSRule>`)
  ],
  [
    'up, past a comment that stays',
    root(
      `
      |  <CORSRule><ID>a</ID></CORSRule> <!-- first -->
      |  <CORSRule><ID>b</ID></CORSRule>

      |  <CORSRule><ID>c</ID></CORSRule>`.replace('\n\n', '\n|\n')
    ),
    move(2, 0),
    root(
      `
      |  <CORSRule><ID>c</ID></CORSRule> <!-- first -->
      |  <CORSRule><ID>a</ID></CORSRule>

      |  <CORSRule><ID>b</ID></CORSRule>`.replace('\n\n', '\n|\n')
    )
  ],
  [
    'on one line, and no further than the end',
    '<CORSRule><ID>a</ID></CORSRule><CORSRule/><CORSRule><ID>c</ID></CORSRule>',
    move(1, 9),
    '<CORSRule><ID>a</ID></CORSRule><CORSRule><ID>c</ID></CORSRule><CORSRule/>'
  ]
];

describe.each([
  ['XML puts', xmlRows],
  ['XML takes out', xmlTakenRows],
  ['XML sets', xmlSetRows],
  ['XML moves a rule', xmlMovedRows],
  ['JSON puts', jsonRows]
] satisfies [string, EditRow[]][])('a change of %s', (_, rows) => {
  test.each(rows)('%s', (_, before, change, after) => {
    expect(changeText(readRules(before), before, [change]).text).toBe(after);
  });
});

describe('a change without a place', () => {
  const rows: [string, string, Change][] = [
    ['in a rule that is not there', '[{}]', add('GET', 'allowedMethods', 1)],
    ['of a value that is not there', '[{"AllowedMethods": ["GET"]}]', replace(1, 'PUT')],
    ['of XML without rules', '<CORSConfiguration/>', add('GET')],
    ['of a key without a value', '{"CORSRules": }', insert(0)],
    ['of an empty text', '', add('GET')],
    ['of a text that is no rules', 'hello', insert(0)]
  ];
  test.each(rows)('%s leaves the text alone', (_, text, change) => {
    expect(changeText(readRules(text), text, [change])).toMatchObject({ edits: [], text });
  });
});
