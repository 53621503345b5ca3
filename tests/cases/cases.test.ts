/** Real users' failures, one a line in cases.jsonl: what the story must say of each. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  judge,
  providerById,
  readRules,
  type CauseArgs,
  type Header,
  type PageRequest,
  type ProviderId,
  type Verdict
} from '#engine';

interface Case {
  id: string;
  store: string;
  ruleSet: string;
  ruleFormat: string;
  phase: 'preflight' | 'actual';
  request: {
    origin: string;
    /** Null for a preflight that names none. */
    method: string | null;
    headers: string[];
    credentials: PageRequest['credentials'] | null;
  };
  expect: {
    verdict: string;
    status?: number;
    reason?: string;
    matchedRule?: number;
    missingExpose?: string[];
    shadowedRule?: number;
    headers_failed?: string[];
  };
}

const STORES: Readonly<Record<string, { provider: ProviderId; url: string }>> = {
  cos: {
    provider: 'tencent-cos',
    url: 'https://media-1250000000.cos.ap-guangzhou.myqcloud.com/photo.png'
  },
  azure: { provider: 'azure-blob', url: 'https://media.blob.core.windows.net/container/photo.png' },
  gcs: { provider: 'google-cloud-storage', url: 'https://storage.googleapis.com/media/photo.png' },
  r2: {
    provider: 'cloudflare-r2',
    url: 'https://0123456789abcdef0123456789abcdef.r2.cloudflarestorage.com/media/photo.png'
  },
  oss: { provider: 'alibaba-oss', url: 'https://media.oss-cn-hangzhou.aliyuncs.com/photo.png' },
  b2: { provider: 'backblaze-b2', url: 'https://s3.us-west-004.backblazeb2.com/media/photo.png' },
  obs: { provider: 'huawei-obs', url: 'https://media.obs.cn-north-4.myhuaweicloud.com/photo.png' }
};

/** Rules that let the call in and that the case does not show. */
const isUnread = ({ ruleFormat, expect: { verdict } }: Case): boolean =>
  ruleFormat === 'none' && verdict === 'rules-allow-other-cause';

/** The cases name a reason in words of their own. */
const CAUSES: Readonly<Record<string, keyof CauseArgs>> = {
  header: 'header-not-allowed',
  'header-not-allowed': 'header-not-allowed',
  'no-cors-configuration': 'no-configuration',
  origin: 'origin-not-allowed',
  'origin-port': 'origin-port-differs',
  'origin-scheme-missing': 'origin-scheme-missing',
  'origin-trailing-slash': 'origin-trailing-slash'
};

const OUTCOMES: Readonly<Record<string, Partial<Verdict>>> = {
  allow: { outcome: 'allowed', stage: null, save: 'accepted' },
  'allow-but-unreadable': { outcome: 'unreadable', stage: 'script', carriedOut: true },
  deny: { outcome: 'blocked', stage: 'bucket', carriedOut: false },
  'no-cors-headers': { outcome: 'blocked', stage: 'actual', carriedOut: true },
  'config-rejected': { save: 'rejected' },
  'rules-allow-other-cause': { outcome: 'allowed', stage: null, save: 'accepted' }
};

/** Nothing refuses a call that no preflight comes before: its answer only lacks the headers. */
const outcomeOf = ({ phase, expect: { verdict } }: Case): Partial<Verdict> =>
  OUTCOMES[verdict === 'deny' && phase === 'actual' ? 'no-cors-headers' : verdict] ?? {};

/** A value by which a browser lists the header in its preflight. */
const valueOf = (name: string): string => (name === 'content-type' ? 'image/png' : 'x');

const cases = readFileSync(new URL('cases.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Case)
  .filter((one) => one.store in STORES && !isUnread(one));

/** A browser's call; the others are preflights that no browser sends, and stand in wire.test.ts. */
const hasMethod = (one: Case): one is Case & { request: { method: string } } =>
  one.request.method !== null;

describe('cases of real users', () => {
  test('all of the stores in scope are here', () => {
    const counts = Object.keys(STORES).map((name) => [
      name,
      cases.filter(({ store }) => store === name).length
    ]);
    expect(Object.fromEntries(counts)).toEqual({
      cos: 7,
      azure: 5,
      gcs: 6,
      r2: 6,
      oss: 3,
      b2: 2,
      obs: 0
    });
  });

  test.each(cases.filter(hasMethod))('$id', (one) => {
    const { store, ruleSet, request, expect: wanted } = one;
    const { provider, url } = STORES[store] as (typeof STORES)[string];
    const verdict = judge({
      text: ruleSet,
      read: readRules(ruleSet),
      provider: providerById(provider),
      request: {
        pageOrigin: request.origin,
        method: request.method,
        url,
        headers: request.headers.map((name): Header => [name, valueOf(name)]),
        credentials: request.credentials ?? 'omit',
        needs: wanted.missingExpose ?? []
      }
    });
    expect(verdict).toMatchObject(outcomeOf(one));
    // A rule that was chosen and then refused has not answered; it is the closest one.
    if (wanted.matchedRule !== undefined)
      expect(verdict.rule ?? verdict.closest).toBe(wanted.matchedRule - 1);
    if (wanted.status !== undefined)
      expect(verdict.exchanges[0]?.response.status).toBe(wanted.status);
    const cause = wanted.reason === undefined ? undefined : CAUSES[wanted.reason];
    if (cause !== undefined) expect(verdict.cause?.code).toBe(cause);
    if (wanted.headers_failed !== undefined) {
      expect(verdict.cause?.args).toMatchObject({ headers: wanted.headers_failed });
    }
    if (wanted.missingExpose !== undefined) {
      const headers = wanted.missingExpose;
      expect(verdict.cause).toEqual({ code: 'header-not-exposed', args: { headers } });
    }
    if (wanted.shadowedRule !== undefined) {
      const shadowed = verdict.exchanges.at(-1)?.trace.rules[wanted.shadowedRule - 1];
      expect(shadowed?.matched).toBe(true);
      expect(shadowed?.conditions.every(({ asked }) => !asked)).toBe(true);
    }
  });
});
