import { expect, test } from 'vitest';
import { examples } from '../examples/list.ts';
import type { Draft } from '../document.ts';
import { Workbench } from '../workbench.svelte.ts';
import { Comparing } from './comparing.svelte.ts';

const OTHER = '[{"AllowedOrigins": ["https://a.test"], "AllowedMethods": ["GET"]}]';

function open(draft: Partial<Draft> = {}) {
  const workbench = new Workbench({ ...examples[0].draft, chosen: true, ...draft });
  return { workbench, comparing: new Comparing(workbench) };
}

test('nothing is compared before there are other rules', () => {
  const { comparing } = open();
  expect([comparing.isAwaited, comparing.job]).toEqual([true, null]);
  comparing.given = OTHER;
  expect(comparing.isAwaited).toBe(false);
  expect(comparing.job?.before).toEqual({ text: OTHER, provider: 'tencent-cos' });
});

test('the other rules stand before or after those on the page, at a store of their own', () => {
  const { workbench, comparing } = open();
  comparing.given = OTHER;
  comparing.place = 'after';
  comparing.chooseStore('aws-s3');
  expect(comparing.job).toEqual({
    kind: 'diff',
    before: { text: workbench.draft.rules, provider: 'tencent-cos' },
    after: { text: OTHER, provider: 'aws-s3' }
  });
});

test('the rules as the page was opened are there once they have changed', () => {
  const { workbench, comparing } = open();
  const opened = workbench.draft.rules;
  expect(comparing.sources).toEqual(['given', 'same']);
  workbench.update({ rules: OTHER });
  expect(comparing.sources).toEqual(['given', 'opened', 'same']);
  comparing.source = 'opened';
  expect(comparing.job).toMatchObject({ before: { text: opened }, after: { text: OTHER } });
  comparing.source = 'same';
  expect(comparing.job).toMatchObject({ before: { text: OTHER }, after: { text: OTHER } });
});

test.each([
  ['the other rules', '<CORSConfiguration>', OTHER, false],
  ['those on the page', OTHER, '<CORSConfiguration>', true]
])('what cannot be read whole is not compared: %s', (_, given, rules, isPage) => {
  const { comparing } = open({ rules });
  comparing.given = given;
  expect(comparing.unread?.isPage).toBe(isPage);
  expect(comparing.job).toBeNull();
});
