import { expect, test } from 'vitest';
import type { Change, PlainRule } from '../model.ts';
import { applyEdits } from './change.ts';
import { changeText } from './change-text.ts';
import { readRules } from './read-rules.ts';

const NEW: PlainRule = {
  id: 'n',
  allowedOrigins: ['*'],
  allowedMethods: [],
  allowedHeaders: [],
  exposeHeaders: [],
  maxAgeSeconds: null
};

const text =
  '<CORSConfiguration><CORSRule><AllowedOrigin>a</AllowedOrigin></CORSRule></CORSConfiguration>';

test('several changes are counted in the text as it was', () => {
  const changes: Change[] = [
    { kind: 'insert-rule', at: 0, rule: NEW },
    { kind: 'add-value', rule: 1, field: 'allowedMethods', value: 'GET' },
    { kind: 'replace-value', rule: 1, field: 'allowedOrigins', index: 0, value: 'b' },
    { kind: 'replace-value', rule: 0, field: 'allowedOrigins', index: 0, value: 'c' }
  ];
  const changed = changeText(readRules(text), text, changes);
  expect(changed.edits).toEqual([
    {
      span: { from: 19, to: 19 },
      insert: '<CORSRule><ID>n</ID><AllowedOrigin>c</AllowedOrigin></CORSRule>'
    },
    { span: { from: 44, to: 45 }, insert: 'b' },
    { span: { from: 61, to: 61 }, insert: '<AllowedMethod>GET</AllowedMethod>' }
  ]);
  expect(applyEdits(text, changed.edits)).toBe(changed.text);
});

test('no change is no edit', () => {
  const read = readRules(text);
  expect(changeText(read, text, [])).toEqual({ edits: [], text, read });
});

test('a text may change its format on the way', () => {
  const lone = '{"AllowedOrigins": ["a"]}';
  const changes: Change[] = [
    { kind: 'insert-rule', at: 1, rule: NEW },
    { kind: 'add-value', rule: 1, field: 'allowedOrigins', value: 'b' }
  ];
  const after = '[{"AllowedOrigins": ["a"]}, {"ID": "n", "AllowedOrigins": ["*", "b"]}]';
  expect(changeText(readRules(lone), lone, changes)).toEqual({
    edits: [
      { span: { from: 0, to: 0 }, insert: '[' },
      { span: { from: 25, to: 25 }, insert: ', {"ID": "n", "AllowedOrigins": ["*", "b"]}]' }
    ],
    text: after,
    read: readRules(after)
  });
});
