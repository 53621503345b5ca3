/** What LocalStack's source does and no recorded exchange shows: the origins that the emulator itself trusts. */
import { expect, test } from 'vitest';
import { ask, rulesXml, type ShortRequest, type ShortRule } from '../rows.testdata.ts';

const SOURCE =
  'https://github.com/localstack/localstack/blob/main/localstack-core/localstack/aws/handlers/cors.py';

const TRUSTED = 'https://app.localstack.cloud';
const RULES: ShortRule[] = [{ origins: ['https://a.test'], methods: ['GET'] }];
const preflight = (facts: ShortRequest['facts'] = {}): ShortRequest => ({
  method: 'OPTIONS',
  origin: TRUSTED,
  asksMethod: 'PUT',
  facts
});

test.each<{
  says: string;
  rules: ShortRule[];
  request: ShortRequest;
  status: number | null;
  allowed: string | undefined;
  evidence: string;
}>([
  {
    says: 'a bucket without rules lets a trusted origin in',
    rules: [],
    request: preflight(),
    status: 200,
    allowed: TRUSTED,
    evidence: 'documented'
  },
  {
    says: 'so does a path that names no bucket',
    rules: RULES,
    request: preflight({ bucketExists: false }),
    status: 204,
    allowed: TRUSTED,
    evidence: 'documented'
  },
  {
    says: 'rules of a bucket stand above that',
    rules: RULES,
    request: preflight(),
    status: 403,
    allowed: undefined,
    evidence: 'traced'
  },
  {
    says: 'an actual request to a bucket without rules',
    rules: [],
    request: { method: 'GET', origin: TRUSTED },
    status: null,
    allowed: TRUSTED,
    evidence: 'documented'
  },
  {
    says: 'one to a bucket that does not exist',
    rules: [],
    request: { method: 'GET', origin: TRUSTED, facts: { bucketExists: false } },
    status: null,
    allowed: undefined,
    evidence: 'traced'
  }
])(`$says (${SOURCE})`, ({ rules, request, status, allowed, evidence }) => {
  const answer = ask('localstack', rulesXml(rules), request);
  expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([status, allowed]);
  expect([answer.error === null, answer.evidence]).toEqual([status !== 403, evidence]);
});
