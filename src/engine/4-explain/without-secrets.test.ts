import { expect, test } from 'vitest';
import { readRules } from '../1-read/read-rules.ts';
import type { PageRequest } from '../model.ts';
import { providerById } from '../providers/providers.ts';
import { judge } from './judge.ts';
import { withoutSecrets } from './without-secrets.ts';

const text = '[{"AllowedOrigins":["https://other.example"],"AllowedMethods":["PUT"]}]';
const request: PageRequest = {
  pageOrigin: 'https://app.example.com',
  method: 'PUT',
  url: 'https://media-1250000000.cos.ap-guangzhou.myqcloud.com/k?q-signature=SECRET',
  headers: [['x-auth-key', 'SECRET']],
  credentials: 'omit',
  needs: []
};

/** Ages are of any size. */
const printed = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? String(each) : each));

test.each([text, '[{"AllowedOrigins":["*"],"AllowedMethods":["PUT"],"AllowedHeaders":["*"]}]'])(
  'no part of a verdict on %s tells a secret, and what it says stays',
  (rules) => {
    const provider = providerById('tencent-cos');
    if (provider === null) throw new Error('no store');
    const verdict = judge({
      text: rules,
      read: readRules(rules),
      provider,
      request,
      engine: 'chromium'
    });
    const shown = withoutSecrets(verdict);
    expect(printed(verdict)).toContain('SECRET');
    expect(printed(shown)).not.toContain('SECRET');
    expect([shown.outcome, shown.cause?.code, shown.mend]).toEqual([
      verdict.outcome,
      verdict.cause?.code,
      verdict.mend
    ]);
  }
);

test.each(['b.example/k?sig=SECRET', 'https://me:SECRET@b.example/k', 'data:,SECRET'])(
  'nor where the address is %s',
  (url) => {
    const provider = providerById('tencent-cos');
    if (provider === null) throw new Error('no store');
    const verdict = judge({
      text,
      read: readRules(text),
      provider,
      engine: 'chromium',
      request: { ...request, url }
    });
    expect(printed(withoutSecrets(verdict))).not.toContain('SECRET');
  }
);
