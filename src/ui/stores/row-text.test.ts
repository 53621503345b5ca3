import { expect, test } from 'vitest';
import { readRules, type ProviderId } from '#engine';
import { compareStores } from '#engine/compare';
import { examples } from '../examples/list.ts';
import { differenceLines, groupOf, savedText } from './row-text.ts';

const { rules, request } = examples[0].draft;

function rowOf(id: ProviderId, text = rules) {
  const rows = compareStores({ text, read: readRules(text), request, chosen: 'tencent-cos' });
  const row = rows.find(({ provider }) => provider.id === id);
  if (row === undefined) throw new Error(id);
  return row;
}

test.each<[ProviderId, string, string]>([
  ['tencent-cos', rules, 'saves'],
  ['tencent-cos', '', 'nothing to save'],
  ['tencent-cos', rules.replace('https://*.', 'https://*.*.'), 'refuses InvalidArgument'],
  ['openstack-swift', rules, 'saves as Swift container headers, in part']
])('%s on saving', (id, text, said) => {
  expect(savedText(rowOf(id, text))).toBe(said);
});

test('the chosen store has no line', () => {
  expect(differenceLines(rowOf('tencent-cos'), 'COS')).toEqual([]);
});

test('a store that tries no later rule says at which it stops', () => {
  expect(differenceLines(rowOf('ceph-rgw'), 'COS')).toEqual([
    { kind: 'why', name: null, text: 'No later rule is tried: PUT is none of: GET.' }
  ]);
});

test('a header line is told with both values', () => {
  const allowed = rules.replace('content-type', '*');
  expect(differenceLines(rowOf('aws-s3', allowed), 'COS')).toContainEqual(
    expect.objectContaining({ kind: 'header', name: 'Vary', text: expect.stringContaining('COS') })
  );
});

test.each([
  [['outcome', 'rule'], 'verdict'],
  [['status'], 'answer'],
  [[], 'equal']
] as const)('%o: %s', (differs, group) => {
  expect(groupOf(differs)).toBe(group);
});
