/** What Wasabi's own page says, and nothing more; that the rest is S3's is an inference, and every answer bears that mark. */
import { expect, test } from 'vitest';
import { ask, rulesXml, save, type ShortRequest, type ShortRule } from '../rows.testdata.ts';

const PAGE = 'https://docs.wasabi.com/docs/cross-origin-resource-sharing-cors';
const RULE: ShortRule = { origins: ['https://a.test'], methods: ['GET', 'MOVE'] };

const preflight = (origin: string, method: string): ShortRequest => ({
  method: 'OPTIONS',
  origin,
  asksMethod: method
});

test.each<{
  says: string;
  rules: ShortRule[];
  request: ShortRequest;
  status: number | null;
  allowed: string | undefined;
  source: string;
}>([
  {
    says: 'a default applies where a bucket has no rules',
    rules: [],
    request: preflight('https://any.test', 'PUT'),
    status: 200,
    allowed: '*',
    source: PAGE
  },
  {
    says: 'the default applies to an actual request as well',
    rules: [],
    request: { method: 'GET', origin: 'https://any.test' },
    status: null,
    allowed: '*',
    source: PAGE
  },
  {
    says: 'rules of the bucket stand in place of the default',
    rules: [RULE],
    request: preflight('https://any.test', 'GET'),
    status: 403,
    allowed: undefined,
    source: PAGE
  },
  {
    says: 'a rule may allow MOVE',
    rules: [RULE],
    request: preflight('https://a.test', 'MOVE'),
    status: 200,
    allowed: 'https://a.test',
    source: PAGE
  }
])('$says ($source)', ({ rules, request, status, allowed }) => {
  const answer = ask('wasabi', rulesXml(rules), request);
  expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([status, allowed]);
  expect(answer.evidence).toBe('inferred');
});

test.each<{ says: string; text: string; accepted: boolean; source: string }>([
  {
    says: 'the console takes a list of rules in JSON',
    text: '[{"AllowedMethods":["GET","MOVE"],"AllowedOrigins":["*"],"ExposeHeaders":["ETag"]}]',
    accepted: true,
    source: PAGE
  },
  {
    says: 'methods beside GET, HEAD, PUT, POST, DELETE and MOVE are none',
    text: '[{"AllowedMethods":["OPTIONS"],"AllowedOrigins":["*"]}]',
    accepted: false,
    source: PAGE
  }
])('saving: $says ($source)', ({ text, accepted }) => {
  expect(save('wasabi', text)).toMatchObject({ accepted, evidence: 'inferred' });
});
