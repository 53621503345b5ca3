import { beforeEach, describe, expect, it, vi } from 'vitest';
import type * as Engine from '#engine';
import type * as Lint from '#engine/lint';
import type { StoredDocument } from './document.ts';
import { examples } from './examples/list.ts';
import { Workbench } from './workbench.svelte.ts';

/** An engine that fails at any text which holds the name of one of its tasks; it is asked before this module has run. */
function failAt(task: string, text: string) {
  if (text.includes(task)) throw new TypeError(`${task} fails`);
}

vi.mock('#engine', async (original) => {
  const engine = await original<typeof Engine>();
  return {
    ...engine,
    readRules: ((text) => (
      failAt('readRules', text),
      engine.readRules(text)
    )) as typeof engine.readRules,
    judge: ((input) => (failAt('judge', input.text), engine.judge(input))) as typeof engine.judge
  };
});
vi.mock('#engine/lint', async (original) => {
  const room = await original<typeof Lint>();
  return {
    ...room,
    lint: ((read, text, ...rest) => (
      failAt('lint', text),
      room.lint(read, text, ...rest)
    )) as typeof room.lint
  };
});

const { draft } = examples[0];
const TASKS = ['readRules', 'judge', 'lint'];
const holding = (task: string) => draft.rules.replace('<CORSRule>', `<CORSRule><!-- ${task} -->`);

beforeEach(() => void vi.spyOn(console, 'error').mockReturnValue());

describe.each(TASKS)('where %s fails', (task) => {
  it('the text stays on the page, which says so, and a change of it mends that', () => {
    const workbench = new Workbench(draft);
    workbench.update({ rules: holding(task) });
    expect([workbench.draft.rules, workbench.failed]).toEqual([holding(task), true]);
    expect([workbench.problems.shown, workbench.saved]).toBeDefined();
    workbench.update({ rules: draft.rules });
    expect([workbench.failed, workbench.verdict?.outcome]).toEqual([false, 'blocked']);
  });

  it('a stored document is set aside, and the page comes up with its own', () => {
    const kept: StoredDocument = { draft: { ...draft, rules: holding(task) }, readable: null };
    const setAside = vi.fn();
    const workbench = new Workbench(draft, { load: () => kept, setAside, save: () => undefined });
    workbench.restore();
    expect(setAside).toHaveBeenCalledOnce();
    expect([workbench.draft, workbench.restored]).toEqual([draft, true]);
    expect([workbench.failed, workbench.verdict?.outcome]).toEqual([false, 'blocked']);
  });
});
