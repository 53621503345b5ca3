import { expect, test } from 'vitest';
import type { FormatId } from '../1-read/format.ts';
import { formatOf, readRules } from '../1-read/read-rules.ts';
import { ruleAt } from '../1-read/plain.ts';
import type { PlainRule } from '../model.ts';
import { providerById, type ProviderId } from '../providers/providers.ts';
import { convertRules } from './conversion.ts';
import type { Difference } from './difference.ts';

const PLAIN: PlainRule = {
  id: null,
  allowedOrigins: ['https://x.a.test'],
  allowedMethods: ['GET', 'PUT'],
  allowedHeaders: ['x-a'],
  exposeHeaders: [],
  maxAgeSeconds: '600'
};
type StoreFormat = [ProviderId, FormatId];

/** Losses that a call of this change shows, and whether some such call stands apart. */
function told(first: Partial<PlainRule>, [from, written]: StoreFormat, [to, format]: StoreFormat) {
  const rules = [{ ...PLAIN, ...first }, PLAIN].map((rule) => ruleAt(rule, 0));
  const text = formatOf(written).print({ rules, responseVary: null });
  const { losses, unexplained } = convertRules({
    text,
    read: readRules(text),
    from: providerById(from),
    to: providerById(to),
    format
  });
  const ofSecond = ({ code, witness: { headers } }: Difference) =>
    headers.join() === 'x-a' ? [code] : [];
  return {
    shown: losses.flatMap(({ code, shown }) =>
      shown.flatMap(ofSecond).map((change) => `${code}: ${change}`)
    ),
    apart: unexplained.flatMap(ofSecond)
  };
}

test.each<
  [name: string, first: Partial<PlainRule>, from: StoreFormat, to: StoreFormat, wanted: object]
>([
  [
    'a value that takes less lets the call through to the next rule',
    { allowedOrigins: ['https://*.a.test'], allowedHeaders: ['x-b'] },
    ['azure-blob', 'azure-xml'],
    ['google-cloud-storage', 'gcs-json'],
    { shown: ['value-narrower: allowed'], apart: [] }
  ],
  [
    'a value that takes more stops the call before the next rule',
    { allowedOrigins: ['https://*.a.test'], allowedHeaders: ['x-b'] },
    ['google-cloud-storage', 'gcs-json'],
    ['azure-blob', 'azure-xml'],
    { shown: ['value-wider: blocked'], apart: [] }
  ],
  [
    'the same rule stops it because the store looks no further',
    { allowedHeaders: ['x-b'] },
    ['aws-s3', 's3-json'],
    ['google-cloud-storage', 'gcs-json'],
    { shown: [], apart: ['blocked'] }
  ]
])('%s', (_, first, from, to, wanted) => {
  expect(told(first, from, to)).toEqual(wanted);
});
