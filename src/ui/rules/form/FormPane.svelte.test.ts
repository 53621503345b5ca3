import { EditorView } from '@codemirror/view';
import { flushSync } from 'svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import { examples } from '../../examples/list.ts';
import Within from '../../testing/Within.svelte';
import type { Draft } from '../../document.ts';
import { Workbench } from '../../workbench.svelte.ts';
import RulesPane from '../RulesPane.svelte';

const [{ draft }] = examples;
let workbench: Workbench;

beforeEach(() => localStorage.clear());

async function show(change: Partial<Draft> = {}): Promise<void> {
  workbench = new Workbench({ ...draft, ...change });
  workbench.restore();
  await render(Within, { workbench, Part: RulesPane });
  await page.getByRole('button', { name: 'Form', exact: true }).click();
}

const origin = () => page.getByRole('textbox', { name: /^Origin/ });
const area = () => origin().element() as HTMLTextAreaElement;
const tick = (name: string) => page.getByRole('button', { name, exact: true });

function editor(): EditorView {
  const found = EditorView.findFromDOM(document.querySelector<HTMLElement>('.cm-editor')!);
  if (!found) throw new Error('no editor');
  return found;
}

describe('a field of lines', () => {
  beforeEach(() => show());

  it('writes each line as a value, and none is reverted', async () => {
    area().focus();
    area().setSelectionRange(area().value.length, area().value.length);
    await userEvent.keyboard('{Enter}{Enter}https://b.test');
    expect(area().value).toBe('https://*.example.com\n\nhttps://b.test');
    expect(workbench.draft.rules).toContain('<AllowedOrigin>https://b.test</AllowedOrigin>');
    expect(editor().state.doc.toString()).toBe(workbench.draft.rules);
  });

  it('takes what an input method composes as it comes', () => {
    const field = area();
    field.focus();
    field.dispatchEvent(new CompositionEvent('compositionstart'));
    for (const text of ['に', 'にほ', '日本']) {
      field.value = `https://${text}.test`;
      field.setSelectionRange(8 + text.length, 8 + text.length);
      const init = { bubbles: true, isComposing: true, inputType: 'insertCompositionText' };
      field.dispatchEvent(new InputEvent('input', init));
      flushSync();
      expect(field.value).toBe(`https://${text}.test`);
      expect(field.selectionStart).toBe(8 + text.length);
    }
    field.dispatchEvent(new CompositionEvent('compositionend'));
    expect(workbench.draft.rules).toContain('<AllowedOrigin>https://日本.test</AllowedOrigin>');
  });

  it('follows the text where that changes elsewhere', () => {
    workbench.update({
      rules: draft.rules.replace('https://*.example.com', 'https://other.test')
    });
    flushSync();
    expect(area().value).toBe('https://other.test');
  });

  it('shows the values alone once it is left', async () => {
    await origin().fill('https://a.test\n\n');
    area().blur();
    flushSync();
    expect(area().value).toBe('https://a.test');
  });
});

describe('one history', () => {
  it('takes back everything that was done in the form, to the byte', async () => {
    await show();
    const before = workbench.draft.rules;
    await origin().fill('https://a.test\nhttps://b.test');
    await tick('GET').click();
    await page.getByRole('textbox', { name: /^Max-Age/ }).fill('');
    await page.getByRole('checkbox', { name: /Vary/ }).click();
    await page.getByRole('button', { name: 'Add a rule' }).click();
    await page.getByRole('button', { name: /^Duplicate/ }).click();
    await page.getByRole('button', { name: /^Move rule \d up$/ }).click();
    await page.getByRole('button', { name: /^Delete rule/ }).click();
    expect(workbench.draft.rules).not.toBe(before);
    const undo = page.getByRole('button', { name: 'Undo', exact: true });
    for (let step = 0; step < 30 && undo.query()?.hasAttribute('disabled') === false; step += 1) {
      await undo.click();
    }
    expect(workbench.draft.rules).toBe(before);
    expect(editor().state.doc.toString()).toBe(before);
  });

  it('answers to the keys in a field, too', async () => {
    await show();
    const before = workbench.draft.rules;
    await origin().fill('https://a.test');
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(workbench.draft.rules).toBe(before);
    expect(area().value).toBe('https://*.example.com');
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    expect(area().value).toBe('https://a.test');
  });
});

it('keeps the focus in the form where rules go and come back', async () => {
  await show();
  const before = workbench.draft.rules;
  const head = (rule: number) => document.getElementById(`form-rule-${rule}-name`);
  const count = workbench.read.ruleSet.rules.length;
  head(0)?.focus();
  for (let rule = 0; rule < count; rule += 1) await userEvent.keyboard('{Delete}');
  await expect.element(page.getByRole('button', { name: 'Add the first rule' })).toHaveFocus();
  for (let rule = 0; rule < count; rule += 1) {
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.poll(() => document.activeElement?.closest('section.form')).not.toBe(null);
  }
  expect(workbench.draft.rules).toBe(before);
});

describe('the open rule', () => {
  it('is the one that the verdict is about, until the cursor stands in one', async () => {
    await show();
    await expect.element(page.getByRole('listitem', { name: /^Rule 2/ })).toBeVisible();
    await expect.element(tick('PUT')).toHaveAttribute('aria-pressed', 'true');
  });

  it('goes where the cursor goes', async () => {
    await show();
    editor().dispatch({ selection: { anchor: workbench.read.ruleSet.rules[2]!.span.from + 1 } });
    flushSync();
    await expect.element(page.getByRole('button', { name: 'Delete rule 3' })).toBeInTheDocument();
  });

  it('is the one that holds a place which is asked for', async () => {
    await show();
    const from = draft.rules.indexOf('600');
    workbench.reveal({ from, to: from + 3 });
    await expect.element(page.getByRole('textbox', { name: /^Max-Age/ })).toHaveFocus();
  });
});

it('says what a change has no place for, and changes nothing', async () => {
  const rules =
    'resource "aws_s3_bucket_cors_configuration" "this" {\n  cors_rule {\n    allowed_methods = ["PUT"]\n    allowed_origins = var.origins\n  }\n}';
  await show({ rules, provider: 'aws-s3', chosen: true });
  await page.getByRole('textbox', { name: /^AllowedOrigins/ }).fill('https://a.test');
  await expect.element(page.getByText(/cannot be written here/)).toBeVisible();
  expect(workbench.draft.rules).toBe(rules);
});
