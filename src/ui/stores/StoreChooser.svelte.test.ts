import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import { providers } from '#engine';
import { examples } from '../examples/list.ts';
import Within from '../testing/Within.svelte';
import { Workbench } from '../workbench.svelte.ts';
import StoreChooser from './StoreChooser.svelte';

const trigger = page.getByRole('button', { name: /^Store / });
const options = page.getByRole('option');

async function chooser(): Promise<Workbench> {
  const workbench = new Workbench(examples[0].draft);
  await render(Within, { workbench, Part: StoreChooser });
  return workbench;
}

describe('the store chooser', () => {
  it('names the store, and says that it is a guess', async () => {
    await chooser();
    await expect.element(trigger).toHaveTextContent(/Tencent COS\s*guessed/);
  });

  it('finds and chooses a store by the keyboard alone', async () => {
    const workbench = await chooser();
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => options.elements().length).toBe(providers.length);
    await expect.element(page.getByRole('combobox')).toHaveFocus();
    await userEvent.keyboard('minio');
    await expect.poll(() => options.elements().length).toBe(1);
    await userEvent.keyboard('{Enter}');
    expect(workbench.draft).toMatchObject({ provider: 'minio', chosen: true });
    await expect.element(trigger).toHaveFocus();
    await expect.element(trigger).not.toHaveTextContent('guessed');
  });

  it('groups the stores by where they run', async () => {
    await chooser();
    await trigger.click();
    for (const kind of ['Cloud', 'Self-hosted', 'Emulators'])
      await expect.element(page.getByText(kind, { exact: true })).toBeVisible();
  });

  it('says so where no store has that name', async () => {
    await chooser();
    await trigger.click();
    await userEvent.keyboard('nowhere at all');
    await expect.element(page.getByText('No store of that name.')).toBeVisible();
  });

  it('goes back to the guess', async () => {
    const workbench = await chooser();
    workbench.update({ provider: 'garage', chosen: true });
    await trigger.click();
    await page.getByRole('button', { name: 'Guess from the rules and the address' }).click();
    expect(workbench.draft).toMatchObject({ provider: 'tencent-cos', chosen: false });
  });
});
