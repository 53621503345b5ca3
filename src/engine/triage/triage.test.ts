import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRules } from '../1-read/read-rules.ts';
import type { Header, PageRequest } from '../model.ts';
import { providerById, providers, type ProviderId } from '../providers/providers.ts';
import { scrubUrl } from '../secrets/index.ts';
import { REASON_IDS, REASONS, type ReasonId } from './reasons.ts';
import type { SignCode } from './sign.ts';
import { triage } from './triage.ts';

const APP = 'https://app.example.com';
const COS = 'https://media-1250000000.cos.ap-guangzhou.myqcloud.com/a.png';
const GET: PageRequest = {
  pageOrigin: APP,
  method: 'GET',
  url: COS,
  headers: [],
  credentials: 'omit',
  needs: []
};

const rules = readRules(
  JSON.stringify([{ AllowedOrigins: ['*'], AllowedMethods: ['GET', 'PUT'], AllowedHeaders: ['*'] }])
).ruleSet;

const suspicions = (request: Partial<PageRequest>, store: ProviderId = 'tencent-cos') =>
  triage({ provider: providerById(store), ruleSet: rules, request: { ...GET, ...request } });

const checkOf = (id: ReasonId, request: Partial<PageRequest> = {}, store?: ProviderId) =>
  suspicions(request, store).find((one) => one.id === id)?.check;

test('the rows are the reasons, each once', () => {
  expect(REASONS.map(({ id }) => id)).toEqual([...REASON_IDS]);
});

describe('what the call makes likely', () => {
  interface TriageRow {
    says: string;
    request: Partial<PageRequest>;
    store?: ProviderId;
    likely: Partial<Record<ReasonId, SignCode[]>>;
  }
  const ROWS: TriageRow[] = [
    {
      says: 'a plain reading at a store that is silent without Origin',
      request: {},
      likely: { 'cached-answer': ['cache-breaks'] }
    },
    {
      says: 'the same at a store that always says Vary',
      request: { url: 'https://account.blob.core.windows.net/c/a.png' },
      store: 'azure-blob',
      likely: {}
    },
    {
      says: 'a name of one’s own before the store',
      request: { method: 'PUT', url: 'https://files.example.com/a.png' },
      likely: { 'other-request': ['upload'], 'cdn-between': ['foreign-host'] }
    },
    {
      says: 'a CDN’s name: two signs come before one',
      request: { method: 'PUT', url: 'https://d111111abcdef8.cloudfront.net/a.png' },
      store: 'aws-s3',
      likely: { 'cdn-between': ['cdn-host', 'foreign-host'], 'other-request': ['upload'] }
    },
    {
      says: 'the store’s own CDN',
      request: { method: 'DELETE', url: 'https://b.nyc3.cdn.digitaloceanspaces.com/a.png' },
      store: 'digitalocean-spaces',
      likely: { 'cdn-between': ['cdn-host'] }
    },
    {
      says: 'the endpoint of all regions, without TLS, from a page without it',
      request: {
        method: 'DELETE',
        pageOrigin: 'http://app.example.com',
        url: 'http://young-bucket.s3.amazonaws.com/a.png'
      },
      store: 'aws-s3',
      likely: { redirect: ['global-endpoint', 'http-address'], 'page-origin': ['http-page'] }
    },
    {
      says: 'a signed upload by a library',
      request: {
        method: 'PUT',
        url: 'https://b.s3.eu-west-1.amazonaws.com/a?X-Amz-Signature=00',
        headers: [
          ['Authorization', 'AWS4-HMAC-SHA256 x'],
          ['amz-sdk-request', 'attempt=1']
        ]
      },
      store: 'aws-s3',
      likely: {
        'access-denied': ['signed-address', 'authorization'],
        'other-request': ['upload'],
        library: ['library-headers']
      }
    },
    {
      says: 'a server in the same building',
      request: {
        method: 'DELETE',
        url: 'http://192.168.1.20:9000/b/a',
        pageOrigin: 'http://a.test'
      },
      store: 'ceph-rgw',
      likely: {
        redirect: ['http-address'],
        'page-origin': ['http-page'],
        proxy: ['self-hosted'],
        'private-network': ['private-host']
      }
    },
    {
      says: 'a local page and a local server: nothing crosses into another space',
      request: {
        method: 'DELETE',
        url: 'http://127.0.0.1:9000/b/a',
        pageOrigin: 'http://localhost:3000'
      },
      store: 'minio',
      likely: { redirect: ['http-address'], proxy: ['self-hosted'] }
    },
    {
      says: 'cookies, and a page without an origin',
      request: { method: 'DELETE', credentials: 'include', pageOrigin: 'null' },
      likely: { 'page-origin': ['opaque-page'], 'preflight-auth': ['credentials'] }
    },
    {
      says: 'the bucket twice in the name',
      request: { method: 'DELETE', url: 'https://b.b.obs.cn-north-4.myhuaweicloud.com/a' },
      store: 'huawei-obs',
      likely: { 'wrong-bucket': ['bucket-twice'], unreachable: ['bucket-twice'] }
    }
  ];
  test.each(ROWS)('$says', ({ request, store, likely }) => {
    const found = suspicions(request, store);
    const signed = found.filter(({ signs }) => signs.length > 0);
    const entries = signed.map(({ id, signs }) => [id, signs.map(({ code }) => code)]);
    expect(entries).toEqual(Object.entries(likely));
    expect(found.slice(0, signed.length)).toEqual(signed);
    expect(new Set(found.map(({ id }) => id))).toEqual(new Set(REASON_IDS));
  });

  test.each([
    ['an address that is none', { url: 'nowhere' }],
    ['a page of the same origin', { pageOrigin: new URL(COS).origin }],
    ['mixed content', { url: 'http://files.example.com/a.png' }]
  ])('nothing is suspected of %s', (_, request) => {
    expect(suspicions(request)).toEqual([]);
  });
});

describe('how it is told', () => {
  test('an upload is asked for, never made', () => {
    const put = { method: 'PUT', headers: [['x-cos-acl', 'private']] as Header[] };
    expect(checkOf('redirect', put)).toEqual({
      kind: 'shell',
      text: [
        'curl --include',
        "--request 'OPTIONS'",
        "--header 'Accept: */*'",
        "--header 'Access-Control-Request-Method: PUT'",
        "--header 'Access-Control-Request-Headers: x-cos-acl'",
        "--header 'Origin: https://app.example.com'",
        `'${COS}'`
      ].join(' \\\n  '),
      expected: { status: 200, allowed: '*' }
    });
    expect(checkOf('access-denied', put)).toEqual({ kind: 'devtools' });
  });

  test('a reading is made, without its body', () => {
    expect(checkOf('redirect')).toMatchObject({
      text: expect.stringContaining('--dump-header'),
      expected: { status: 200, allowed: '*' }
    });
  });

  test('what the store would say is its own', () => {
    expect(checkOf('redirect', { method: 'PATCH' })).toMatchObject({
      expected: { status: 403, allowed: null }
    });
  });
});

/** What sh makes of a command, with curl replaced by a printer of its arguments, and what it leaves behind. */
function run(command: string): { args: string[]; left: string[] } {
  const cwd = mkdtempSync(join(tmpdir(), 'preflight-'));
  execFileSync('sh', ['-n', '-c', command], { cwd });
  const script = `curl() { printf '%s\\0' "$@"; }\n${command}`;
  const printed = execFileSync('sh', ['-c', script], { cwd, encoding: 'utf8' });
  return { args: printed.split('\0').slice(0, -1), left: readdirSync(cwd) };
}

describe('whatever a person types', () => {
  const pieces = fc.constantFrom(
    ...[
      "'",
      '"',
      '$(touch a)',
      '`touch b`',
      '\\',
      ' ',
      ';touch c;',
      '&',
      '|',
      '>d',
      '*',
      '!!',
      '~'
    ],
    ...['\n', '\r', '\t', '\x15', '\x1b[201~', '%0a', '{1,2}', '[1-9]', '#', '@', 'é', 'x']
  );
  const hostile = fc.array(pieces, { maxLength: 8 }).map((list) => list.join(''));
  const requests = fc.record({
    pageOrigin: fc.oneof(
      fc.constant(APP),
      hostile.map((text) => `${APP}${text}`)
    ),
    method: fc.constantFrom('GET', 'PUT', 'HEAD', 'POST', "a'$`b", '`id`'),
    url: hostile.map((text) => `https://bucket.example.net/a${text}?b=${text}`),
    headers: fc.array(
      fc
        .tuple(fc.constantFrom('x-a', 'Authorization', "x'$`"), hostile)
        .map((pair): Header => pair),
      { maxLength: 2 }
    ),
    credentials: fc.constantFrom('omit' as const, 'include' as const),
    needs: fc.constant([])
  });

  test('a command runs curl once, changes nothing at the bucket, and does nothing else', () => {
    let ran = 0;
    fc.assert(
      fc.property(requests, fc.constantFrom(...providers), (request, provider) => {
        const found = triage({ provider, ruleSet: rules, request });
        const texts = found.flatMap(({ check }) => (check.kind === 'shell' ? [check.text] : []));
        for (const text of new Set(texts)) {
          const { args, left } = run(text);
          ran++;
          expect(left).toEqual([]);
          expect(args.at(-1)).toBe(scrubUrl(new URL(request.url).href).value);
          const method = args[args.indexOf('--request') + 1];
          expect(args.includes('--head') || method === 'GET' || method === 'OPTIONS').toBe(true);
        }
      }),
      { numRuns: 40 }
    );
    expect(ran).toBeGreaterThan(40);
  });

  test('what is pasted into the console is the same for everybody', () => {
    fc.assert(
      fc.property(requests, (request) => {
        for (const id of ['page-origin', 'service-worker'] as const) {
          const check = checkOf(id, request);
          if (check !== undefined) expect(check).toEqual(checkOf(id));
        }
      })
    );
  });
});
