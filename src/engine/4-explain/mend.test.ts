/** A mend is played against what worked before, on small alphabets at every store. */
import { describe, expect, test } from 'vitest';
import { convertRules } from '../compare/conversion.ts';
import { readRules } from '../1-read/read-rules.ts';
import type { PageRequest } from '../model.ts';
import { providerById, providers, type Provider } from '../providers/providers.ts';
import { judge } from './judge.ts';

const ORIGINS = ['https://a.test', 'https://b.test', 'null', 'capacitor://localhost'];
const METHODS = ['GET', 'DELETE'];
const HEADERS: [string, string][][] = [[], [['x-one', '1']], [['x-two', '2']]];
const CALLS: Partial<PageRequest>[] = ORIGINS.flatMap((pageOrigin) =>
  METHODS.flatMap((method) => HEADERS.map((headers) => ({ pageOrigin, method, headers })))
);

const rule = (
  AllowedOrigins: string[],
  AllowedMethods: string[],
  AllowedHeaders: string[] = []
) => ({
  AllowedOrigins,
  AllowedMethods,
  AllowedHeaders
});
const SETS = [
  [],
  [rule(['https://a.test'], ['GET'])],
  [rule(['*'], ['GET', 'PUT'], ['x-one'])],
  [rule(['https://a.test', 'https://b.test'], ['PUT'], ['x-one'])],
  [rule(['https://a.test'], ['GET'], ['x-two']), rule(['*'], ['PUT', 'GET'], ['*'])],
  [rule(['https://b.test'], ['PUT'], ['x-one']), rule(['https://a.test'], ['DELETE'], ['x-two'])]
];

/** The rules as the store takes them. */
function textFor(provider: Provider, rules: object[]): string {
  if (rules.length === 0) return '';
  const text = JSON.stringify({ CORSRules: rules });
  const [format = 's3-xml'] = provider.formats;
  const from = providerById('aws-s3');
  return convertRules({ text, read: readRules(text), from, to: provider, format }).text;
}

const judged = (provider: Provider, text: string, request: Partial<PageRequest>) =>
  judge({
    text,
    read: readRules(text),
    provider,
    anywhere: true,
    departures: false,
    request: {
      pageOrigin: 'https://a.test',
      method: 'GET',
      url: 'https://bucket.test/key',
      headers: [],
      credentials: 'omit',
      needs: [],
      ...request
    }
  });

describe('mends', () => {
  test.each(providers.map((provider) => [provider.id, provider] as const))(
    '%s: mends the call, is saved, and takes nothing away that it does not tell',
    (_, provider) => {
      let mends = 0;
      for (const rules of SETS) {
        const text = textFor(provider, rules);
        const works = (held: string) =>
          CALLS.map((call) => judged(provider, held, call).outcome === 'allowed');
        const before = works(text);
        for (const [at, call] of CALLS.entries()) {
          if (before[at]) continue;
          const { mend, save } = judged(provider, text, call);
          if (mend === null) continue;
          mends += 1;
          const after = works(mend.rules);
          expect(after[at]).toBe(true);
          if (save === 'accepted') {
            expect(provider.save(readRules(mend.rules)).accepted, mend.rules).toBe(true);
          }
          const lost = CALLS.filter((_one, index) => before[index] && !after[index]);
          if (mend.takesAway.length === 0) expect(lost, mend.rules).toEqual([]);
          const gained = CALLS.filter(
            (_one, index) => index !== at && !before[index] && after[index]
          ).filter(({ headers = [], ...one }) => {
            const isPart = headers.every(([name]) => call.headers?.some(([own]) => own === name));
            return !(isPart && one.method === call.method && one.pageOrigin === call.pageOrigin);
          });
          if (mend.alsoAllows.length === 0) expect(gained, mend.rules).toEqual([]);
        }
      }
      expect(mends).toBeGreaterThan(10);
    }
  );
});
