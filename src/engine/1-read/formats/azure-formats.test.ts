import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { LIST_FIELDS, type Change, type PlainRule, type RuleSet } from '../../model.ts';
import { applyChange } from '../change.ts';
import { changeText } from '../change-text.ts';
import { isItem } from '../text/comma-list.ts';
import type { FormatId } from '../format.ts';
import { formatOf, readRules } from '../read-rules.ts';
import { plainRule, ruleAt } from '../plain.ts';

/** The machine may be busy with other tests. */
vi.setConfig({ testTimeout: 60_000 });

const IDS = ['azure-xml', 'azure-cli-json', 'azure-arm-json'] as const satisfies FormatId[];

/** Origins | methods | headers | exposed | age of every rule, and the codes of all problems. */
function told(text: string): string[] {
  const { format, ruleSet, problems } = readRules(text);
  const rules = ruleSet.rules.map((rule) => {
    const plain = plainRule(rule);
    return [...LIST_FIELDS.map((field) => plain[field].join(' ')), plain.maxAgeSeconds ?? '-'];
  });
  return [
    format ?? '-',
    ...rules.map((rule) => rule.join('|')),
    ...problems.map(({ code }) => code)
  ];
}

const FIELDS =
  '<AllowedOrigins>http://a.test, http://b.test</AllowedOrigins><AllowedMethods>GET</AllowedMethods>' +
  '<MaxAgeInSeconds>5</MaxAgeInSeconds><ExposedHeaders/><AllowedHeaders>x-ms-*,y</AllowedHeaders>';
const RULE = `<CorsRule>${FIELDS}</CorsRule>`;
const READ = 'http://a.test http://b.test|GET|x-ms-* y||5';
const xml = (inside: string) => `<StorageServiceProperties>${inside}</StorageServiceProperties>`;

const rule = (lists: object) => ({ maxAgeInSeconds: 5, exposedHeaders: [], ...lists });
const ARRAYS = rule({ allowedOrigins: ['*'], allowedMethods: ['GET', 'PUT'], allowedHeaders: [] });
const TEXTS = {
  allowedHeaders: 'x-a, x-b',
  allowedMethods: 'GET,PUT',
  allowedOrigins: '*',
  exposedHeaders: '',
  maxAgeInSeconds: 200,
  service: 'blob'
};

describe('what stands in a text', () => {
  test.each<[text: string, expected: string[]]>([
    [xml(`<Cors>${RULE}</Cors>`), ['azure-xml', READ]],
    [xml('<Cors/>'), ['azure-xml']],
    [xml('<Logging/><Cors/>'), ['azure-xml']],
    ['<StorageServiceProperties/>', ['azure-xml', 'rules-not-found']],
    [xml(`<Cors>${RULE}</Cors><Cors/>`), ['azure-xml', READ, 'element-repeated']],
    [
      xml(`<Cors>${RULE}<Rule/></Cors><Cor/>`),
      ['azure-xml', READ, 'name-unknown', 'name-misspelt']
    ],
    [`<Cors>${RULE}</Cors>`, ['azure-xml', READ, 'root-missing']],
    [RULE, ['azure-xml', READ, 'root-missing']],
    [`<Foo><Cors>${RULE}</Cors></Foo>`, ['azure-xml', READ, 'root-unknown']],
    [`<CorsConfig><Cors><Origins/></Cors></CorsConfig>`, ['gcs-xml', '||||-']],
    [
      `<Cors>${RULE.replace('5', ' 5')}</Cors>`,
      ['azure-xml', READ.replace('5', ' 5'), 'root-missing']
    ],
    [
      `<Cors>${RULE.replace('GET', 'GET,,PUT,')}</Cors>`,
      ['azure-xml', READ.replace('GET', 'GET  PUT '), 'root-missing']
    ],
    [
      `<Cors>${RULE.replace('GET', ' <!-- a,b --> ')}</Cors>`,
      ['azure-xml', READ.replace('GET', ''), 'root-missing']
    ],
    [
      `<Cors>${RULE.replace('GET', '<![CDATA[GET,PUT]]>')}</Cors>`,
      ['azure-xml', READ.replace('GET', 'GET PUT'), 'root-missing']
    ],
    [
      `<Cors>${RULE.replace('GET', 'GET&#44;PUT')}</Cors>`,
      ['azure-xml', READ.replace('GET', 'GET PUT'), 'root-missing']
    ],
    [
      '<Cors><CorsRule/></Cors>',
      ['azure-xml', '||||-', 'root-missing', ...Array<string>(5).fill('field-missing')]
    ],
    [
      `<Cors>${RULE.replace('</CorsRule>', '<AllowedMethods>PUT</AllowedMethods></CorsRule>')}</Cors>`,
      ['azure-xml', READ, 'root-missing', 'element-repeated']
    ],
    [JSON.stringify([TEXTS]), ['azure-cli-json', '*|GET PUT|x-a x-b||200']],
    [
      JSON.stringify([{ ...TEXTS, service: 'queue' }, TEXTS]),
      ['azure-cli-json', '*|GET PUT|x-a x-b||200', 'rule-elsewhere']
    ],
    [
      '[{"AllowedOrigins":"*","AllowedMethods":"GET","AllowedHeaders":"","ExposedHeaders":"","MaxAgeInSeconds":0,"Service":"blob"}]',
      ['azure-cli-json', '*|GET|||0']
    ],
    [
      JSON.stringify([{ ...TEXTS, allowedMethods: 'GET\u002c"' }]),
      ['azure-cli-json', '*|GET "|x-a x-b||200']
    ],
    [
      '[{"allowedMethods": "GET\\u002cPUT", "exposedHeaders": []}]',
      ['azure-cli-json', '|GET PUT|||-', ...Array<string>(3).fill('field-missing')]
    ],
    [
      JSON.stringify({ properties: { cors: { corsRules: [ARRAYS] } } }),
      ['azure-arm-json', '*|GET PUT|||5']
    ],
    [JSON.stringify({ cors: { corsRules: [ARRAYS] } }), ['azure-arm-json', '*|GET PUT|||5']],
    [JSON.stringify({ corsRules: [ARRAYS] }), ['azure-arm-json', '*|GET PUT|||5']],
    [JSON.stringify({ cors: { corsRules: [] } }), ['azure-arm-json']],
    [JSON.stringify([ARRAYS]), ['azure-arm-json', '*|GET PUT|||5']],
    [JSON.stringify(ARRAYS), ['azure-arm-json', '*|GET PUT|||5']],
    [
      JSON.stringify([{ AllowedOrigins: ['*'], MaxAgeInSeconds: 5 }]),
      ['azure-arm-json', '*||||5', ...Array<string>(3).fill('field-missing')]
    ],
    [
      JSON.stringify({
        resources: [
          {
            type: 'Microsoft.Storage/storageAccounts/queueServices',
            properties: { cors: { corsRules: [] } }
          },
          {
            type: 'Microsoft.Storage/storageAccounts/blobServices',
            properties: { cors: { corsRules: [ARRAYS] } }
          }
        ]
      }),
      ['azure-arm-json', '*|GET PUT|||5']
    ],
    ['[{"AllowedOrigins": ["*"], "AllowedMethods": ["GET"]}]', ['s3-console-json', '*|GET|||-']],
    ['[{"corsRuleName": "a", "allowedOrigins": ["*"]}]', ['b2-json', '*||||-']]
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  test('stands where it is said to stand', () => {
    for (const text of [xml(`<Cors>${RULE}</Cors>`), JSON.stringify([TEXTS])]) {
      const values = readRules(text).ruleSet.rules.flatMap((one) =>
        LIST_FIELDS.flatMap((field) => one[field])
      );
      expect(values.map(({ span }) => text.slice(span.from, span.to))).toEqual(
        values.map(({ value }) => value)
      );
      expect(values.length).toBeGreaterThan(4);
    }
  });

  test('`Cors` alone is worth a warning, a rule alone an error', () => {
    const levels = (text: string) => readRules(text).problems.map(({ level }) => level);
    expect(levels(`<Cors>${RULE}</Cors>`)).toEqual(['warning']);
    expect(levels(RULE)).toEqual(['error']);
  });
});

const item = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '&',
        '<',
        '>',
        '"',
        "'",
        ' ',
        '\r',
        '\n',
        ']]>',
        '&amp;',
        '\\',
        '*',
        'http://',
        'é',
        '\ud800'
      ),
      fc.string({ maxLength: 6 })
    ),
    { minLength: 1, maxLength: 3 }
  )
  .map((pieces) => pieces.join(''))
  .filter(isItem);
const items = fc.array(item, { maxLength: 3 });
const plainRules = fc.array(
  fc.record<PlainRule>({
    id: fc.constant(null),
    allowedOrigins: items,
    allowedMethods: items,
    allowedHeaders: items,
    exposeHeaders: items,
    maxAgeSeconds: fc.option(fc.constantFrom('0', '600', '-1', '1.5', 'abc', ''))
  }),
  { minLength: 1, maxLength: 3 }
);
const ruleSetOf = (rules: readonly PlainRule[]): RuleSet => ({
  rules: rules.map((one) => ruleAt(one, 0)),
  responseVary: null
});
const plain = ({ rules }: RuleSet) => rules.map(plainRule);

describe.each(IDS)('%s', (id) => {
  const format = formatOf(id);

  test('what is printed reads back, and is what a store wants in every rule', () => {
    fc.assert(
      fc.property(plainRules, (rules) => {
        const ruleSet = ruleSetOf(rules);
        const read = readRules(format.print(ruleSet));
        expect(format.holds?.(ruleSet)).toBe(true);
        expect(plain(read.ruleSet)).toEqual(rules);
        expect(read.format).toBe(id);
        const missing = rules.filter(({ maxAgeSeconds }) => maxAgeSeconds === null);
        expect(read.problems.filter(({ code }) => code === 'field-missing')).toHaveLength(
          missing.length
        );
      })
    );
  });

  test('what it cannot say is known', () => {
    const [one] = ruleSetOf([{ ...EMPTY, allowedMethods: ['a,b'] }]).rules;
    const [other] = ruleSetOf([{ ...EMPTY, id: 'a' }]).rules;
    const holds = [one, other].map(
      (rule) => rule && format.holds?.({ rules: [rule], responseVary: null })
    );
    expect(holds).toEqual([id === 'azure-arm-json', false]);
  });

  test('a change of the text is the change of its rules', () => {
    fc.assert(
      fc.property(
        plainRules.chain((rules) => fc.tuple(fc.constant(rules), changeOf(rules))),
        fc.constantFrom('\n', '', '\r\n'),
        ([rules, change], lineEnd) => {
          const text = format.print(ruleSetOf(rules)).replaceAll(/\n */g, lineEnd);
          const read = readRules(text);
          fc.pre(read.format === id);
          const { text: changed } = changeText(read, text, [change]);
          const after = readRules(changed);
          expect(plain(after.ruleSet)).toEqual(plain(applyChange(read.ruleSet, change)));
          expect(after.complete).toBe(read.complete);
        }
      ),
      { numRuns: 300 }
    );
  });
});

const EMPTY: PlainRule = {
  id: null,
  allowedOrigins: [],
  allowedMethods: [],
  allowedHeaders: [],
  exposeHeaders: [],
  maxAgeSeconds: null
};

function changeOf(rules: readonly PlainRule[]): fc.Arbitrary<Change> {
  const field = fc.constantFrom(...LIST_FIELDS);
  const index = fc.nat(rules.length - 1);
  const inserting = fc
    .tuple(fc.nat(rules.length), plainRules)
    .map(([at, [one = EMPTY]]): Change => ({ kind: 'insert-rule', at, rule: one }));
  const adding = fc.record({
    kind: fc.constant('add-value' as const),
    rule: index,
    field,
    value: item
  });
  const places = rules.flatMap((one, rule) =>
    LIST_FIELDS.flatMap((name) => one[name].map((_, at) => ({ rule, field: name, index: at })))
  );
  if (places.length === 0) return fc.oneof(inserting, adding);
  const replacing = fc
    .tuple(fc.constantFrom(...places), item)
    .map(([place, value]): Change => ({ kind: 'replace-value', ...place, value }));
  return fc.oneof(inserting, adding, replacing);
}

describe('a change keeps what stands around', () => {
  const add = (field: (typeof LIST_FIELDS)[number], value: string): Change => ({
    kind: 'add-value',
    rule: 0,
    field,
    value
  });
  test.each<[before: string, change: Change, after: string]>([
    [
      xml(`<Cors>${RULE}</Cors>`),
      add('allowedOrigins', 'http://c.test'),
      xml(`<Cors>${RULE.replace('b.test', 'b.test, http://c.test')}</Cors>`)
    ],
    [
      xml(`<Cors>${RULE}</Cors>`),
      add('exposeHeaders', 'ETag'),
      xml(
        `<Cors>${RULE.replace('<ExposedHeaders/>', '<ExposedHeaders>ETag</ExposedHeaders>')}</Cors>`
      )
    ],
    [
      '<Cors><CorsRule><AllowedMethods>GET</AllowedMethods></CorsRule></Cors>',
      add('exposeHeaders', 'ETag'),
      '<Cors><CorsRule><AllowedMethods>GET</AllowedMethods><ExposedHeaders>ETag</ExposedHeaders></CorsRule></Cors>'
    ],
    [
      '<Cors><CorsRule><AllowedMethods><![CDATA[GET,PUT]]></AllowedMethods></CorsRule></Cors>',
      add('allowedMethods', 'HEAD'),
      '<Cors><CorsRule><AllowedMethods>GET,PUT,HEAD</AllowedMethods></CorsRule></Cors>'
    ],
    [
      '<Cors><CorsRule><AllowedMethods>\n GET\n</AllowedMethods></CorsRule></Cors>',
      add('allowedMethods', 'HEAD'),
      '<Cors><CorsRule><AllowedMethods>\n GET,HEAD\n</AllowedMethods></CorsRule></Cors>'
    ],
    ['[{"allowedMethods":"GET"}]', add('allowedMethods', 'PUT'), '[{"allowedMethods":"GET,PUT"}]'],
    ['[{"allowedMethods":"GET"}]', add('allowedMethods', 'a,b'), '[{"allowedMethods":"GET"}]'],
    ["[{'allowedMethods':'GET'}]", add('allowedMethods', 'PUT'), `[{'allowedMethods':"GET,PUT"}]`],
    ['[{"allowedMethods":""}]', add('allowedMethods', 'PUT'), '[{"allowedMethods":"PUT"}]'],
    [
      '[{"allowedMethods":"GET"}]',
      add('allowedOrigins', '*'),
      '[{"allowedOrigins":"*","allowedMethods":"GET"}]'
    ],
    [
      '[{"allowedMethods":["GET"]}]',
      add('allowedMethods', 'PUT'),
      '[{"allowedMethods":["GET","PUT"]}]'
    ]
  ])('%s', (before, change, after) => {
    expect(changeText(readRules(before), before, [change]).text).toBe(after);
  });
});
