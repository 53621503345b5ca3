import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { calling, draft } from '../testing/panel.ts';
import Within from '../testing/Within.svelte';
import type { Draft } from '../document.ts';
import { Workbench } from '../workbench.svelte.ts';
import BrowsersPanel from './BrowsersPanel.svelte';

async function panel(of: Draft): Promise<Workbench> {
  const workbench = new Workbench(of);
  await render(Within, { workbench, Part: BrowsersPanel });
  return workbench;
}

const summary = page.getByRole('status');
const row = (name: string) => page.getByRole('row').filter({ hasText: name });

describe('the browsers side by side', () => {
  it('lights what differs and lists what does not', async () => {
    await panel(draft);
    await expect.element(summary).toHaveTextContent('All three come to the same outcome');
    expect(page.getByRole('row').elements()).toHaveLength(2);
    await expect.element(row('Browser’s check')).toHaveTextContent('status is 403');
    await expect
      .element(page.getByRole('definition').first())
      .toHaveTextContent('Blocked: no rule');
  });

  it('says plainly that all agree', async () => {
    await panel(calling({ method: 'GET', headers: [] }));
    await expect.element(summary).toHaveTextContent('All three agree');
    expect(page.getByRole('row').elements()).toHaveLength(1);
    expect(page.getByText('What each console says').elements()).toEqual([]);
  });

  it('shows every console word for word, and why an engine differs', async () => {
    await panel(draft);
    const lines = page.getByRole('list', { name: 'What each console says' }).getByRole('listitem');
    expect(lines.elements()).toHaveLength(3);
    await expect.element(lines.nth(1)).toHaveTextContent('Cross-Origin Request Blocked');
    await expect
      .element(page.getByRole('list', { name: /leaves the standard/ }))
      .toHaveTextContent('WebKitGTK 2.50: prec-status-404');
  });

  it('follows the request, and chooses a browser', async () => {
    const workbench = await panel(draft);
    workbench.update({ request: { ...draft.request, headers: [['dpr', '2']] } });
    await expect.element(summary).toHaveTextContent('different outcomes');
    await page.getByRole('button', { name: 'Choose Firefox' }).click();
    expect(workbench.draft.engine).toBe('firefox');
    expect(workbench.verdict?.outcome).toBe('blocked');
  });

  it('waits for rules that can be read', async () => {
    await panel({ ...draft, rules: '<' });
    await expect.element(summary).toHaveTextContent('nothing to compare yet');
  });
});
