/** `save` decides what a store takes; `lint` says the same of every text at every store. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { ruleAt, valueAt } from '../1-read/plain.ts';
import { FORMATS, readRules } from '../1-read/read-rules.ts';
import type { PlainRule } from '../model.ts';
import { providerById, providers, type Provider } from '../providers/providers.ts';
import { lint } from './lint.ts';

vi.setConfig({ testTimeout: 60_000 });

/**
 * What the two say of a text. Where the store refuses it, something is an error: a finding, or a problem of the reader;
 * of a text that is not read whole the reader alone speaks. Where the store takes it, no finding says that it is refused;
 * errors of another kind, as of what can never match, may be there. A blank text is not saved at all.
 */
function saysOf(text: string, provider: Provider) {
  const read = readRules(text);
  const findings = lint(read, text, provider);
  const isError = ({ level }: { level: string }): boolean => level === 'error';
  return {
    isSaved: provider.save(read).accepted,
    isRefused: findings.some(({ effect, level }) => effect === 'refused' && level === 'error'),
    isBroken: read.problems.some(isError) || !read.complete || text.trim() === ''
  };
}

const agrees = ({ isSaved, isRefused, isBroken }: ReturnType<typeof saysOf>): boolean =>
  isSaved ? !isRefused : isRefused || isBroken;

const TEXTS = {
  'no rules in a list': '[]',
  'no rules in an object': '{"CORSRules":[]}',
  'no rules in XML': '<CORSConfiguration/>',
  'no rules for Azure': '<Cors/>',
  'a comment alone': '<!-- later -->',
  'a rule that is empty': '[{}]',
  'a rule without a list': '{"AllowedMethods":["GET"],"AllowedOrigins":["*"]}',
  'a misspelt key':
    '[{"AllowedOrigins":["https://a.test"],"AllowedMethods":["GET"],"AllowedHeaderrs":["*"]}]',
  'an empty value beside another':
    '[{"AllowedOrigins":["https://app.example.com",""],"AllowedMethods":["GET"]}]',
  'an empty value alone': '[{"AllowedOrigins":[""],"AllowedMethods":["GET"]}]',
  'rules of Google': '[{"origin":["*"],"method":["GET"]}]',
  'rules of B2':
    '[{"corsRuleName":"download","allowedOrigins":["https://a.test"],"allowedHeaders":["*"],"allowedOperations":["s3_get"],"exposeHeaders":[],"maxAgeSeconds":3600}]',
  'rules of wrangler': '{"rules":[{"allowed":{"origins":["https://a.test"],"methods":["GET"]}}]}',
  'rules of Azure without an age':
    '[{"allowedOrigins":"https://a.test","allowedMethods":"GET","allowedHeaders":"","exposedHeaders":"","service":"blob"}]',
  'Terraform for OBS without methods':
    'resource "huaweicloud_obs_bucket" "this" {\n  cors_rule {\n    allowed_origins = ["https://a.test"]\n  }\n}\n',
  'Terraform for R2 without methods':
    'resource "cloudflare_r2_bucket_cors" "this" {\n  rules = [{ allowed = { origins = ["https://a.test"] } }]\n}\n',
  'Terraform for B2 without operations':
    'resource "b2_bucket" "this" {\n  cors_rules {\n    cors_rule_name = "rule-1"\n    allowed_origins = ["https://a.test"]\n    max_age_seconds = 600\n  }\n}\n',
  'text of no format': 'hello',
  'more findings than are listed': JSON.stringify([
    {
      AllowedOrigins: Array.from({ length: 250 }, (_, index) => `https://A${String(index)}.test/`),
      AllowedMethods: ['GET'],
      AllowedHeaderrs: ['*']
    }
  ])
};

describe.each(Object.entries(TEXTS))('%s', (_, text) => {
  test.each(providers.map((provider) => [provider.id, provider] as const))(
    '%s',
    (_id, provider) => {
      const says = saysOf(text, provider);
      expect(says).toSatisfy(agrees);
    }
  );
});

test.each([
  ['aws-s3', '{"AllowedOrigins":["https://a.test"],"AllowedMethods":["GET"]}'],
  ['ceph-rgw', '[{"origin":["https://a.test"],"method":["GET"],"maxAgeSeconds":3600}]'],
  ['seaweedfs', '[{"origin":["https://a.test"],"method":["GET"],"maxAgeSeconds":3600}]'],
  ['garage', '{"AllowedOrigins":["https://a.test"],"AllowedMethods":["GET"]}']
] as const)('%s does not save a form of others', (id, text) => {
  expect(providerById(id).save(readRules(text))).toMatchObject({ accepted: false, stored: null });
});

const value = fc.constantFrom(
  ...['*', '', 'https://a.test', 'https://A.test/', 'https://*.*.test', '*://a', 'a b', 'é', 'x-*'],
  ...[
    'null',
    'http*',
    'x-a',
    'X_B:',
    'GET',
    'get',
    'PUT',
    'OPTIONS',
    'PATCH',
    's3_get',
    'W'.repeat(300)
  ]
);
const values = fc.array(value, { maxLength: 3 });
const rule: fc.Arbitrary<PlainRule> = fc.record({
  id: fc.option(fc.constantFrom('', 'rule-1', 'b2-reserved', 'i'.repeat(300))),
  allowedOrigins: values,
  allowedMethods: values,
  allowedHeaders: values,
  exposeHeaders: values,
  maxAgeSeconds: fc.option(fc.constantFrom('', '0', '600', '-1', '1.5', '99999999999', 'abc'))
});

test('every format at every store', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...FORMATS),
      fc.array(rule, { maxLength: 4 }),
      fc.option(fc.constantFrom('true', 'x')),
      (format, rules, vary) => {
        const text = format.print({
          rules: rules.map((one) => ruleAt(one, 0)),
          responseVary: vary === null || !format.holdsResponseVary ? null : valueAt(vary, 0)
        });
        for (const provider of providers) {
          expect({ store: provider.id, ...saysOf(text, provider) }).toSatisfy(agrees);
        }
      }
    ),
    { numRuns: 150 }
  );
});
