import { expect, test } from 'vitest';
import { readRules } from '../1-read/read-rules.ts';
import { judge } from '../4-explain/judge.ts';
import { providerById, type ProviderId } from '../providers/providers.ts';
import { differences } from './difference.ts';
import { witnessRequest } from './witness-request.ts';

const ADDRESS = 'https://bucket.example/key';
const BEFORE = JSON.stringify([
  {
    AllowedOrigins: ['https://*.example.com'],
    AllowedMethods: ['GET', 'PUT'],
    AllowedHeaders: ['x-amz-meta-*', 'content-type'],
    ExposeHeaders: ['ETag']
  },
  { AllowedOrigins: ['*'], AllowedMethods: ['GET'] }
]);
const AFTER = JSON.stringify([
  {
    AllowedOrigins: ['https://app.example.com'],
    AllowedMethods: ['GET', 'DELETE'],
    AllowedHeaders: ['content-type', 'range']
  },
  { AllowedOrigins: ['https://other.test'], AllowedMethods: ['GET'] }
]);

const outcomeOf = (text: string, id: ProviderId, request: ReturnType<typeof witnessRequest>) => {
  if (request === null) throw new Error('no call of a page');
  const read = readRules(text);
  const provider = providerById(id);
  return judge({ text, read, provider, request, engine: 'standard' }).outcome;
};

test.each<ProviderId>(['aws-s3', 'tencent-cos', 'cloudflare-r2', 'ceph-rgw', 'seaweedfs'])(
  'the page’s verdict on a witness is what the difference says: %s',
  (id) => {
    const provider = providerById(id);
    const sides = [BEFORE, AFTER].map((text) => ({ ruleSet: readRules(text).ruleSet, provider }));
    const [before, after] = sides;
    if (before === undefined || after === undefined) return;
    const shown = differences(before, after).list.filter(({ witness }) => witness.origin !== null);
    expect(shown.length).toBeGreaterThan(3);
    for (const difference of shown) {
      const request = witnessRequest(difference, { url: ADDRESS });
      const withCookies = difference.code.endsWith('-with-credentials');
      for (const [text, answer] of [
        [BEFORE, difference.before],
        [AFTER, difference.after]
      ] as const) {
        const works = withCookies ? answer.allowedWithCredentials : answer.allowed;
        expect(outcomeOf(text, id, request) !== 'blocked', JSON.stringify(request)).toBe(works);
      }
    }
  }
);

test('what is exposed is asked for, and a request without an Origin is no call of a page', () => {
  const provider = providerById('aws-s3');
  const [before, after] = [BEFORE, BEFORE.replace('"ETag"', '"x-other"')].map((text) => ({
    ruleSet: readRules(text).ruleSet,
    provider
  }));
  if (before === undefined || after === undefined) return;
  const [exposed] = differences(before, after).list;
  if (exposed === undefined) throw new Error('no difference');
  expect(exposed.code).toBe('exposed');
  expect(witnessRequest(exposed, { url: ADDRESS })?.needs).toEqual(
    expect.arrayContaining(['etag', 'x-other'])
  );
  const bare = { ...exposed, witness: { origin: null, method: 'GET', headers: [] } };
  expect(witnessRequest(bare, { url: ADDRESS })).toBeNull();
});
