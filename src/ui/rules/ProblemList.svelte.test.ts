import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { placeOf } from '#engine';
import { examples } from '../examples/index.ts';
import Within from '../testing/Within.svelte';
import { Workbench } from '../workbench.svelte.ts';
import ProblemList from './ProblemList.svelte';

const { draft } = examples[0];

describe('the problem list', () => {
  it('is absent where nothing is wrong', async () => {
    await render(Within, { workbench: new Workbench(draft), Part: ProblemList });
    expect(page.getByRole('list').elements()).toEqual([]);
  });

  it('tells level and place, counts for the ear, and goes there', async () => {
    const rules = draft.rules.replace('</ID>', '');
    const workbench = new Workbench({ ...draft, rules });
    await render(Within, { workbench, Part: ProblemList });
    const { problems } = workbench.read;
    const [first] = problems;
    if (!first) throw new Error('no problem');
    const { line, column } = placeOf(rules, first.span.from);
    const items = page.getByRole('listitem');
    await expect.element(items.first()).toHaveTextContent(`line ${line}, column ${column}`);
    await expect.element(items.first()).toHaveTextContent(/^(Error|Warning) /);
    await expect.element(page.getByRole('status')).toHaveTextContent(`${problems.length} problem`);
    await items.first().getByRole('button').click();
    expect(workbench.asked).toEqual(first.span);
  });
});
