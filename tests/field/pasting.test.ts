import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readSymptom } from '#engine/import';

const PAGE = readFileSync(new URL('../../docs/pasting.md', import.meta.url), 'utf8');

/** Every example of the page, with the cause and the store that stand below it. */
const EXAMPLES = [
  ...PAGE.matchAll(/```text\n([^]*?)\n```\n\n> (no cause|[a-z-]+)(?:, ([a-z0-9-]+))?\n/g)
].map(([, text = '', cause = '', store = null]) => ({
  text,
  cause: cause === 'no cause' ? null : cause,
  store
}));

test('every example says what comes of it', () => {
  expect(EXAMPLES.length).toBeGreaterThan(15);
  expect(EXAMPLES.length).toBe(PAGE.split('```text').length - 1);
});

test.each(EXAMPLES)('$text', ({ text, cause, store }) => {
  const { symptom } = readSymptom(text);
  expect({ cause: symptom?.causes[0] ?? null, store: symptom?.store ?? null }).toEqual({
    cause,
    store
  });
});
