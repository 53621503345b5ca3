import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { applyEdits } from '../1-read/change.ts';
import type { ReadResult } from '../1-read/format.ts';
import { FORMATS, readRules } from '../1-read/read-rules.ts';
import { ruleAt } from '../1-read/plain.ts';
import { LIST_FIELDS, type PageRequest, type PlainRule } from '../model.ts';
import { providerById, providers, type ProviderId } from '../providers/providers.ts';
import { completionsAt } from './completions-at.ts';

/** The machine may be busy with other tests. */
vi.setConfig({ testTimeout: 60_000 });

const REQUEST: PageRequest = {
  pageOrigin: 'https://app.example.com',
  method: 'PUT',
  url: 'https://bucket.test/key',
  headers: [['content-type', 'image/png']],
  credentials: 'omit',
  needs: ['ETag']
};

const some = (...values: string[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 3 });
const rule: fc.Arbitrary<PlainRule> = fc.record({
  id: fc.option(fc.constantFrom('rule-1', 'rule-2')),
  allowedOrigins: some('*', 'https://a.test', 'https://*.b.test:8080', 'https://é.test'),
  allowedMethods: some('GET', 'PUT', 'HEAD'),
  allowedHeaders: some('*', 'content-type', 'x-amz-*', 'x-a&b'),
  exposeHeaders: some('ETag', 'x-cos-request-id'),
  maxAgeSeconds: fc.option(fc.constantFrom('0', '600'))
});
const rules = fc.array(rule, { maxLength: 3 });
const printed = fc
  .tuple(fc.constantFrom(...FORMATS), rules)
  .map(([format, written]) =>
    format.print({ rules: written.map((one) => ruleAt(one, 0)), responseVary: null })
  );
const store = fc.constantFrom(...providers.map(({ id }) => id));
/** A place in the text, as a share of its length. */
const share = fc.double({ min: 0, max: 1, noNaN: true });
const placeIn = (text: string, at: number) => Math.round(at * text.length);

const errors = ({ problems }: ReadResult) =>
  problems.filter(({ level }) => level === 'error').length;

/** Every value of the rules, of whatever field. */
const valuesOf = ({ ruleSet }: ReadResult) =>
  ruleSet.rules.flatMap((one) =>
    LIST_FIELDS.flatMap((field) => one[field].map(({ value }) => value))
  );

const VALUES: ReadonlySet<string> = new Set(['method', 'header', 'origin']);

const find = (text: string, offset: number, id: ProviderId) =>
  completionsAt(text, offset, readRules(text), providerById(id), REQUEST);

function expectSound(text: string, offset: number, id: ProviderId) {
  const found = find(text, offset, id);
  if (!found) return;
  expect(found.from).toBeLessThanOrEqual(offset);
  expect(found.to).toBeGreaterThanOrEqual(offset);
  const before = errors(readRules(text));
  for (const { label, kind, edits, caret } of found.options) {
    const after = applyEdits(text, edits);
    const read = readRules(after);
    expect(caret).toBeLessThanOrEqual(after.length);
    expect([label, after, errors(read)]).toEqual([label, after, Math.min(before, errors(read))]);
    if (VALUES.has(kind))
      expect([after, valuesOf(read)]).toEqual([after, expect.arrayContaining([label])]);
  }
}

describe('completion', () => {
  test('never throws, wherever a text breaks off and whatever is cut out of it', () => {
    fc.assert(
      fc.property(printed, store, share, share, share, (text, provider, from, to, at) => {
        const [start, end] = [placeIn(text, from), placeIn(text, to)].sort((a, b) => a - b);
        const broken = text.slice(0, start) + text.slice(end);
        expect(() => find(broken, placeIn(broken, at), provider)).not.toThrow();
      }),
      { numRuns: 1000 }
    );
  });

  test('never throws on any text', () => {
    const piece = fc.constantFrom(
      ...'<>{}[]"\'=:,-# \n/'.split(''),
      ...['CORSRule', 'cors_rule', 'AllowedOrigins', 'resource "', '<!--', '- ', '${', 'GET']
    );
    const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, store, share, (written, provider, at) => {
        expect(() => find(written, placeIn(written, at), provider)).not.toThrow();
      }),
      { numRuns: 3000 }
    );
  });

  test('an option brings no mistake into a text', () => {
    fc.assert(
      fc.property(printed, store, share, (text, provider, at) => {
        expectSound(text, placeIn(text, at), provider);
      }),
      { numRuns: 1000 }
    );
  });

  test('nor into one of which the last word is half typed', () => {
    fc.assert(
      fc.property(printed, store, share, fc.nat({ max: 8 }), (text, provider, at, length) => {
        const offset = placeIn(text, at);
        const rest = /^\w*/.exec(text.slice(offset))?.[0].length ?? 0;
        const half = text.slice(0, offset) + text.slice(offset + Math.min(rest, length));
        expectSound(half, offset, provider);
      }),
      { numRuns: 1000 }
    );
  });
});
