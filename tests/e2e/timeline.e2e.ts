import { findings, SCREENS } from './support/axe.ts';
import { expect, test } from './support/workbench.ts';

test.beforeEach(async ({ workbench, page }) => {
  await workbench.open();
  await page.getByRole('button', { name: 'Timeline' }).click();
});

test('tells at which step it breaks, and what mends it', async ({ page }) => {
  const panel = page.getByRole('region', { name: 'Over time' });
  await expect(panel.getByRole('status')).toContainText('It breaks at step 8, after 5 s');
  await expect(panel.getByRole('listitem').last()).toContainText('breaks here');
  const mend = panel.getByRole('button', { name: 'ResponseVary in the rules' });
  await mend.click();
  await expect(mend).toHaveAttribute('aria-pressed', 'true');
  await expect(panel.getByRole('status')).toContainText('It holds');
  await expect(panel.getByText('breaks here')).toBeHidden();
  await mend.click();
  await expect(panel.getByRole('status')).toContainText('It breaks');
});

test('follows the store, the rules and the browser', async ({ workbench, page }) => {
  const panel = page.getByRole('region', { name: 'Over time' });
  await workbench.store('Azure');
  await expect(panel.getByRole('radio', { name: 'An image first' })).toBeChecked();
  await expect(panel.getByRole('status')).toContainText('It holds');

  await workbench.store('Tencent');
  await workbench.paste(`<CORSConfiguration><CORSRule>
    <AllowedOrigin>https://app.example.com</AllowedOrigin><AllowedMethod>PUT</AllowedMethod>
    <AllowedHeader>*</AllowedHeader><MaxAgeSeconds>86400</MaxAgeSeconds>
  </CORSRule></CORSConfiguration>`);
  await panel.getByText('The rules are deleted').click();
  await expect(panel.getByRole('status')).toContainText('the bucket has carried the request out');
  await expect(panel.getByRole('button', { name: 'Wait 7198 s' })).toBeVisible();
  await panel.getByRole('combobox', { name: 'Browser' }).selectOption('WebKit');
  await panel.getByRole('button', { name: 'Wait 598 s' }).click();
  await expect(panel.getByRole('status')).toContainText('no kept answer plays a part');
});

test('names another page', async ({ workbench, page }) => {
  const panel = page.getByRole('region', { name: 'Over time' });
  await workbench.paste(`<CORSConfiguration><CORSRule>
    <AllowedOrigin>https://*.example.com</AllowedOrigin><AllowedMethod>GET</AllowedMethod>
  </CORSRule></CORSConfiguration>`);
  await panel.getByText('Two pages, one browser').click();
  await expect(panel.getByRole('status')).toContainText('It breaks');
  const other = panel.getByRole('textbox', { name: 'Other page' });
  await expect(other).toHaveAttribute('placeholder', 'https://other.example.com');
  await other.fill('https://app.example.com');
  await expect(panel.getByRole('status')).toContainText('It holds');
  await other.fill('https://');
  await expect(panel.getByText('Write an origin')).toBeVisible();
});

test('is stepped through by keyboard alone', async ({ page }) => {
  const panel = page.getByRole('region', { name: 'Over time' });
  await panel.getByRole('button', { name: 'Back one step' }).focus();
  await page.keyboard.press('Enter');
  await expect(panel.getByText('Step 7 of 8')).toBeVisible();
  await expect(panel.locator('[aria-current="step"]')).toContainText('Browser cache');
  await panel.getByRole('button', { name: 'Play' }).press('Enter');
  await expect(panel.getByText('Step 8 of 8')).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Play' })).toBeVisible();
  await panel.getByRole('radio', { name: 'An image first' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(panel.getByRole('radio', { name: 'Two pages' })).toBeChecked();
});

test.describe('where less motion is wished for', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('nothing plays by itself', async ({ page }) => {
    await expect(page.getByRole('button', { name: 'Back one step' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Play' })).toBeHidden();
  });
});

for (const [screen, viewport] of Object.entries(SCREENS))
  test.describe(screen, () => {
    test.use({ viewport });
    // Axe reads the whole page, on cores that the build and the type check share.
    test.slow();

    test('axe has nothing to say of a mended timeline', async ({ page }) => {
      const panel = page.getByRole('region', { name: 'Over time' });
      await panel.getByRole('button', { name: 'Back one step' }).click();
      await panel.getByRole('button', { name: 'Wait 3595 s' }).click();
      await panel.getByText('On the wire').first().click();
      expect(await findings(page)).toEqual([]);
    });

    test('axe has nothing to say of steps to come and a page that is none', async ({ page }) => {
      const panel = page.getByRole('region', { name: 'Over time' });
      await panel.getByText('Two pages, one browser').click();
      await panel.getByRole('textbox', { name: 'Other page' }).fill('https://');
      await panel.getByRole('button', { name: 'Back one step' }).click();
      expect(await findings(page)).toEqual([]);
    });
  });
