import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { LIST_FIELDS, type Change, type PlainRule, type RuleSet } from '../../model.ts';
import { applyChange } from '../change.ts';
import { changeText } from '../change-text.ts';
import type { FormatId } from '../format.ts';
import { formatOf, readRules } from '../read-rules.ts';
import { plainRule, ruleAt } from '../plain.ts';

vi.setConfig({ testTimeout: 60_000 });

const IDS: FormatId[] = ['gcs-json', 'gcs-api-json', 'gcs-xml'];

const rulesOf = (text: string): PlainRule[] => readRules(text).ruleSet.rules.map(plainRule);
const setOf = (rules: PlainRule[]): RuleSet => ({
  rules: rules.map((rule) => ruleAt(rule, 0)),
  responseVary: null
});
const RULE: PlainRule = {
  id: null,
  allowedOrigins: ['https://a.test'],
  allowedMethods: ['GET'],
  allowedHeaders: ['Content-Type', 'ETag'],
  exposeHeaders: ['Content-Type', 'ETag'],
  maxAgeSeconds: '3600'
};

describe('the forms of the documentation', () => {
  const entry =
    '{"origin": ["https://a.test"], "method": ["GET"], "responseHeader": ["Content-Type", "ETag"], "maxAgeSeconds": 3600}';
  const cors =
    '<Cors><Origins><Origin>https://a.test</Origin></Origins><Methods><Method>GET</Method></Methods>' +
    '<ResponseHeaders><ResponseHeader>Content-Type</ResponseHeader><ResponseHeader>ETag</ResponseHeader></ResponseHeaders>' +
    '<MaxAgeSec>3600</MaxAgeSec></Cors>';

  test.each<[string, string, FormatId]>([
    ['a file of gsutil and gcloud', `[${entry}]`, 'gcs-json'],
    ['the body of a PATCH', `{"cors": [${entry}]}`, 'gcs-api-json'],
    [
      'a whole bucket of the JSON API',
      `{"kind": "storage#bucket", "cors": [${entry}], "location": "US", "owner": null}`,
      'gcs-api-json'
    ],
    [
      'the body of the XML API',
      `<?xml version="1.0" encoding="UTF-8"?>\n<CorsConfig>${cors}</CorsConfig>`,
      'gcs-xml'
    ],
    [
      'names with a prefix',
      `<g:CorsConfig>${cors.replaceAll('<', '<g:').replaceAll('<g:/', '</g:')}</g:CorsConfig>`,
      'gcs-xml'
    ]
  ])('%s', (_, text, format) => {
    const read = readRules(text);
    expect([read.format, read.problems]).toEqual([format, []]);
    expect(rulesOf(text)).toEqual([RULE]);
  });

  test('response headers stand at one place, whichever way they are looked at', () => {
    const text = `[${entry}]`;
    const [rule] = readRules(text).ruleSet.rules;
    expect(rule?.allowedHeaders).toEqual(rule?.exposeHeaders);
    expect(rule?.exposeHeaders.map(({ span }) => text.slice(span.from, span.to))).toEqual(
      RULE.exposeHeaders
    );
  });
});

describe('what is wrong', () => {
  test.each<[string, string, string[], number]>([
    [
      'the spelling of Terraform',
      '[{"origin": ["*"], "response_header": ["*"]}]',
      ['name-misspelt'],
      1
    ],
    ['rules alone', '<Cors><Methods><Method>GET</Method></Methods></Cors>', ['root-missing'], 1],
    [
      'an element that is left open',
      '<CorsConfig><Cors><Origins><Origin>a<Methods><Method>GET</Method></Methods></Cors></CorsConfig>',
      ['xml-unclosed', 'xml-unclosed'],
      1
    ],
    [
      'a value outside its list',
      '<CorsConfig><Cors><Origin>a</Origin></Cors></CorsConfig>',
      ['element-misplaced'],
      1
    ],
    [
      'a value in the list of others, and a name of S3',
      '<CorsConfig><Cors><Methods><Origin>a</Origin></Methods><AllowedOrigin/></Cors></CorsConfig>',
      ['element-misplaced', 'name-unknown'],
      1
    ],
    [
      'text between elements',
      '<CorsConfig><Cors><Methods>GET</Methods></Cors></CorsConfig>',
      ['xml-text-stray'],
      1
    ],
    [
      'two ages',
      '<CorsConfig><Cors><MaxAgeSec>1</MaxAgeSec><MaxAgeSec>2</MaxAgeSec></Cors></CorsConfig>',
      ['element-repeated'],
      1
    ],
    ['two roots', '<CorsConfig/><CorsConfig/>', ['root-repeated'], 0]
  ])('%s', (_, text, codes, rules) => {
    const read = readRules(text);
    expect(read.problems.map(({ code }) => code)).toEqual(codes);
    expect(read.ruleSet.rules).toHaveLength(rules);
  });

  test('the name of S3 for the whole is read as that of S3', () => {
    expect(readRules('<CORSConfig><CORSRule/></CORSConfig>').format).toBe('s3-xml');
  });

  test('what a list left open took in is the rule’s', () => {
    const text =
      '<CorsConfig><Cors><Origins><Origin>a<Methods><Method>GET</Method></Methods></Cors></CorsConfig>';
    expect(rulesOf(text)).toMatchObject([{ allowedOrigins: ['a'], allowedMethods: ['GET'] }]);
  });
});

const add = (field: (typeof LIST_FIELDS)[number], value: string): Change => ({
  kind: 'add-value',
  rule: 0,
  field,
  value
});

describe('a change puts', () => {
  test.each<[string, string, Change, string]>([
    [
      'an exposed header among the response headers',
      '[{"origin": ["*"], "responseHeader": ["Content-Type"]}]',
      add('exposeHeaders', 'ETag'),
      '[{"origin": ["*"], "responseHeader": ["Content-Type", "ETag"]}]'
    ],
    [
      'nothing where the header is there',
      '[{"origin": ["*"], "responseHeader": ["ETag"]}]',
      add('exposeHeaders', 'ETag'),
      '[{"origin": ["*"], "responseHeader": ["ETag"]}]'
    ],
    [
      'a new key behind the methods',
      '[{"maxAgeSeconds": 5, "method": ["GET"]}]',
      add('allowedHeaders', 'x-a'),
      '[{"maxAgeSeconds": 5, "method": ["GET"], "responseHeader": ["x-a"]}]'
    ],
    [
      'a value behind the last of its list',
      '<CorsConfig>\n  <Cors>\n    <Methods>\n      <Method>GET</Method>\n    </Methods>\n  </Cors>\n</CorsConfig>\n',
      add('allowedMethods', 'A&B'),
      '<CorsConfig>\n  <Cors>\n    <Methods>\n      <Method>GET</Method>\n      <Method>A&amp;B</Method>\n    </Methods>\n  </Cors>\n</CorsConfig>\n'
    ],
    [
      'a value into an empty list',
      '<CorsConfig><Cors><Methods/></Cors></CorsConfig>',
      add('allowedMethods', 'GET'),
      '<CorsConfig><Cors><Methods><Method>GET</Method></Methods></Cors></CorsConfig>'
    ],
    [
      'a new list behind the one before it',
      '<CorsConfig>\n  <Cors>\n    <Origins>\n      <Origin>*</Origin>\n    </Origins>\n    <MaxAgeSec>5</MaxAgeSec>\n  </Cors>\n</CorsConfig>\n',
      add('exposeHeaders', 'ETag'),
      '<CorsConfig>\n  <Cors>\n    <Origins>\n      <Origin>*</Origin>\n    </Origins>\n    <ResponseHeaders>\n      <ResponseHeader>ETag</ResponseHeader>\n    </ResponseHeaders>\n    <MaxAgeSec>5</MaxAgeSec>\n  </Cors>\n</CorsConfig>\n'
    ],
    [
      'a new list into an empty rule',
      '<CorsConfig>\n  <Cors/>\n</CorsConfig>\n',
      add('allowedOrigins', '*'),
      '<CorsConfig>\n  <Cors>\n    <Origins>\n      <Origin>*</Origin>\n    </Origins>\n  </Cors>\n</CorsConfig>\n'
    ],
    [
      'a rule behind the last',
      '{"cors": [{"method": ["GET"]}]}',
      { kind: 'insert-rule', at: 1, rule: { ...RULE, exposeHeaders: ['ETag', 'x-b'] } },
      '{"cors": [{"method": ["GET"]}, {"origin": ["https://a.test"], "method": ["GET"], "responseHeader": ["Content-Type", "ETag", "x-b"], "maxAgeSeconds": 3600}]}'
    ]
  ])('%s', (_, before, change, after) => {
    expect(changeText(readRules(before), before, [change]).text).toBe(after);
  });
});

/** What the store makes of a rule: it allows what it exposes and exposes what it allows. */
function merged(rule: PlainRule): PlainRule {
  const { allowedHeaders, exposeHeaders } = rule;
  const all = [...allowedHeaders, ...exposeHeaders.filter((one) => !allowedHeaders.includes(one))];
  return { ...rule, id: null, allowedHeaders: all, exposeHeaders: all };
}

/** True where a header is to be added that the one list has already. */
const isThere = (rules: PlainRule[], change: Change): boolean =>
  change.kind === 'add-value' &&
  (change.field === 'allowedHeaders' || change.field === 'exposeHeaders') &&
  (rules[change.rule]?.allowedHeaders.includes(change.value) ?? false);

const value = fc.oneof(
  fc.constantFrom('*', 'https://a.test', 'GET', '&', '<', '"', '\\', ' ', '\r\n', ']]>', '漢', ''),
  fc.string({ maxLength: 6 })
);
const values = fc.array(value, { maxLength: 3 });
const rule: fc.Arbitrary<PlainRule> = fc
  .record({
    allowedOrigins: fc.array(value, { minLength: 1, maxLength: 3 }),
    allowedMethods: values,
    headers: values,
    maxAgeSeconds: fc.option(fc.constantFrom('0', '3600', '-1', '007', 'abc', ''))
  })
  .map(({ headers, ...rest }) => ({
    id: null,
    ...rest,
    allowedHeaders: headers,
    exposeHeaders: headers
  }));
const rules = fc.array(rule, { minLength: 1, maxLength: 3 });

describe.each(IDS)('%s', (id) => {
  const format = formatOf(id);

  test('what it can hold reads back', () => {
    fc.assert(
      fc.property(rules, (written) => {
        const ruleSet = setOf(written);
        const text = format.print(ruleSet);
        expect(format.holds?.(ruleSet)).toBe(true);
        expect([readRules(text).format, rulesOf(text)]).toEqual([id, written]);
      })
    );
  });

  test('it holds no id, and no header that is only allowed or only exposed', () => {
    const holds = (rule: PlainRule) => format.holds?.(setOf([rule]));
    expect(holds(RULE)).toBe(true);
    expect(holds({ ...RULE, id: 'r' })).toBe(false);
    expect(holds({ ...RULE, exposeHeaders: ['ETag'] })).toBe(false);
    expect(holds({ ...RULE, allowedHeaders: [] })).toBe(false);
  });

  test('a change of the text is the change of its rules', () => {
    const change = (count: number): fc.Arbitrary<Change> =>
      fc.oneof(
        fc.record({
          kind: fc.constant('add-value' as const),
          rule: fc.nat(count - 1),
          field: fc.constantFrom(...LIST_FIELDS),
          value
        }),
        fc.record({ kind: fc.constant('insert-rule' as const), at: fc.nat(count), rule })
      );
    const changed = rules.chain((written) =>
      fc.tuple(fc.constant(written), change(written.length))
    );
    fc.assert(
      fc.property(changed, ([written, one]) => {
        const text = format.print(setOf(written));
        const read = readRules(text);
        const after = changeText(read, text, [one]).text;
        const wanted = isThere(written, one)
          ? written
          : applyChange(read.ruleSet, one).rules.map(plainRule).map(merged);
        expect(rulesOf(after)).toEqual(wanted);
      })
    );
  });

  test('replacing a header replaces it both ways', () => {
    const text = format.print(setOf([RULE]));
    const one: Change = {
      kind: 'replace-value',
      rule: 0,
      field: 'exposeHeaders',
      index: 1,
      value: 'x-b'
    };
    const headers = ['Content-Type', 'x-b'];
    expect(rulesOf(changeText(readRules(text), text, [one]).text)).toEqual([
      { ...RULE, allowedHeaders: headers, exposeHeaders: headers }
    ]);
  });

  test('a text that breaks off anywhere gives what can be read', () => {
    const text = format.print(setOf([RULE, RULE]));
    for (let end = 1; end < text.trimEnd().length; end++) {
      const read = readRules(text.slice(0, end));
      expect(read.problems).not.toEqual([]);
      for (const { span } of read.problems) expect(span.to).toBeLessThanOrEqual(end);
    }
  });
});
