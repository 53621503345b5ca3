import { expect, test } from 'vitest';
import { providerById, readRules, type PageRequest } from '#engine';
import { compareEngines, ENGINE_FACETS, type EngineComparison } from '#engine/compare';
import { examples } from '../examples/list.ts';
import { facetText, summaryText } from './facet-text.ts';

const [{ draft }] = examples;

function compared(change: Partial<PageRequest> = {}, rules = draft.rules): EngineComparison {
  const request = { ...draft.request, ...change };
  return compareEngines({
    text: rules,
    read: readRules(rules),
    request,
    provider: providerById(draft.provider)
  });
}

const column = (comparison: EngineComparison, at: number): string[] =>
  ENGINE_FACETS.map((facet) => facetText(facet, comparison.columns[at]!));

test('a refused preflight, in Safari', () => {
  expect(column(compared(), 2)).toEqual([
    'Blocked',
    'Blocked: no rule allows the header x-cos-meta-md5',
    'PUT with content-type, x-cos-meta-md5',
    'nothing',
    "The preflight's status is 403: not from 200 to 299.",
    'nothing: it gets no answer',
    'nothing to keep'
  ]);
});

test('an allowed call, in Chromium', () => {
  expect(column(compared({ headers: [['cookie', 'a=b']] }), 0)).toEqual([
    'Allowed',
    'none: the call works',
    'PUT',
    'cookie',
    'lets it pass',
    'content-length',
    '600 seconds'
  ]);
});

test('a call without a preflight', () => {
  const texts = column(compared({ method: 'GET', headers: [] }), 1);
  expect(texts).toContain('nothing: no preflight is sent');
  expect(texts).toContain('nothing to keep');
});

test.each<[string, Partial<PageRequest>, RegExp]>([
  ['agree', { method: 'GET', headers: [] }, /^All three agree, and/],
  ['go another way', {}, /^All three come to the same outcome\. .*: browser’s check\.$/],
  ['come to another end', { headers: [['dpr', '2']] }, /different outcomes/]
])('the browsers %s', (_, change, summary) => {
  expect(summaryText(compared(change))).toMatch(summary);
});

test('the browsers agree with each other alone', () => {
  const comparison = compared({ method: 'GET', headers: [] });
  expect(summaryText({ ...comparison, besideStandard: ['outcome', 'check'] })).toMatch(
    /but not with the Fetch standard: outcome, browser’s check\.$/
  );
});
