import { expect, it } from 'vitest';
import { providerById } from '../providers/providers.ts';
import { copyOf, newRule } from './new-rule.ts';

const cos = providerById('tencent-cos').form;
const b2 = providerById('backblaze-b2').form;
const call = { pageOrigin: 'https://app.test', method: 'PUT' };

it('is for the call, with an age where one is needed', () => {
  expect(newRule(cos, call, [])).toEqual({
    id: null,
    allowedOrigins: ['https://app.test'],
    allowedMethods: ['PUT'],
    allowedHeaders: [],
    exposeHeaders: [],
    maxAgeSeconds: '600'
  });
  expect(newRule(providerById('aws-s3').form, call, []).maxAgeSeconds).toBe(null);
});

it('takes no method that the page has no tick for, and no origin that is none', () => {
  const { allowedMethods, allowedOrigins } = newRule(
    cos,
    { pageOrigin: 'null', method: 'PATCH' },
    []
  );
  expect(allowedMethods).toEqual([]);
  expect(allowedOrigins).toEqual(['https://app.example.com']);
});

it('has an id of its own where one is needed', () => {
  const others = [{ id: 'rule-1' }, { id: null }];
  expect(newRule(b2, call, others).id).toBe('rule-2');
  const rule = newRule(b2, call, others);
  expect(copyOf(rule, b2, [...others, rule]).id).toBe('rule-2-1');
  expect(copyOf(rule, cos, []).id).toBe(null);
});
