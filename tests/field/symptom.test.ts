import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { answerLine } from '../../src/cli/replay/answer.ts';
import { RuleCache } from '../../src/cli/replay/rule-cache.ts';

/** One of several values, or just one. */
type OneOf = unknown;

/**
 * A text that somebody posted, with what must be said of it. A field that is not there is not compared, and a list stands for
 * any of its members.
 */
interface Row {
  id: string;
  text: string;
  expect: Record<string, OneOf> & {
    /** `none`: no cause; `first`: the first is one of these, or there is none where null is; `not`: none of these is there. */
    causes?: { none?: true; first?: (string | null)[]; not?: string[] };
    request?: Record<string, OneOf>;
  };
}

interface Answer extends Record<string, unknown> {
  causes: string[];
  request: Record<string, string | null>;
  missing: string[];
}

const ROWS = readFileSync(new URL('symptom.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Row);

const anyOf = (wanted: OneOf): unknown[] =>
  Array.isArray(wanted) ? (wanted as unknown[]) : [wanted];

/** An address without its query, which may hold secrets, unless the row asks for it. */
function addressOf(url: unknown, withQuery: boolean): unknown {
  if (typeof url !== 'string' || !URL.canParse(url)) return url;
  const { origin, pathname, search } = new URL(url);
  return origin + pathname + (withQuery ? search : '');
}

function disagreements({ expect: wanted, ...line }: Row): string[] {
  const { json } = answerLine(JSON.stringify(line), new RuleCache());
  const told = JSON.parse(json) as Answer;
  const { causes = {}, request = {}, ...fields } = wanted;
  const wrong = Object.keys(fields).filter((name) => !anyOf(fields[name]).includes(told[name]));
  const [likeliest = null] = told.causes;
  if (causes.none && told.causes.length > 0) wrong.push('causes');
  if (causes.first && !causes.first.includes(likeliest)) wrong.push('causes');
  if (causes.not?.some((code) => told.causes.includes(code))) wrong.push('causes');
  for (const [name, value] of Object.entries(request)) {
    const isRight = anyOf(value).some((one) => {
      const withQuery = name === 'url' && String(one).includes('?');
      return addressOf(told.request[name], withQuery) === addressOf(one, withQuery);
    });
    if (!isRight) wrong.push(`request.${name}`);
    const question = name === 'pageOrigin' ? 'origin' : name;
    if (!anyOf(value).includes(null) && told.missing.includes(question))
      wrong.push(`missing ${question}`);
  }
  return wrong.length === 0 ? [] : [...wrong, json];
}

test('there are rows', () => {
  expect(ROWS.length).toBeGreaterThan(150);
});

test.each(ROWS)('$id', (row) => {
  expect(disagreements(row)).toEqual([]);
});
