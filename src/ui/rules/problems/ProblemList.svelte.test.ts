import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { placeOf } from '#engine';
import { examples } from '../../examples/list.ts';
import Within from '../../testing/Within.svelte';
import { Workbench } from '../../workbench.svelte.ts';
import ProblemList from './ProblemList.svelte';

const { draft } = examples[0];

const FAULTY = draft.rules.replace('https://*.example.com', 'https://app.example.com/');

async function show(rules: string): Promise<Workbench> {
  const workbench = new Workbench({ ...draft, rules });
  await render(Within, { workbench, Part: ProblemList });
  return workbench;
}

describe('the problem list', () => {
  it('is absent where nothing is wrong', async () => {
    await show('');
    expect(page.getByRole('region').elements()).toEqual([]);
  });

  it('tells level and place, counts for the ear, and goes there', async () => {
    const rules = draft.rules.replace('</ID>', '');
    const workbench = await show(rules);
    const [first] = workbench.read.problems;
    if (!first) throw new Error('no problem');
    const { line, column } = placeOf(rules, first.span.from);
    const items = page.getByRole('listitem');
    await expect.element(items.first()).toHaveTextContent(`line ${line}, column ${column}`);
    await expect.element(items.first()).toHaveTextContent(/^(Error|Warning) /);
    const { error } = workbench.problems.counts;
    await expect.element(page.getByRole('status')).toHaveTextContent(`${error} error`);
    await items.first().getByRole('button').first().click();
    expect(workbench.asked).toEqual(first.span);
  });

  it('puts the gravest first, and hints behind a button', async () => {
    const workbench = await show(FAULTY);
    const { error, warning, hint } = workbench.problems.counts;
    expect(hint).toBeGreaterThan(0);
    const items = page.getByRole('listitem');
    await expect.element(items.first()).toHaveTextContent(/^Error The origin https:/);
    expect(items.elements()).toHaveLength(error + warning);
    await page.getByRole('button', { name: 'Show hints' }).click();
    expect(items.elements()).toHaveLength(error + warning + hint);
  });

  it('makes one change, and no other', async () => {
    const workbench = await show(FAULTY);
    await page.getByRole('button', { name: /^Fix: Write https:\/\/app.example.com in/ }).click();
    expect(workbench.draft.rules).toBe(
      FAULTY.replace('https://app.example.com/', 'https://app.example.com')
    );
    const { rules } = workbench.draft;
    const { from, to } = workbench.asked ?? { from: 0, to: 0 };
    expect(rules.slice(0, to).endsWith('https://app.example.com')).toBe(true);
    expect(from).toBeLessThanOrEqual(to);
  });

  it('makes all changes that it shows, and no hint that it hides', async () => {
    const workbench = await show(FAULTY);
    const { hint } = workbench.problems.counts;
    await page.getByRole('button', { name: 'Fix all' }).click();
    expect(workbench.problems.shown.filter(({ row }) => row.mend !== null)).toEqual([]);
    expect(workbench.problems.counts.hint).toBe(hint);
  });
});
