import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { providers } from '#engine';
import { CHECKS } from '#engine/lint';
import { REASON_IDS } from '#engine/triage';

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' '
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** A number below a hundred as the README spells it, in small letters. */
function spelled(number: number): string {
  const ones = number % 10;
  const tens = TENS[Math.floor(number / 10) - 2];
  if (tens === undefined) return ONES[number] ?? String(number);
  return ones === 0 ? tens : `${tens}-${ONES[ones] ?? ''}`;
}

test.each([
  [3, 'three'],
  [15, 'fifteen'],
  [20, 'twenty'],
  [62, 'sixty-two']
])('%d is spelled %s', (number, word) => {
  expect(spelled(number)).toBe(word);
});

const readme = readFileSync('README.md', 'utf8').replace(/\s+/g, ' ');
const recorded = readdirSync('tests/servers').filter((file) => /^(?!.*-save).*\.jsonl$/.test(file));

/** What the README counts, and how many there are. */
test.each<[string, RegExp, number]>([
  ['checks', /([\w-]+) checks look at them/i, CHECKS.length],
  ['stores', /## Stores? ([\w-]+): /i, providers.length],
  [
    'stores with recordings',
    /([\w-]+) of them are held against recorded traffic/i,
    recorded.length
  ],
  ['reasons', /([\w-]+) other reasons/i, REASON_IDS.length]
])('the number of %s', (_what, place, number) => {
  expect(place.exec(readme)?.[1]?.toLowerCase()).toBe(spelled(number));
});
