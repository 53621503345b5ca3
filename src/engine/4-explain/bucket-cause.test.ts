import { expect, test } from 'vitest';
import { readRules } from '../1-read/read-rules.ts';
import { providerById } from '../providers/providers.ts';
import { judge } from './judge.ts';

test('at the root of the service no rule counts, so none is asked to be added', () => {
  const text = '[{"AllowedOrigins": ["*"], "AllowedMethods": ["POST"], "AllowedHeaders": ["*"]}]';
  const { outcome, cause, mend } = judge({
    text,
    read: readRules(text),
    provider: providerById('aws-s3'),
    request: {
      pageOrigin: 'https://app.example.com',
      method: 'POST',
      url: 'https://s3.amazonaws.com/',
      headers: [['content-type', 'image/png']],
      credentials: 'omit',
      needs: []
    }
  });
  expect([outcome, cause?.code, mend]).toEqual(['blocked', 'endpoint-without-cors', null]);
});
