import { EditorView } from '@codemirror/view';
import { flushSync } from 'svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import { examples } from '../../examples/list.ts';
import Within from '../../testing/Within.svelte';
import type { Draft } from '../../document.ts';
import { Workbench } from '../../workbench.svelte.ts';
import Editor from './Editor.svelte';

const [{ draft }, other] = examples;
let workbench: Workbench;

async function show(change: Partial<Draft> = {}): Promise<EditorView> {
  workbench = new Workbench({ ...draft, ...change });
  await render(Within, { workbench, Part: Editor });
  return view();
}

function view(): EditorView {
  const found = EditorView.findFromDOM(page.getByRole('textbox').element() as HTMLElement);
  if (!found) throw new Error('no editor');
  return found;
}

const coloured = (editor: EditorView): number =>
  editor.contentDOM.querySelectorAll('.cm-line span[class]:not([class*=cm-])').length;

const words = (): (string | undefined)[] =>
  [...document.querySelectorAll<HTMLElement>('.cm-line[data-word]')].map(
    ({ dataset }) => dataset['word']
  );

const textsOf = (selector: string): (string | null)[] =>
  [...document.querySelectorAll(selector)].map(({ textContent }) => textContent);

describe('the text', () => {
  it('is the one of the workbench, under a name', async () => {
    const editor = await show();
    expect(editor.state.doc.toString()).toBe(draft.rules);
    await expect.element(page.getByRole('textbox', { name: 'CORS rules' })).toBeVisible();
  });

  it('goes to the workbench with each keystroke, and none is reverted', async () => {
    const editor = await show({ rules: '' });
    editor.focus();
    await userEvent.keyboard('hello');
    expect(workbench.draft.rules).toBe('hello');
    expect(editor.state.doc.toString()).toBe('hello');
    expect(editor.state.selection.main.head).toBe(5);
  });

  it('comes from the workbench, and one undo brings the old one back', async () => {
    const editor = await show();
    editor.focus();
    await userEvent.keyboard('x');
    const typed = workbench.draft.rules;
    workbench.update({ rules: other?.draft.rules ?? '' });
    flushSync();
    expect(editor.state.doc.toString()).toBe(other?.draft.rules);
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(workbench.draft.rules).toBe(typed);
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(workbench.draft.rules).toBe(draft.rules);
  });

  it('may be empty, and says then what to do', async () => {
    await show({ rules: '' });
    await expect.element(page.getByText(/Paste the rules here/)).toBeVisible();
  });

  it.each([
    ['xml', draft.rules],
    ['json', '{"CORSRules": []}']
  ])('is highlighted as %s, also after a change of syntax', async (_syntax, rules) => {
    const editor = await show({ rules: '' });
    workbench.update({ rules });
    flushSync();
    expect(coloured(editor)).toBeGreaterThan(0);
  });

  it.each([
    ['yaml', 'CorsConfiguration:\n  CorsRules: []'],
    ['hcl', 'cors_rule {\n  allowed_methods = ["GET"] # read\n}'],
    ['headers', 'X-Container-Meta-Access-Control-Allow-Origin: *']
  ])('is highlighted as %s once that is there', async (_syntax, rules) => {
    const editor = await show({ rules: '' });
    workbench.update({ rules });
    await expect.poll(() => coloured(editor)).toBeGreaterThan(0);
  });
});

describe('the keyboard', () => {
  it('leaves the editor by Tab', async () => {
    const editor = await show();
    editor.focus();
    await userEvent.tab();
    expect(editor.hasFocus).toBe(false);
    expect(workbench.draft.rules).toBe(draft.rules);
  });

  it('opens the search by Ctrl-F', async () => {
    const editor = await show();
    editor.focus();
    await userEvent.keyboard('{Control>}f{/Control}');
    await expect.element(page.getByRole('textbox', { name: 'Find' })).toBeVisible();
  });

  it('goes to the next problem by F8', async () => {
    const editor = await show({ rules: `${draft.rules.slice(0, -4)}` });
    const places = workbench.problems.shown.map(({ span }) => span.from).sort((a, b) => a - b);
    editor.focus();
    await userEvent.keyboard('{F8}');
    expect(editor.state.selection.main.from).toBe(places[0]);
  });
});

describe('the lit text', () => {
  it('shows the closest rule, its word and the refusing values', async () => {
    await show();
    expect(textsOf('.cm-line.cm-lit-closest')).toHaveLength(8);
    expect(words()).toEqual(['closest']);
    expect(textsOf('.cm-refused')).toContain('content-type');
  });

  it('follows the request', async () => {
    await show();
    workbench.update({ request: { ...draft.request, headers: [] } });
    flushSync();
    expect(words()).toEqual(['answers']);
    expect(textsOf('.cm-refused')).toEqual([]);
    expect(textsOf('.cm-answered')).toContain('https://*.example.com');
  });

  it('stays while the text cannot be read', async () => {
    const editor = await show();
    editor.dispatch({ changes: { from: editor.state.doc.length - 3, insert: '<' } });
    flushSync();
    expect(workbench.stale).toBe(true);
    expect(textsOf('.cm-refused')).toContain('content-type');
    expect(textsOf('.cm-lintRange, .cm-lintPoint')).not.toEqual([]);
  });
});

describe('the problems', () => {
  it('are marked in the text and beside it, and go with it', async () => {
    await show({ rules: draft.rules.slice(0, -4) });
    expect(textsOf('.cm-lintRange, .cm-lintPoint')).not.toEqual([]);
    expect(textsOf('.cm-lint-marker')).not.toEqual([]);
    workbench.update({ rules: '' });
    flushSync();
    expect(textsOf('.cm-lintRange, .cm-lintPoint, .cm-lint-marker')).toEqual([]);
  });
});

describe('a place that is asked for', () => {
  let editor: EditorView;
  beforeEach(async () => {
    editor = await show();
  });

  it('is selected, and the editor has the focus', async () => {
    const from = draft.rules.indexOf('600');
    workbench.reveal({ from, to: from + 3 });
    await expect.poll(() => editor.hasFocus).toBe(true);
    const { main } = editor.state.selection;
    expect(editor.state.sliceDoc(main.from, main.to)).toBe('600');
  });

  it('may lie beyond the end', async () => {
    workbench.reveal({ from: 5, to: 1e6 });
    await expect.poll(() => editor.state.selection.main.to).toBe(draft.rules.length);
  });
});
