import type { EditorView } from '@codemirror/view';
import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { examples } from '../../examples/list.ts';
import { Workbench } from '../../workbench.svelte.ts';
import { createEditor } from '../editor/editor.ts';
import { RuleForm, type Hand } from './rule-form.svelte.ts';

const [{ draft }] = examples;
const TEXTS = examples.map((example) => example.draft.rules);

let view: EditorView | null = null;
afterEach(() => view?.destroy());

function open(rules: string): { workbench: Workbench; form: RuleForm; editor: EditorView } {
  view?.destroy();
  const workbench = new Workbench({ ...draft, rules });
  const onText = (text: string) => workbench.update({ rules: text });
  const editor = createEditor({ parent: document.body, text: rules, onText });
  view = editor;
  const form = new RuleForm(workbench);
  form.attach(editor);
  return { workbench, form, editor };
}

const lines = fc.array(
  fc.constantFrom('https://a.test', 'b', '*', 'https://c.test/ ', '<&>', '日本', '"'),
  { maxLength: 4 }
);
const rule = fc.nat(3);
const hand = fc.constantFrom<Hand>('type', 'step');

/** What a person does, in the form and in the source, and in what order. */
const act: fc.Arbitrary<(form: RuleForm, editor: EditorView) => unknown> = fc.oneof(
  fc
    .tuple(rule, fc.constantFrom('allowedOrigins' as const, 'allowedHeaders' as const), lines, hand)
    .map(
      ([at, field, values, by]) =>
        (form: RuleForm) =>
          form.setList(at, field, values, by)
    ),
  fc.tuple(rule, fc.option(fc.constantFrom('600', '0', 'x')), hand).map(
    ([at, value, by]) =>
      (form: RuleForm) =>
        form.setSingle(at, 'maxAgeSeconds', value, by)
  ),
  fc.boolean().map((on) => (form: RuleForm) => form.setVary(on)),
  rule.map((at) => (form: RuleForm) => form.remove(at)),
  rule.map((at) => (form: RuleForm) => form.duplicate(at)),
  fc.tuple(rule, rule).map(
    ([from, to]) =>
      (form: RuleForm) =>
        form.move(from, to)
  ),
  rule.map((at) => (form: RuleForm) => form.select(at)),
  fc.constant((form: RuleForm) => form.add()),
  fc.constant((form: RuleForm) => form.undo()),
  fc.constant((form: RuleForm) => form.redo()),
  fc.nat(1000).map((at) => (_: RuleForm, editor: EditorView) => {
    const from = at % (editor.state.doc.length + 1);
    editor.dispatch({ changes: { from, insert: ' ' }, userEvent: 'input.type' });
  })
);

it('undoes whatever was done in the form and in the source, to the byte', () => {
  fc.assert(
    fc.property(fc.constantFrom(...TEXTS, ''), fc.array(act, { maxLength: 10 }), (text, acts) => {
      const { workbench, form, editor } = open(text);
      for (const one of acts) one(form, editor);
      const last = editor.state.doc.toString();
      expect(workbench.draft.rules).toBe(last);
      while (form.undo()) expect(workbench.draft.rules).toBe(editor.state.doc.toString());
      expect(workbench.draft.rules).toBe(text);
      while (form.redo()) expect(workbench.draft.rules).toBe(editor.state.doc.toString());
    }),
    { numRuns: 150 }
  );
}, 60_000);

it('joins keys that are struck one after the other into one step', () => {
  const { workbench, form } = open(TEXTS[0] ?? '');
  for (const value of ['h', 'ht', 'htt']) form.setList(1, 'allowedOrigins', [value], 'type');
  form.setList(1, 'allowedMethods', ['GET']);
  expect(form.depth).toEqual({ undo: 2, redo: 0 });
  form.undo();
  form.undo();
  expect(workbench.draft.rules).toBe(TEXTS[0]);
});

it('takes up what came from elsewhere before it changes more', () => {
  const { workbench, form, editor } = open(TEXTS[0] ?? '');
  workbench.update({ rules: TEXTS[1] ?? '' });
  form.setVary(true);
  expect(editor.state.doc.toString()).toBe(workbench.draft.rules);
  form.undo();
  expect(workbench.draft.rules).toBe(TEXTS[1]);
});

const HCL = (origins: string) =>
  `resource "aws_s3_bucket_cors_configuration" "this" {\n  cors_rule {\n    allowed_methods = ["PUT"]\n    allowed_origins = ${origins}\n  }\n}`;

it('changes nothing that it cannot change as it is meant', () => {
  const { workbench, form } = open(HCL('var.origins'));
  expect(form.setList(0, 'allowedOrigins', ['https://a.test'])).toBe(false);
  expect(workbench.draft.rules).toBe(HCL('var.origins'));
  expect(form.setList(0, 'allowedMethods', ['PUT', 'GET'])).toBe(true);
  expect(workbench.draft.rules).toContain('["PUT", "GET"]');
});

it('leaves an expression beside the values as it is', () => {
  const { workbench, form } = open(HCL('[var.origin, "https://a.test"]'));
  expect(form.setList(0, 'allowedOrigins', ['https://b.test'])).toBe(true);
  expect(workbench.draft.rules).toBe(HCL('[var.origin, "https://b.test"]'));
});
