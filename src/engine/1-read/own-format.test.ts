import { describe, expect, test } from 'vitest';
import { providers } from '../providers/providers.ts';
import { guessProvider } from '../endpoints/guess.ts';
import { changeText } from './change-text.ts';
import { formatOf, readRules } from './read-rules.ts';
import { ownFormat } from './own-format.ts';
import { plainRule, ruleAt } from './plain.ts';

const RULE = {
  id: 'app-rule',
  allowedOrigins: ['https://a.test'],
  allowedMethods: ['GET'],
  allowedHeaders: ['etag'],
  exposeHeaders: ['etag'],
  maxAgeSeconds: '5'
};

const pairs = providers.flatMap(({ id, formats }) =>
  formats.map((format) => [id, format, formats] as const)
);

describe.each(pairs)('%s in %s', (_, format, formats) => {
  const text = formatOf(format).print({ rules: [ruleAt(RULE, 0)], responseVary: null });

  test('the last rule taken out leaves a text into which the store can put the next', () => {
    const emptied = changeText(readRules(text), text, [{ kind: 'remove-rule', rule: 0 }]);
    const own = ownFormat(emptied.read, formats);
    if (own !== null) expect(formats).toContain(own);
    const [held] = readRules(text).ruleSet.rules.map(plainRule);
    if (!held) throw new Error('no rule');
    const insert = { kind: 'insert-rule', at: 0, rule: held } as const;
    const { read: after } = changeText(emptied.read, emptied.text, [insert], formats);
    expect(formats).toContain(after.format);
    expect(after.ruleSet.rules).toHaveLength(1);
    const swap = [{ kind: 'remove-rule', rule: 0 }, insert] as const;
    expect(changeText(readRules(text), text, swap, formats).read).toMatchObject({
      format: after.format,
      ruleSet: { rules: [{ allowedOrigins: [{ value: 'https://a.test' }] }] }
    });
  });
});

test('an empty list names no store', () => {
  expect(guessProvider(readRules('[]'), '')).toBe(null);
  expect(guessProvider(readRules('[{"origin":["*"]}]'), '')?.provider).toBe('google-cloud-storage');
});
