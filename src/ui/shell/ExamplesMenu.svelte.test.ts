import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import { examples } from '../examples/list.ts';
import Within from '../testing/Within.svelte';
import { Workbench } from '../workbench.svelte.ts';
import ExamplesMenu from './ExamplesMenu.svelte';

describe('the examples menu', () => {
  it('lists every example with its story, and opens one by the keyboard alone', async () => {
    const workbench = new Workbench(examples[0].draft);
    await render(Within, { workbench, Part: ExamplesMenu });
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    const items = page.getByRole('menuitem');
    await expect.poll(() => items.elements().length).toBe(examples.length);
    for (const [index, { title, story }] of examples.entries())
      await expect.element(items.nth(index)).toHaveTextContent(`${title()} ${story()}`);
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(workbench.draft).toEqual(examples[2]?.draft);
    await expect.poll(() => items.elements().length).toBe(0);
    await expect.element(page.getByRole('button', { name: 'Examples' })).toHaveFocus();
  });
});
