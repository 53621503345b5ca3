import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { changeText } from '../1-read/change-text.ts';
import { applyChange, applyEdits } from '../1-read/change.ts';
import type { FormatId, ReadResult } from '../1-read/format.ts';
import { readRules } from '../1-read/read-rules.ts';
import { plainRule } from '../1-read/plain.ts';
import type { Change, ListField, PlainRule, RuleSet, TextEdit } from '../model.ts';
import { providers, type Provider } from '../providers/providers.ts';
import { isMade } from './is-made.ts';
import { linesToChanges } from './lines.ts';
import { copyOf, newRule } from './new-rule.ts';

vi.setConfig({ testTimeout: 60_000 });

const ORIGINS = ['https://a.test', 'https://*.b.test', 'http://localhost:3000', '*'];
const HEADERS = ['content-type', 'x-cos-meta-md5', 'range', 'ETag'];

const some = (values: readonly string[]) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 });

/** What a person does in the form. */
type FormAct =
  | { do: 'list'; rule: number; field: ListField; values: string[] }
  | { do: 'age'; rule: number; value: string }
  | { do: 'add' | 'copy' | 'remove'; rule: number }
  | { do: 'move'; rule: number; to: number }
  | { do: 'vary'; on: boolean };

const rule = fc.nat(2);
const act: fc.Arbitrary<FormAct> = fc.oneof(
  fc.record({
    do: fc.constant('list' as const),
    rule,
    field: fc.constant('allowedOrigins' as const),
    values: some(ORIGINS)
  }),
  fc.record({
    do: fc.constant('list' as const),
    rule,
    field: fc.constantFrom('allowedHeaders' as const, 'exposeHeaders' as const),
    values: some(HEADERS)
  }),
  fc.record({
    do: fc.constant('list' as const),
    rule,
    field: fc.constant('allowedMethods' as const),
    values: some(['GET', 'PUT', 'POST'])
  }),
  fc.record({ do: fc.constant('age' as const), rule, value: fc.nat(9999).map(String) }),
  fc.record({ do: fc.constantFrom('add' as const, 'copy' as const, 'remove' as const), rule }),
  fc.record({ do: fc.constant('move' as const), rule, to: fc.nat(2) }),
  fc.record({ do: fc.constant('vary' as const), on: fc.boolean() })
);

/** The changes that an act is, as the page makes them; none where the store's form has no such control. */
function changesOf({ form }: Provider, { rules }: RuleSet, act: FormAct): Change[] {
  if (act.do === 'vary') return form.vary ? [{ kind: 'set-response-vary', value: act.on }] : [];
  const plain = rules.map(plainRule);
  const full = form.rules !== null && rules.length >= form.rules;
  const call = { pageOrigin: 'https://app.example.com', method: 'PUT' };
  if (act.do === 'add') {
    return full
      ? []
      : [{ kind: 'insert-rule', at: rules.length, rule: newRule(form, call, plain) }];
  }
  const found = rules[act.rule];
  if (!found) return [];
  const shows = (field: string) => form.fields.some((one) => one.field === field);
  switch (act.do) {
    case 'list': {
      const before = found[act.field].map(({ value }) => value);
      return shows(act.field) ? linesToChanges(act.rule, act.field, before, act.values) : [];
    }
    case 'age':
      return shows('maxAgeSeconds')
        ? [{ kind: 'set-value', rule: act.rule, field: 'maxAgeSeconds', value: act.value }]
        : [];
    case 'copy': {
      const copy = copyOf(plainRule(found), form, plain);
      return full ? [] : [{ kind: 'insert-rule', at: act.rule + 1, rule: copy }];
    }
    case 'remove':
      return rules.length > 1 ? [{ kind: 'remove-rule', rule: act.rule }] : [];
    case 'move':
      return act.to < rules.length ? [{ kind: 'move-rule', rule: act.rule, to: act.to }] : [];
  }
}

/** The edits that take some edits of `text` back, counted in the text that they made. */
function inverse(text: string, edits: readonly TextEdit[]): TextEdit[] {
  let shift = 0;
  return edits.map(({ span, insert }) => {
    const from = span.from + shift;
    shift += insert.length - (span.to - span.from);
    return {
      span: { from, to: from + insert.length },
      insert: text.slice(span.from, span.to)
    };
  });
}

const first: PlainRule = {
  id: 'app-rule',
  allowedOrigins: ['https://a.test', 'https://b.test'],
  allowedMethods: ['GET', 'PUT'],
  allowedHeaders: ['content-type'],
  exposeHeaders: ['content-type'],
  maxAgeSeconds: '600'
};

/** A text in a format, as it is printed, with an empty line and a comment where the grammar has them. */
function sample(format: FormatId): string {
  const insert = (at: number): Change => ({ kind: 'insert-rule', at, rule: first });
  const { text } = changeText(readRules(''), '', [insert(0)], [format]);
  const comment = {
    xml: '\n<!-- kept -->',
    hcl: '\n# kept',
    yaml: '\n# kept',
    json: '',
    headers: ''
  };
  return text.trimEnd() + comment[readRules(text).syntax ?? 'json'] + '\n\n';
}

/** What a form shows of a text, one list where two fields are one. */
const shownOf = ({ form }: Provider, { rules }: RuleSet): string =>
  JSON.stringify(rules.map((one) => form.fields.map(({ field }) => plainRule(one)[field])));

const pairs = providers.flatMap((provider) =>
  provider.formats.map((format) => [provider.id, format, provider] as const)
);

describe.each(pairs)('%s in %s', (_, format, provider) => {
  const start = sample(format);

  test('any edits, taken back, leave the text as it was', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 8 }), (acts) => {
        let text = start;
        let read: ReadResult = readRules(text);
        const undo: TextEdit[][] = [];
        for (const one of acts) {
          const changes = changesOf(provider, read.ruleSet, one);
          const made = changeText(read, text, changes, [format]);
          expect(applyEdits(text, made.edits)).toBe(made.text);
          undo.push(inverse(text, made.edits));
          text = made.text;
          read = readRules(text);
        }
        for (const edits of undo.toReversed()) text = applyEdits(text, edits);
        expect(text).toBe(start);
      }),
      { numRuns: 40 }
    );
  });

  test('what is done in the form is what the form shows then', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 6 }), (acts) => {
        let text = start;
        let read: ReadResult = readRules(text);
        for (const one of acts) {
          const changes = changesOf(provider, read.ruleSet, one);
          const wanted = changes.reduce(applyChange, read.ruleSet);
          const made = changeText(read, text, changes, [format]);
          const now = readRules(made.text);
          if (made.edits.length > 0 || changes.length === 0) {
            expect(shownOf(provider, now.ruleSet)).toBe(shownOf(provider, wanted));
            expect(isMade(read.ruleSet, changes, made.text)).toBe(true);
          }
          text = made.text;
          read = now;
        }
      }),
      { numRuns: 40 }
    );
  });
});
