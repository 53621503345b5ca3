/** What holds for every mend, at every store, over generated rules. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChange } from '../1-read/change.ts';
import { changeText } from '../1-read/change-text.ts';
import { writeIn } from '../1-read/losses.ts';
import type { ReadResult } from '../1-read/format.ts';
import { readRules } from '../1-read/read-rules.ts';
import { valueAt, ruleAt } from '../1-read/plain.ts';
import type { PlainRule, RuleSet } from '../model.ts';
import { providers, type Provider } from '../providers/providers.ts';
import { CHECKS } from './all-checks.ts';
import { exampleText } from './example.ts';
import type { Finding } from './finding.ts';
import { mendAll } from './mend-all.ts';
import { lint } from './lint.ts';

const ORIGINS = [
  '*',
  'null',
  '',
  'https://a.test',
  'http://a.test',
  'https://A.test/',
  'https://a.test:443',
  'https://a.test:443/',
  ' https://a.test ',
  'https://a. test',
  'https://a.test\u200b',
  'ｈttps://a.test/x',
  'https://a.test,https://b.test',
  'a.test',
  '//a.test/',
  'localhost:3000',
  '*.a.test',
  '*a.test',
  'https://*a.test',
  'https://*.a.test',
  'https://a.*',
  'https://*.a.*',
  'http*://a.test',
  '*://*.a.test/',
  'https:/a.test',
  'https://me@a.test',
  'https://bücher.test',
  'HTTPS://Bücher.test:443/x',
  'https://.*\\.a\\.test',
  'https'
];
const METHODS = [
  'GET',
  'PUT',
  'POST',
  'get',
  'Put',
  'PATCH',
  'OPTIONS',
  '*',
  '',
  ' GET',
  'GET,PUT'
];
const HEADERS = [
  '*',
  '',
  'content-type',
  'Content-Type',
  'x-*',
  'x-*-*',
  'x_a',
  'content-type: text/plain',
  'x-a,x-b',
  'x- a',
  'x-a\u00a0',
  'Access-Control-Allow-Origin',
  'Accept',
  'Host',
  'x(a)'
];
const EXPOSED = ['ETag', '*', 'x-*', '', 'Set-Cookie', 'Content-Length', 'etag', 'ETag:', 'a,b'];
const AGES = ['600', '0', '', '-1', '1.5', '10m', ' 600', '99999999', '86401'];

const list = (values: string[], maxLength: number) =>
  fc.array(fc.constantFrom(...values), { maxLength });
const rule: fc.Arbitrary<PlainRule> = fc.record({
  id: fc.constantFrom(null, 'rule-a', 'rule-b', ''),
  allowedOrigins: list(ORIGINS, 3),
  allowedMethods: list(METHODS, 3),
  allowedHeaders: list(HEADERS, 3),
  exposeHeaders: list(EXPOSED, 2),
  maxAgeSeconds: fc.option(fc.constantFrom(...AGES))
});
const ruleSet: fc.Arbitrary<RuleSet> = fc
  .tuple(fc.array(rule, { maxLength: 4 }), fc.constantFrom(null, 'true', 'false', 'True', 'yes'))
  .map(([rules, vary]) => ({
    rules: rules.map((one) => ruleAt(one, 0)),
    responseVary: vary === null ? null : valueAt(vary, 0)
  }));

const errors = (findings: readonly Finding[]) => findings.filter(({ level }) => level === 'error');
const same = (one: Finding) => (other: Finding) =>
  other.code === one.code && JSON.stringify(other.args) === JSON.stringify(one.args);

/** What is wrong with a mend: its finding is still there, or there are more errors than before. */
function faultOf(
  finding: Finding,
  before: readonly Finding[],
  after: readonly Finding[]
): string[] {
  const count = (findings: readonly Finding[]) => findings.filter(same(finding)).length;
  const named = `${finding.code} ${JSON.stringify(finding.args)}`;
  const codes = (findings: readonly Finding[]) =>
    errors(findings)
      .map(({ code }) => code)
      .join();
  return [
    ...(count(after) < count(before) ? [] : [`${named} stays`]),
    ...(errors(after).length <= errors(before).length
      ? []
      : [`${named}: ${codes(before)} → ${codes(after)}`])
  ];
}

const readAs = (set: RuleSet, { formats: [format = 's3-xml'] }: Provider): ReadResult => ({
  ...readRules(''),
  format,
  ruleSet: set
});

describe.each(providers)('$name', (provider) => {
  test('a mend of rules takes its finding away and makes no error', () => {
    fc.assert(
      fc.property(ruleSet, (set) => {
        const before = lint(readAs(set, provider), '', provider);
        const faults: string[] = [];
        for (const finding of before) {
          if (finding.mend === null) continue;
          const changed = finding.mend.reduce(applyChange, set);
          faults.push(...faultOf(finding, before, lint(readAs(changed, provider), '', provider)));
        }
        expect(faults).toEqual([]);
      }),
      { numRuns: 20 }
    );
  });

  test.each(provider.formats)('so does a mend of a text in %s', (format) => {
    fc.assert(
      fc.property(ruleSet, (set) => {
        const { text } = writeIn(set, format);
        const read = readRules(text);
        const before = lint(read, text, provider);
        const faults: string[] = [];
        const mendable = before.filter(({ mend }) => mend !== null);
        for (const finding of read.complete ? mendable : []) {
          const changed = changeText(read, text, finding.mend ?? []).text;
          // A list of one empty member cannot be said in a list that commas part: then nothing is changed.
          if (changed === text) continue;
          faults.push(...faultOf(finding, before, lint(readRules(changed), changed, provider)));
        }
        expect(faults).toEqual([]);
      }),
      { numRuns: 3 }
    );
  });

  test('leaves nothing to mend where everything is mended, and no more errors', () => {
    const [format = 's3-xml'] = provider.formats;
    fc.assert(
      fc.property(ruleSet, (set) => {
        const { text } = writeIn(set, format);
        const read = readRules(text);
        fc.pre(read.complete);
        const { text: mended } = mendAll(read, text, provider);
        const after = lint(readRules(mended), mended, provider);
        const changes = ({ mend }: Finding) =>
          changeText(readRules(mended), mended, mend ?? []).text !== mended;
        expect(after.filter(changes)).toEqual([]);
        expect(errors(after).length).toBeLessThanOrEqual(errors(lint(read, text, provider)).length);
      }),
      { numRuns: 8 }
    );
  });
});

describe('an example', () => {
  const mendable = CHECKS.flatMap(({ id, examples: { bad } }) =>
    bad.map((example, index) => [id, index, example] as const)
  );
  test.each(mendable)('%s %i has no such finding once its mend is made', (id, _, example) => {
    const { text } = exampleText(example);
    const provider = providers.find((one) => one.id === example.provider) ?? providers[0];
    const read = readRules(text);
    if (provider === undefined) throw new Error('no store');
    const find = (one: ReadResult, of: string) =>
      lint(one, of, provider, { credentials: example.credentials ?? false }).filter(
        ({ code }) => code === id
      );
    const [found] = find(read, text);
    const changed = changeText(read, text, found?.mend ?? []).text;
    expect(find(readRules(changed), changed)).toHaveLength(found?.mend ? 0 : 1);
  });
});
