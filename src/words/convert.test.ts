import { expect, test } from 'vitest';
import { providerById, providers, readRules } from '#engine';
import { convertRules } from '#engine/compare';
import { say } from './say.ts';

const RULES = JSON.stringify({
  CORSRules: [
    {
      ID: 'upload',
      AllowedOrigins: ['https://app.example.com', 'https://*.example.org'],
      AllowedMethods: ['GET', 'PUT'],
      AllowedHeaders: ['content-type', 'x-amz-*'],
      ExposeHeaders: ['ETag'],
      MaxAgeSeconds: 600
    },
    { AllowedOrigins: ['*'], AllowedMethods: ['GET', 'PATCH'] }
  ]
});

test.each(providers.map((provider) => [provider.id, provider] as const))(
  'every word of a conversion for %s is said whole',
  (_, to) => {
    for (const format of to.formats) {
      const from = providerById('aws-s3');
      const { losses, differences } = convertRules({
        text: RULES,
        read: readRules(RULES),
        from,
        to,
        format
      });
      const said = [
        ...losses.map((loss) => say.loss(loss, { target: say.format(format), store: to.name })),
        ...differences.list.flatMap((one) => [
          say.difference(one),
          say.also(one),
          say.call(one.witness)
        ])
      ];
      for (const text of said) {
        expect(text).not.toMatch(/undefined|null,|\[object|(loss|difference|field)\.[a-z]|\{|\}/);
      }
    }
  }
);

test('rules are counted from 1, and a run of them is told by its ends', () => {
  const text = (...rules: number[]) =>
    say.loss({ code: 'ids-dropped', args: { rules } }, { target: 'T', store: 'S' });
  expect(text(0)).toBe('Rule 1: T has no place for the ID.');
  expect(text(0, 1, 4, 5, 6, 7)).toBe('Rules 1, 2, 5 to 8: T has no place for the ID.');
});

test.each([
  [1, 'The comment in line 4 is left out.'],
  [3, '3 comments are left out, the first in line 4.']
])('%i comments', (count, said) => {
  const lost = { code: 'comments-dropped', args: { count, line: 4 } } as const;
  expect(say.loss(lost, { target: 'T', store: 'S' })).toBe(said);
});
