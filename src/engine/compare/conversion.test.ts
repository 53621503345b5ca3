import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { FormatId, ReadResult } from '../1-read/format.ts';
import { formatOf, readRules } from '../1-read/read-rules.ts';
import { ruleAt } from '../1-read/plain.ts';
import { judge } from '../4-explain/judge.ts';
import type { Header, PageRequest, PlainRule } from '../model.ts';
import { providerById, providers, type ProviderId } from '../providers/providers.ts';
import { isOfMeaning } from './change-of-answer.ts';
import { convertRules, type Conversion } from './conversion.ts';
import type { Loss, BareLoss } from './loss.ts';

/** The machine may be busy with other tests. */
vi.setConfig({ testTimeout: 120_000 });

const PLAIN: PlainRule = {
  id: null,
  allowedOrigins: ['https://a.test'],
  allowedMethods: ['GET', 'PUT'],
  allowedHeaders: ['content-type'],
  exposeHeaders: [],
  maxAgeSeconds: '600'
};
const printed = (format: FormatId, rules: readonly PlainRule[]): string =>
  formatOf(format).print({
    rules: rules.map((rule) => ruleAt(rule, 0)),
    responseVary: null
  });
const writing = (format: FormatId, ...own: Partial<PlainRule>[]): string =>
  printed(
    format,
    own.map((one) => ({ ...PLAIN, ...one }))
  );
const convert = (text: string, from: ProviderId, to: ProviderId, format: FormatId) =>
  convertRules({
    text,
    read: readRules(text),
    from: providerById(from),
    to: providerById(to),
    format
  });

const told = ({ code, args, level, shown }: Loss) => ({
  code,
  args,
  level,
  shown: shown.map((one) => one.code)
});
const lost = (
  level: Loss['level'],
  { code, args }: BareLoss,
  ...shown: string[]
): ReturnType<typeof told> | object => ({ code, args, level, shown });

describe('each loss with what it changes', () => {
  test.each<
    [name: string, own: Partial<PlainRule>[], to: [ProviderId, FormatId], losses: object[]]
  >([
    ['nothing', [{}], ['aws-s3', 's3-xml'], []],
    [
      'a pattern of headers that COS takes to the letter',
      [{ allowedHeaders: ['content-type', 'x-amz-*'] }],
      ['tencent-cos', 's3-xml'],
      [
        lost(
          'meaning',
          {
            code: 'value-narrower',
            args: { rules: [0], field: 'allowedHeaders', value: 'x-amz-*' }
          },
          'blocked'
        )
      ]
    ],
    [
      'a wildcard that Google takes to the letter',
      [{ allowedOrigins: ['https://*.a.test'], allowedHeaders: [] }],
      ['google-cloud-storage', 'gcs-json'],
      [
        lost(
          'meaning',
          {
            code: 'value-narrower',
            args: { rules: [0], field: 'allowedOrigins', value: 'https://*.a.test' }
          },
          'blocked'
        )
      ]
    ],
    [
      'one list for both in place of two',
      [{ id: 'read', allowedHeaders: [], exposeHeaders: ['ETag'] }],
      ['google-cloud-storage', 'gcs-json'],
      [
        lost(
          'meaning',
          {
            code: 'lists-joined',
            args: { rules: [0], field: 'allowedHeaders', values: ['ETag'] }
          },
          'allowed'
        ),
        lost('text', { code: 'ids-dropped', args: { rules: [0] } })
      ]
    ],
    [
      'an id that nobody minds, and one that is asked for',
      [{ id: 'a-rule' }, { allowedOrigins: ['https://b.test'] }],
      ['backblaze-b2', 'b2-json'],
      [lost('text', { code: 'ids-given', args: { rules: [1], values: ['rule-1'] } })]
    ],
    [
      'more rules than a container has',
      [{ allowedMethods: [] }, { allowedOrigins: ['https://b.test'] }],
      ['openstack-swift', 'swift-headers'],
      [lost('meaning', { code: 'rules-dropped', args: { rules: [1] } }, 'blocked')]
    ],
    [
      'a rule that never answers, which nobody misses',
      [{ allowedOrigins: ['*'], allowedHeaders: ['*'] }, {}],
      ['openstack-swift', 'swift-headers'],
      [{ code: 'rules-dropped', level: 'text', shown: [] }]
    ],
    [
      'an age that is not said',
      [{ maxAgeSeconds: null }],
      ['aws-s3', 'terraform-azure'],
      [lost('meaning', { code: 'max-age-given', args: { rules: [0], kept: '0' } }, 'max-age')]
    ],
    [
      'a method that the store refuses',
      [{ allowedMethods: ['GET', 'PATCH'] }],
      ['aws-s3', 's3-xml'],
      [
        {
          code: 'refused',
          args: expect.objectContaining({ rules: [0], status: 400, error: 'InvalidRequest' }),
          level: 'meaning',
          shown: []
        }
      ]
    ]
  ])('%s', (_, own, [to, format], losses) => {
    const conversion = convert(writing('s3-json', ...own), 'aws-s3', to, format);
    for (const wanted of losses) {
      expect(conversion.losses.map(told)).toContainEqual(expect.objectContaining(wanted));
    }
    if (losses.length === 0) expect(conversion).toMatchObject({ losses: [], meaning: 'kept' });
  });
});

interface StoreAndFormat {
  id: ProviderId;
  format: FormatId;
}
const PLACES = providers.flatMap(({ id, formats }) => formats.map((format) => ({ id, format })));
/** Every two formats of one store, and the own formats of every two stores. */
const WAYS = PLACES.flatMap((one) =>
  PLACES.filter(
    (other) =>
      one.id === other.id ||
      [one, other].every(({ id, format }) => providerById(id).formats[0] === format)
  ).map((other): [StoreAndFormat, StoreAndFormat] => [one, other])
);

const some = <T>(values: readonly T[], maxLength = 3, minLength = 0) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength, maxLength });
const ORIGINS = ['*', 'https://a.test', 'https://*.a.test', 'http://b.test:8080', 'https://A.test'];
const NAMES = ['content-type', 'x-a', 'X-B', 'authorization', 'etag'];
const rule: fc.Arbitrary<PlainRule> = fc.record({
  id: fc.option(fc.constantFrom('rule-one', 'rule-two')),
  allowedOrigins: some(ORIGINS, 2, 1),
  allowedMethods: some(['GET', 'PUT', 'POST', 'HEAD', 'DELETE'], 3, 1),
  allowedHeaders: fc.oneof(some(NAMES), some(['*', 'x-*'], 1)),
  exposeHeaders: some(['ETag', 'x-a'], 2),
  maxAgeSeconds: fc.option(fc.constantFrom('0', '5', '600', '90000'))
});

const request: fc.Arbitrary<PageRequest> = fc.record({
  pageOrigin: fc.constantFrom(
    'https://a.test',
    'https://b.a.test',
    'http://b.test:8080',
    'https://other.test'
  ),
  method: fc.constantFrom('GET', 'PUT', 'POST', 'HEAD', 'DELETE', 'PATCH'),
  url: fc.constant('https://bucket.example/key'),
  headers: some(['x-a', 'x-b', 'x-other', 'authorization'], 2).map((names) =>
    names.map((name): Header => [name, '1'])
  ),
  credentials: fc.constantFrom('omit', 'include'),
  needs: some(['ETag', 'x-a'], 1)
});

/** What a browser makes of the call, by the whole story that the page tells. */
function outcomeOf(read: ReadResult, text: string, id: ProviderId, call: PageRequest) {
  const provider = providerById(id);
  const { outcome } = judge({
    text,
    read,
    provider,
    request: call,
    departures: false
  });
  return outcome;
}

const isMeant = ({ losses, unexplained, differences }: Conversion): boolean =>
  losses.some(({ level }) => level === 'meaning') ||
  unexplained.length > 0 ||
  differences.list.some(({ code }) => isOfMeaning(code));

describe('over every two formats of a store, and every two stores', () => {
  test('there and back, calls go as before where no loss of meaning was told', () => {
    const kept = new Set<string>();
    fc.assert(
      fc.property(
        fc.constantFrom(...WAYS),
        fc.array(rule, { minLength: 1, maxLength: 2 }),
        fc.array(request, { minLength: 4, maxLength: 4 }),
        ([one, other], rules, calls) => {
          const text = printed(one.format, rules);
          const read = readRules(text);
          const there = convert(text, one.id, other.id, other.format);
          if (there.meaning !== 'kept') return;
          const back = convert(there.text, other.id, one.id, one.format);
          if (back.meaning !== 'kept') return;
          kept.add([one.id, one.format, other.id, other.format].join(' '));
          const again = readRules(back.text);
          for (const call of calls) {
            const before = outcomeOf(read, text, one.id, call);
            expect(outcomeOf(again, back.text, one.id, call)).toBe(before);
            const between = readRules(there.text);
            expect(outcomeOf(between, there.text, other.id, call)).toBe(before);
          }
        }
      ),
      { numRuns: 300 }
    );
    expect(kept.size).toBeGreaterThan(10);
  });

  test('all changes are told as losses or as of the store, and a loss of text changes no call', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...WAYS),
        fc.array(rule, { maxLength: 2 }),
        ([one, other], rules) => {
          const conversion = convert(printed(one.format, rules), one.id, other.id, other.format);
          const { losses, differences, unexplained, meaning } = conversion;
          expect(isMeant(conversion)).toBe(meaning === 'changed');
          const said = new Set([...losses.flatMap(({ shown }) => shown), ...unexplained]);
          for (const difference of differences.list) {
            expect(said.has(difference)).toBe(isOfMeaning(difference.code));
          }
          for (const { level, code, shown } of losses) {
            expect(level === 'meaning').toBe(shown.length > 0 || code === 'refused');
          }
        }
      ),
      { numRuns: 150 }
    );
  });
});

test('a hundred rules', () => {
  const rules = Array.from({ length: 100 }, (_, index) => ({
    id: `rule-${index}`,
    allowedOrigins: [`https://app${index}.example.com`, `https://*.b${index}.test`],
    allowedHeaders: ['content-type', 'x-amz-*'],
    exposeHeaders: ['ETag']
  }));
  const { losses, differences } = convert(
    writing('s3-json', ...rules),
    'aws-s3',
    'tencent-cos',
    's3-xml'
  );
  expect(differences.exhaustive).toBe(true);
  const narrower = losses.find(({ code }) => code === 'value-narrower');
  expect(narrower?.shown).toHaveLength(100);
  expect(narrower?.spans).toHaveLength(100);
});

test('comments are told with their number and their places, and change no call', () => {
  const text = `<!-- for the app -->\n${writing('s3-xml', {}).replace('<CORSRule>', '<CORSRule> <!-- upload -->')}`;
  const { losses, meaning } = convert(text, 'aws-s3', 'aws-s3', 's3-json');
  expect(losses).toMatchObject([
    { code: 'comments-dropped', args: { count: 2, line: 1 }, level: 'text', shown: [] }
  ]);
  expect(losses[0]?.spans.map(({ from, to }) => text.slice(from, to))).toEqual([
    '<!-- for the app -->',
    '<!-- upload -->'
  ]);
  expect(meaning).toBe('kept');
});
