/** What the recorded exchanges of the gateway's two interfaces, and of Swift, leave open. */
import { describe, expect, test } from 'vitest';
import { readRules } from '../../../1-read/read-rules.ts';
import { DEFAULT_FACTS, type BucketFacts, type Header } from '../../../model.ts';
import { cephRgw } from '../../ceph-rgw/index.ts';
import { cephRgwSwift } from '../../ceph-rgw-swift/index.ts';
import { openstackSwift } from '../../openstack-swift/index.ts';
import { providerById, type ProviderId } from '../../providers.ts';

const rule = (fields: string) =>
  `<CORSConfiguration><CORSRule><AllowedOrigin>*</AllowedOrigin>${fields}</CORSRule></CORSConfiguration>`;
const GET = rule('<AllowedMethod>GET</AllowedMethod><AllowedHeader>x-a</AllowedHeader>');
const META = 'X-Container-Meta-Access-Control';

/** Status, code and headers in one line. */
function answered(
  id: ProviderId,
  rules: string,
  method: string,
  headers: Header[],
  facts: Partial<BucketFacts> = {}
): string {
  const store = providerById(id);
  const request = { method, host: '', path: '/b/k', headers };
  const compiled = store.compile(readRules(rules).ruleSet);
  const decision = store.decide(compiled, request, { ...DEFAULT_FACTS, ...facts });
  const lines = decision.headers.map(
    ([name, value]) => `${name.replace('Access-Control', 'AC')}=${value}`
  );
  return [decision.status ?? '-', decision.error?.code ?? '-', ...lines].join(' ');
}

const preflight = (...more: Header[]): Header[] => [
  ['Origin', 'http://a.test'],
  ['Access-Control-Request-Method', 'GET'],
  ...more
];
const ASKING: Header = ['Access-Control-Request-Headers', 'x-a, x-b'];
const ALLOWED = 'AC-Allow-Origin=http://a.test Vary=Origin AC-Allow-Methods=GET';

describe('the S3 interface', () => {
  test.each<[string, string, Header[], Partial<BucketFacts>, string]>([
    [
      'an unsigned request with an empty origin',
      'GET',
      [['Origin', '']],
      {},
      '- - AC-Allow-Origin=* AC-Allow-Methods=GET'
    ],
    [
      'headers that are allowed in part',
      'GET',
      [['Origin', 'http://a.test'], ASKING],
      {},
      '- - AC-Allow-Origin=* AC-Allow-Methods=GET AC-Allow-Headers=x-a'
    ],
    [
      'an actual request that names another method',
      'PUT',
      preflight(),
      {},
      '- - AC-Allow-Origin=* AC-Allow-Methods=GET'
    ],
    [
      'an Authorization header',
      'GET',
      [
        ['Origin', 'http://a.test'],
        ['Authorization', 'AWS k:s']
      ],
      {},
      `- - ${ALLOWED}`
    ],
    [
      'an empty method',
      'OPTIONS',
      [
        ['Origin', 'http://a.test'],
        ['Access-Control-Request-Method', '']
      ],
      {},
      '403 AccessDenied'
    ],
    [
      'names that semicolons part',
      'OPTIONS',
      preflight(['Access-Control-Request-Headers', 'x-a;X-A=x-a']),
      {},
      `200 - ${ALLOWED} AC-Allow-Headers=x-a,X-A,x-a`
    ],
    [
      'a readable signature',
      'OPTIONS',
      preflight([
        'Authorization',
        'AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host, Signature=c'
      ]),
      {},
      `200 - ${ALLOWED}`
    ],
    [
      'another scheme',
      'OPTIONS',
      preflight(['Authorization', 'Bearer t']),
      {},
      '400 InvalidArgument'
    ],
    [
      'a wrong signature',
      'OPTIONS',
      preflight(),
      { signature: 'bad' },
      '403 SignatureDoesNotMatch'
    ],
    [
      'the endpoint before the bucket',
      'OPTIONS',
      [],
      { target: 'root', bucketExists: false },
      '405 MethodNotAllowed'
    ],
    [
      'an actual request to the endpoint',
      'GET',
      [['Origin', 'http://a.test']],
      { target: 'root' },
      '- -'
    ]
  ])('%s', (_, method, headers, facts, expected) => {
    expect(answered('ceph-rgw', GET, method, headers, facts)).toBe(expected);
  });
});

describe('what the gateway keeps', () => {
  const saved = (text: string) => {
    const { status, code, rule: index, stored } = cephRgw.save(readRules(text));
    return [status, code, index, stored?.length ?? null];
  };
  const method = '<AllowedMethod>GET</AllowedMethod>';
  const many = (count: number) =>
    GET.replace(/(<CORSRule>.*<\/CORSRule>)/, (one) => one.repeat(count));
  test.each<[string, string, unknown[]]>([
    ['a hundred rules', many(100), [200, null, null, 100]],
    ['one more', many(101), [400, 'InvalidRequest', 100, null]],
    ['more than are read', many(1001), [400, 'InvalidRequest', 100, null]],
    [
      'too many, and one that is wrong',
      many(101).replace('GET', 'FOO'),
      [400, 'MalformedXML', 0, null]
    ],
    ['an ID of 255 bytes', rule(`${method}<ID>${'i'.repeat(255)}</ID>`), [200, null, null, 1]],
    [
      'an ID of 256 bytes',
      rule(`${method}<ID>${'é'.repeat(128)}</ID>`),
      [400, 'MalformedXML', 0, null]
    ],
    [
      'stray text, a comment, an element in the wrong place',
      rule(`${method}a<!-- --><CORSRule2/>`),
      [200, null, null, 1]
    ],
    [
      'a namespace prefix',
      GET.replaceAll('AllowedOrigin', 's:AllowedOrigin'),
      [400, 'MalformedXML', null, null]
    ],
    ['an unknown entity', rule(`${method}&a;`), [400, 'MalformedXML', null, null]],
    ['COPY', rule('<AllowedMethod>copy</AllowedMethod>'), [200, null, null, 1]],
    ['an empty method', rule('<AllowedMethod/>'), [400, 'MalformedXML', 0, null]]
  ])('%s', (_, text, expected) => {
    expect(saved(text)).toEqual(expected);
  });
});

describe('the Swift interface', () => {
  test.each<[string, string, Header[], Partial<BucketFacts>, string]>([
    ['no origin is no rule', `${META}-Max-Age: 5`, preflight(), {}, '403 -'],
    [
      'any separator',
      `${META}-Allow-Origin: http://b.test;http://a.test`,
      preflight(),
      {},
      `200 - ${ALLOWED}`
    ],
    [
      'a wrong token',
      `${META}-Allow-Origin: *`,
      preflight(),
      { signature: 'bad' },
      `200 - ${ALLOWED}`
    ]
  ])('%s', (_, rules, headers, facts, expected) => {
    expect(answered('ceph-rgw-swift', rules, 'OPTIONS', headers, facts)).toBe(expected);
  });

  test('refuses two wildcards in one name', () => {
    const { status, rule: index } = cephRgwSwift.save(
      readRules(`${META}-Allow-Origin: http://*.*`)
    );
    expect([status, index]).toEqual([400, 0]);
  });

  test.each([
    ['', true],
    ['hello', false],
    [GET, false],
    [`${META}-Allow-Origin: a\nhello`, false]
  ])('takes %j: %j', (text, taken) => {
    const saved = [cephRgwSwift, openstackSwift].map(({ save }) => save(readRules(text)).accepted);
    expect(saved).toEqual([taken, taken]);
  });

  test('keeps every method, and names once and in order', () => {
    const { stored } = cephRgwSwift.save(readRules(`${META}-Allow-Origin: b a,b`));
    expect(stored).toMatchObject([
      { allowedOrigins: ['a', 'b'], allowedMethods: ['GET', 'PUT', 'DELETE', 'HEAD', 'POST'] }
    ]);
  });
});

describe('OpenStack Swift', () => {
  const STAR = `${META}-Allow-Origin: *`;
  const METHODS = 'AC-Allow-Methods=DELETE, PUT, OPTIONS, GET, POST, HEAD';
  test.each<[string, string, string, Header[], Partial<BucketFacts>, string]>([
    [
      'headers asked for twice',
      STAR,
      'OPTIONS',
      preflight(['Access-Control-Request-Headers', 'x-a,x-b,x-a']),
      { target: 'bucket' },
      `200 - AC-Allow-Origin=* Vary=Access-Control-Request-Headers ${METHODS} AC-Allow-Headers=x-a, x-b`
    ],
    [
      'two lines of Origin',
      STAR.replace('*', 'http://a.test'),
      'OPTIONS',
      preflight(['Origin', 'http://b.test']),
      {},
      '401 -'
    ],
    [
      'a star twice',
      `${STAR} *`,
      'OPTIONS',
      preflight(),
      { target: 'bucket' },
      `200 - AC-Allow-Origin=http://a.test Vary=Origin ${METHODS}`
    ],
    [
      'an empty age',
      `${STAR}\n${META}-Max-Age:`,
      'OPTIONS',
      preflight(),
      { target: 'bucket' },
      `200 - AC-Allow-Origin=* ${METHODS}`
    ],
    [
      'a list without an Origin',
      STAR,
      'HEAD',
      [],
      { target: 'bucket', signature: 'header' },
      '- - Vary=Accept'
    ],
    ['a list that is not given', STAR, 'GET', [], { target: 'bucket' }, '- -'],
    ['a wrong token', STAR, 'GET', [['Origin', 'http://a.test']], { signature: 'bad' }, '- -']
  ])('%s', (_, rules, method, headers, facts, expected) => {
    expect(answered('openstack-swift', rules, method, headers, facts)).toBe(expected);
  });

  test('refuses a value of more than 256 bytes', () => {
    const origins = (bytes: number) => readRules(`${META}-Allow-Origin: ${'a'.repeat(bytes)}`);
    expect(openstackSwift.save(origins(256)).accepted).toBe(true);
    expect(openstackSwift.save(origins(257))).toMatchObject({
      status: 400,
      message: 'Metadata value longer than 256: x-container-meta-Access-Control-Allow-Origin'
    });
  });
});
