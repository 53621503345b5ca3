/** What real servers answered and kept, one exchange a line; the files are named by the store. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  DEFAULT_FACTS,
  isProviderId,
  providerById,
  readRules,
  type BucketFacts,
  type Header,
  type Provider
} from '#engine';

interface Exchange {
  id: string;
  kind: 'bucket';
  provider: string;
  rules: string | null;
  request: { method: string; path: string; headers: Record<string, string | string[]> };
  facts?: Partial<BucketFacts>;
  expect: {
    status: number | null;
    headers: Record<string, string>;
    code: string | null;
    message: string | null;
    /** Headers that depend on more than a line says. */
    unpredicted?: string[];
    /** Headers whose list is in another order at every start of the server. */
    unordered?: string[];
  };
}

interface Saving {
  id: string;
  kind: 'save';
  provider: string;
  rules: string;
  expect: {
    accepted: boolean;
    status: number;
    code: string | null;
    message: string | null;
    stored: unknown;
    /** `stored` where the server was not asked what it had kept. */
    unpredicted?: string[];
  };
}

type Recorded = Exchange | Saving;

const folder = new URL('./', import.meta.url);

const linesOf = (file: string): Recorded[] =>
  readFileSync(new URL(file, folder), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Recorded);

const providerOf = ({ provider }: Recorded): Provider => {
  if (!isProviderId(provider)) throw new Error(`no store ${provider}`);
  return providerById(provider);
};

/** A header given twice is two lines. */
const headerLines = (headers: Exchange['request']['headers']): Header[] =>
  Object.entries(headers).flatMap(([name, value]) =>
    [value].flat().map((one): Header => [name, one])
  );

const listOf = (value: string): string =>
  value
    .split(',')
    .map((one) => one.trim())
    .sort()
    .join(', ');

/** Headers by lower-case name, without what cannot be foretold, and lists without an order in the order of the alphabet. */
function comparable(
  headers: readonly Header[],
  { unpredicted = [], unordered = [] }: Exchange['expect']
) {
  const byName: Record<string, string> = {};
  for (const [spelt, value] of headers) {
    const name = spelt.toLowerCase();
    if (!unpredicted.includes(name))
      byName[name] = unordered.includes(name) ? listOf(value) : value;
  }
  return byName;
}

/** A crash worded with a place in the server's memory, or with the words of its XML parser: nobody can foretell those. */
const UNFORETOLD = /at 0x[\da-f]+>|invalid XML received/;

/**
 * RADOS Gateway's Swift interface keeps the rule of a container where a later POST names none. The exchanges of `none` were
 * recorded in a container that had the rule of `exact` before, so that is what the server had, though the lines say null.
 */
const KEPT: readonly (readonly [string, string])[] = [
  ['ceph-rgw-swift/none/', 'ceph-rgw-swift/exact/']
];

function rulesOf(line: Exchange, lines: readonly Recorded[]): string {
  const kept = KEPT.find(([group]) => line.id.startsWith(group));
  const held = kept && lines.find(({ id }) => id.startsWith(kept[1]));
  return (held ?? line).rules ?? '';
}

function answer(line: Exchange, lines: readonly Recorded[]) {
  const provider = providerOf(line);
  const { ruleSet } = readRules(rulesOf(line, lines));
  const { method, path, headers } = line.request;
  const request = { method, path, host: '', headers: headerLines(headers) };
  const facts = { ...DEFAULT_FACTS, ...line.facts };
  const decision = provider.decide(provider.compile(ruleSet), request, facts);
  return {
    found: {
      status: decision.status,
      headers: comparable(decision.headers, line.expect),
      code: decision.error?.code ?? null,
      message: decision.error?.message ?? null
    },
    wanted: {
      status: line.expect.status,
      headers: comparable(Object.entries(line.expect.headers), line.expect),
      code: line.expect.code,
      message: line.expect.message
    }
  };
}

function save(line: Saving) {
  const { accepted, status, code, message, stored } = providerOf(line).save(readRules(line.rules));
  const { unpredicted = [], ...wanted } = line.expect;
  const said = UNFORETOLD.test(wanted.message ?? '') ? wanted.message : message;
  const kept = unpredicted.includes('stored') ? wanted.stored : stored;
  return { found: { accepted, status, code, message: said, stored: kept }, wanted };
}

const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));

/** As many as a reader can look at. */
const SHOWN = 5;

describe.each(files)('%s', (file) => {
  test('is answered as the server answered', () => {
    const lines = linesOf(file);
    const wrong = lines.flatMap((line) => {
      const { found, wanted } = line.kind === 'bucket' ? answer(line, lines) : save(line);
      return JSON.stringify(sorted(found)) === JSON.stringify(sorted(wanted))
        ? []
        : [{ id: line.id, found, wanted }];
    });
    expect(lines.length).toBeGreaterThan(0);
    expect({ count: wrong.length, first: wrong.slice(0, SHOWN) }).toEqual({ count: 0, first: [] });
  });
});

/** The same value with the keys of every object in the order of the alphabet. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
