/** Calls with a mistake of their own: what is changed in the call, one row a mistake. */
import { describe, expect, test } from 'vitest';
import { readRules } from '../1-read/read-rules.ts';
import type { PageRequest } from '../model.ts';
import { providerById, type ProviderId } from '../providers/providers.ts';
import { judge } from './judge.ts';
import { methodMeant } from './method-slip.ts';

const APP = 'https://app.example.com';
const S3 = 'https://b.s3.eu-west-1.amazonaws.com/k.png';

const s3 = (origin: string, headers: string[] = ['content-type']) =>
  JSON.stringify([
    { AllowedOrigins: [origin], AllowedMethods: ['GET', 'PUT'], AllowedHeaders: headers }
  ]);
const gcs = JSON.stringify([{ origin: [APP], method: ['PUT', 'PATCH'], responseHeader: ['*'] }]);

function judged(request: Partial<PageRequest>, rules = s3(APP), provider: ProviderId = 'aws-s3') {
  const whole = {
    pageOrigin: APP,
    method: 'PUT',
    url: S3,
    headers: [],
    credentials: 'omit',
    needs: [],
    ...request
  } as const;
  return judge({
    text: rules,
    read: readRules(rules),
    provider: providerById(provider),
    request: whole
  });
}

interface CallRow {
  name: string;
  request: Partial<PageRequest>;
  rules?: string;
  provider?: ProviderId;
  faults: string[];
  /** The parts of the request that are changed. */
  mended: Partial<PageRequest>;
}

const ROWS: CallRow[] = [
  {
    name: 'a header of an answer',
    request: {
      headers: [
        ['Access-Control-Allow-Origin', '*'] as const,
        ['content-type', 'image/png'] as const
      ]
    },
    faults: ['answer-header-sent'],
    mended: { headers: [['content-type', 'image/png']] }
  },
  {
    name: 'an index and a word for nothing',
    request: { headers: [['0', 'content-type'] as const, ['undefined', 'x'] as const] },
    faults: ['header-accidental'],
    mended: { headers: [] }
  },
  {
    name: 'authorization beside a presigned address',
    request: { headers: [['Authorization', 'Bearer x']], url: `${S3}?X-Amz-Signature=a` },
    faults: ['authorization-beside-signature'],
    mended: { headers: [] }
  },
  {
    name: 'authorization beside a SAS',
    request: {
      headers: [['Authorization', 'Bearer x']],
      url: 'https://acct.blob.core.windows.net/c/k?sv=2023-11-03&sig=a'
    },
    rules: `<Cors><CorsRule><AllowedOrigins>${APP}</AllowedOrigins><AllowedMethods>PUT</AllowedMethods><AllowedHeaders>content-type</AllowedHeaders><ExposedHeaders></ExposedHeaders><MaxAgeInSeconds>1</MaxAgeInSeconds></CorsRule></Cors>`,
    provider: 'azure-blob',
    faults: ['authorization-beside-signature'],
    mended: { headers: [] }
  },
  {
    name: 'a method in small letters that no browser puts into capitals',
    request: { method: 'patch', url: 'https://storage.googleapis.com/b/k' },
    rules: gcs,
    provider: 'google-cloud-storage',
    faults: ['method-lower-case'],
    mended: { method: 'PATCH' }
  },
  {
    name: 'a method that is none',
    request: { method: 'PUTT' },
    faults: ['method-misspelt'],
    mended: { method: 'PUT' }
  },
  {
    name: 'a header and a method at once',
    request: { method: 'PTU', headers: [['access-control-allow-methods', 'PUT']] },
    faults: ['answer-header-sent', 'method-misspelt'],
    mended: { method: 'PUT', headers: [] }
  },
  {
    name: 'a static website of S3',
    request: { method: 'GET', url: 'https://b.s3-website.eu-west-1.amazonaws.com/k.png?v=1' },
    faults: ['address-beside-bucket'],
    mended: { url: `${S3}?v=1` }
  },
  {
    name: 'an upload through a network for reading',
    request: { url: 'https://b.ams3.cdn.digitaloceanspaces.com/k' },
    provider: 'digitalocean-spaces',
    faults: ['address-beside-bucket'],
    mended: { url: 'https://b.ams3.digitaloceanspaces.com/k' }
  },
  {
    name: 'the download of GCS for people who are signed in',
    request: { url: 'https://storage.cloud.google.com/b/k' },
    rules: gcs,
    provider: 'google-cloud-storage',
    faults: ['address-beside-bucket'],
    mended: { url: 'https://storage.googleapis.com/b/k' }
  }
];

describe('a call with a mistake', () => {
  test.each(ROWS)('$name', ({ request, rules, provider, faults, mended }) => {
    const { callMend, mend } = judged(request, rules, provider);
    expect(mend).toBeNull();
    expect(callMend?.faults.map(({ code }) => code)).toEqual(faults);
    expect(callMend?.request).toMatchObject(mended);
    // Nothing is left to mend in the call, and it works.
    const after = judged(callMend?.request ?? {}, rules, provider);
    expect(after).toMatchObject({ outcome: 'allowed', callMend: null });
  });

  test('has its call mended first, then its rules', () => {
    const first = judged({ headers: [['access-control-allow-origin', '*']] }, s3('https://o.test'));
    expect(first.mend).toBeNull();
    const then = judged(first.callMend?.request ?? {}, s3('https://o.test'));
    expect(then).toMatchObject({ outcome: 'blocked', callMend: null });
    expect(then.mend).not.toBeNull();
  });
});

const FINE: [name: string, request: Partial<PageRequest>, rules?: string][] = [
  ['works as it is', { headers: [['access-control-allow-origin', '*']] }, s3(APP, ['*'])],
  ['lacks a header in the rules', { headers: [['x-a', '1']] }],
  ['signs by a header alone', { headers: [['authorization', 'AWS4-HMAC-SHA256 x']] }],
  ['uses a method that the store has none like', { method: 'PROPFIND' }],
  ['uses a method of HTTP that the store lacks', { method: 'patch' }],
  ['goes to the root of a website', { url: 'https://b.s3-website.eu-west-1.amazonaws.com/' }],
  ['goes to a website with dots', { url: 'https://a.b.s3-website.eu-west-1.amazonaws.com/k' }],
  [
    'reads through a network',
    { method: 'GET', url: 'https://b.ams3.cdn.digitaloceanspaces.com/k' }
  ],
  ['goes to another store', { url: 'https://storage.googleapis.com/b/k' }]
];

test.each(FINE)('no mistake is named in a call that %s', (_, request, rules) => {
  expect(judged(request, rules).callMend).toBeNull();
});

const KNOWN = ['GET', 'HEAD', 'PUT', 'POST', 'DELETE', 'PATCH'];
const METHODS: [typed: string, meant: string | null][] = [
  ['PUTT', 'PUT'],
  ['UPT', 'PUT'],
  ['POTS', 'POST'],
  ['PST', 'POST'],
  ['PORT', 'POST'],
  ['delte', 'DELETE'],
  ['patch', 'PATCH'],
  // Either of two
  ['PUST', null],
  // Methods of their own, or of another protocol
  ['SET', null],
  ['LIST', null],
  ['MOVE', null],
  ['LOCK', null],
  ['COPY', null],
  ['', null]
];

test.each(METHODS)('%s is meant for %s', (typed, meant) => {
  expect(methodMeant(typed, KNOWN)).toBe(meant);
});
