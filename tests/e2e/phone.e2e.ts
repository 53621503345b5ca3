import { expect, test } from './support/workbench.ts';

test.use({ viewport: { width: 390, height: 844 } });

test.beforeEach(({ workbench }) => workbench.open());

const overflow = () => {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth - clientWidth;
};

test('the verdict stands first, and the rules are one tab away', async ({ workbench, page }) => {
  await expect(workbench.headline).toBeInViewport();
  await expect(workbench.editor).toBeHidden();
  await page.getByRole('tab', { name: 'Rules' }).click();
  await expect(workbench.editor).toBeVisible();
  await expect(workbench.headline).toBeHidden();
  await expect(page.getByRole('tab', { name: 'Verdict Blocked' })).toBeVisible();
});

test('the tabs have the keys of tabs', async ({ workbench, page }) => {
  await page.getByRole('tab', { name: 'Verdict' }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('tab', { name: 'Rules' })).toBeFocused();
  await expect(workbench.editor).toBeVisible();
  await expect(page.getByRole('tabpanel', { name: 'Rules' })).toBeVisible();
});

test('nothing scrolls sideways', async ({ workbench, page }) => {
  await page.getByRole('button', { name: 'Examples' }).click();
  const titles = await page.getByRole('menuitem').locator('.title').allTextContents();
  expect(await page.evaluate(overflow)).toBe(0);
  await page.keyboard.press('Escape');
  for (const title of titles) {
    await workbench.example(title);
    for (const tab of ['Rules', 'Verdict']) {
      await page.getByRole('tab', { name: tab }).click();
      expect(await page.evaluate(overflow), `${title}, ${tab}`).toBe(0);
    }
  }
});

test('nothing scrolls sideways where stores are chosen, compared and told', async ({ page }) => {
  await page.getByRole('button', { name: /^Store / }).click();
  await expect(page.getByRole('option').first()).toBeVisible();
  expect(await page.evaluate(overflow)).toBe(0);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Stores', exact: true }).click();
  await expect(page.getByRole('table', { name: 'Stores side by side' })).toBeVisible();
  expect(await page.evaluate(overflow)).toBe(0);
  for (const path of ['/docs/stores', '/docs/stores/tencent-cos']) {
    await page.goto(path);
    expect(await page.evaluate(overflow), path).toBe(0);
  }
});

test('a place in the table opens the rules there', async ({ workbench, page }) => {
  await page
    .getByRole('button', { name: /show in the rules/ })
    .first()
    .click();
  await expect(workbench.editor).toBeVisible();
  await expect(workbench.editor).toBeFocused();
});

test('the bar of the rules has one line', async ({ page }) => {
  await page.getByRole('tab', { name: 'Rules' }).click();
  const tops = await page
    .locator('.bar', { has: page.getByRole('button', { name: 'Save to bucket' }) })
    .getByRole('button')
    .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().bottom));
  expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(8);
});
