import { describe, expect, test } from 'vitest';
import { headerOf } from '../2-bucket/question.ts';
import { providers } from '../providers/providers.ts';
import { ORIGIN } from './ordinary.ts';
import { probeOf } from './probe.ts';

describe.each(providers)('$name', (provider) => {
  test.each(provider.formats)('takes the ordinary rule, in %s', (format) => {
    const probe = probeOf(provider, format);
    expect(probe.save([{}])).toMatchObject({ accepted: true });
    expect(probe.takes({}, { headers: ['x-a'] })).toBe(true);
    expect(headerOf(probe.actual({}, ORIGIN).headers, 'access-control-allow-origin')).not.toBe(
      null
    );
    expect(probe.takes({}, { origin: 'https://b.test' })).toBe(false);
    expect(probe.trace({}, { headers: ['x-a'] }).decision.headers).toEqual(
      probe.preflight({}, { headers: ['x-a'] }).headers
    );
  });
});

test('the setting beside the rules is heeded by the stores that have it', () => {
  const heeding = providers.filter((provider) => probeOf(provider).heedsVary());
  expect(heeding.map(({ id }) => id)).toEqual(['tencent-cos', 'alibaba-oss']);
});
