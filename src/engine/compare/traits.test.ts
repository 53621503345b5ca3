import { describe, expect, test } from 'vitest';
import { providers, providerById, type ProviderId } from '../providers/providers.ts';
import { TRAIT_CODES, traitsOf, type TraitCode } from './traits.ts';

const answerOf = (id: ProviderId, code: TraitCode) => {
  const trait = traitsOf(providerById(id)).find((one) => one.code === code);
  return trait && { ...trait.answer.args, is: trait.answer.code };
};

test.each<[ProviderId, TraitCode, object]>([
  ['tencent-cos', 'star-preflight', { is: 'value', value: '*' }],
  ['tencent-cos', 'credentials-named', { is: 'value', value: 'true' }],
  ['tencent-cos', 'credentials-star', { is: 'none' }],
  ['tencent-cos', 'allow-methods', { is: 'listed', value: 'GET,PUT' }],
  ['tencent-cos', 'allow-headers', { is: 'listed', value: 'x-a,x-b' }],
  ['tencent-cos', 'vary-actual', { is: 'none' }],
  ['tencent-cos', 'max-age-zero', { is: 'value', value: '0' }],
  ['tencent-cos', 'method-miss', { is: 'next-rule' }],
  ['tencent-cos', 'header-pattern', { is: 'matches-not' }],
  ['aws-s3', 'header-pattern', { is: 'matches' }],
  ['aws-s3', 'allow-headers', { is: 'asked', value: 'x-a' }],
  ['aws-s3', 'origin-case', { is: 'matches-not' }],
  ['ceph-rgw', 'headers-miss', { is: 'error', status: 403 }],
  ['minio', 'header-pattern', { is: 'cannot-say' }],
  ['minio', 'not-allowed', { is: 'answers', status: 204 }]
])('%s, %s', (id, code, answer) => {
  expect(answerOf(id, code)).toMatchObject(answer);
});

test('S3 refuses a hundred and one rules with its own words', () => {
  expect(answerOf('aws-s3', 'many-rules')).toMatchObject({ is: 'refused', status: 400 });
});

describe.each(providers)('$name', (provider) => {
  test('answers every question, and says where an answer of its trace comes from', () => {
    const traits = traitsOf(provider);
    expect(traits.map(({ code }) => code)).toEqual(TRAIT_CODES);
    for (const { code, group, answer, sources } of traits) {
      if (group === 'save' || answer.code === 'cannot-say') continue;
      expect([code, sources.length > 0]).toEqual([code, true]);
    }
  });
});
