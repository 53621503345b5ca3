import type { Page } from '@playwright/test';
import { expect, test } from './support/workbench.ts';

test.beforeEach(({ workbench }) => workbench.open());

/** What has the focus, and whether that can be seen; an editor shows it on its frame, a moment later. */
const focus = () => {
  const element = document.activeElement as HTMLElement;
  const frame = element.closest<HTMLElement>('.cm-editor') ?? element;
  const { outlineStyle, boxShadow } = getComputedStyle(frame);
  const name = [element.getAttribute('aria-label'), element.textContent].join(' ');
  return { name, visible: outlineStyle !== 'none' || boxShadow !== 'none' };
};

/** Presses Tab until `name` has the focus; each stop on the way must show that it has it. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let stop = 0; stop < 60; stop += 1) {
    await page.keyboard.press('Tab');
    const now = await page.evaluate(focus);
    await expect.poll(() => page.evaluate(focus), now.name).toMatchObject({ visible: true });
    if (name.test(now.name)) return;
  }
  throw new Error(`Tab never comes to ${name}`);
}

test('the whole page is reached by Tab, also past the editor', async ({ page }) => {
  for (const name of [/^ ?Skip to the verdict/, /Examples/, /Theme/, /Open file/, /CORS rules/])
    await tabTo(page, name);
  await tabTo(page, /Width of the rules/);
});

test('the skip link leads to the verdict', async ({ page }) => {
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('#verdict')).toBeFocused();
});

test('an example is opened without a mouse', async ({ workbench, page }) => {
  await tabTo(page, /Examples/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.type('No');
  await expect(page.getByRole('menuitem', { name: 'No rules at all' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Empty: a bucket without rules')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Examples' })).toBeFocused();
  await expect(workbench.headline).toContainText('Blocked');
});

test('the panes are resized without a mouse', async ({ page }) => {
  const handle = page.getByRole('separator', { name: 'Width of the rules' });
  const width = () => page.locator('#rules').evaluate(({ clientWidth }) => clientWidth);
  const before = await width();
  await tabTo(page, /Width of the rules/);
  await expect(handle).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(width).toBeLessThan(before);
});

test('the panes are resized with a mouse', async ({ page }) => {
  const handle = page.getByRole('separator', { name: 'Width of the rules' });
  const width = () => page.locator('#rules').evaluate(({ clientWidth }) => clientWidth);
  const before = await width();
  const box = await handle.boundingBox();
  if (!box) throw new Error('no handle');
  await page.mouse.move(box.x, box.y + 200);
  await page.mouse.down();
  await page.mouse.move(box.x + 120, box.y + 200, { steps: 4 });
  await page.mouse.up();
  await expect.poll(width).toBeGreaterThan(before + 80);
});

test('search, folding and the next problem have their keys', async ({ workbench, page }) => {
  await workbench.editor.focus();
  await page.keyboard.press('ControlOrMeta+f');
  await page.keyboard.type('app-upload');
  await expect(page.locator('.cm-searchMatch')).toHaveText('app-upload');
  await page.keyboard.press('Escape');
  await expect(workbench.editor).toBeFocused();
  await page.keyboard.press('Control+Alt+[');
  await expect(page.locator('.cm-foldPlaceholder').first()).toBeVisible();
  await page.keyboard.press('Control+Alt+]');
  await expect(page.locator('.cm-foldPlaceholder')).toHaveCount(0);
});
