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
  request: {
    origin: string;
    method: string;
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
  };
}

const STORES: Readonly<Record<string, { provider: ProviderId; url: string }>> = {
  cos: {
    provider: 'tencent-cos',
    url: 'https://media-1250000000.cos.ap-guangzhou.myqcloud.com/photo.png'
  }
};

/** The cases name a reason in words of their own. */
const CAUSES: Readonly<Record<string, keyof CauseArgs>> = {
  'no-cors-configuration': 'no-configuration',
  'origin-scheme-missing': 'origin-scheme-missing',
  'origin-trailing-slash': 'origin-trailing-slash'
};

const OUTCOMES: Readonly<Record<string, Partial<Verdict>>> = {
  allow: { outcome: 'allowed', stage: null, save: 'accepted' },
  'allow-but-unreadable': { outcome: 'unreadable', stage: 'script', carriedOut: true },
  deny: { outcome: 'blocked', stage: 'bucket', carriedOut: false },
  'no-cors-headers': { outcome: 'blocked', stage: 'actual', carriedOut: true },
  'config-rejected': { save: 'rejected' }
};

/** A value by which a browser lists the header in its preflight. */
const valueOf = (name: string): string => (name === 'content-type' ? 'image/png' : 'x');

const cases = readFileSync(new URL('cases.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Case)
  .filter(({ store }) => store in STORES);

describe('cases of real users', () => {
  test('all of the stores in scope are here', () => expect(cases).toHaveLength(7));

  test.each(cases)('$id', ({ store, ruleSet, request, expect: wanted }) => {
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
    expect(verdict).toMatchObject(OUTCOMES[wanted.verdict] as Partial<Verdict>);
    if (wanted.matchedRule !== undefined) expect(verdict.rule).toBe(wanted.matchedRule - 1);
    if (wanted.status !== undefined)
      expect(verdict.exchanges[0]?.response.status).toBe(wanted.status);
    const cause = wanted.reason === undefined ? undefined : CAUSES[wanted.reason];
    if (cause !== undefined) expect(verdict.cause?.code).toBe(cause);
    if (wanted.missingExpose !== undefined) {
      const headers = wanted.missingExpose.map((name) => name.toLowerCase());
      expect(verdict.cause).toEqual({ code: 'header-not-exposed', args: { headers } });
    }
    if (wanted.shadowedRule !== undefined) {
      const shadowed = verdict.exchanges.at(-1)?.trace.rules[wanted.shadowedRule - 1];
      expect(shadowed?.matched).toBe(true);
      expect(shadowed?.conditions.every(({ asked }) => !asked)).toBe(true);
    }
  });
});
