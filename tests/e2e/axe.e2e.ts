import { findings, SCREENS } from './support/axe.ts';
import { expect, test } from './support/workbench.ts';

const EXAMPLES = [
  'A header is not on the list',
  'ETag is not exposed',
  'An upload that works',
  'No rules at all'
];

for (const [screen, viewport] of Object.entries(SCREENS))
  test.describe(screen, () => {
    test.use({ viewport });
    // Many looks of axe take their time.
    test.slow();
    test.beforeEach(({ workbench }) => workbench.open());

    test('axe has nothing to say of the examples', async ({ workbench, page }) => {
      for (const title of EXAMPLES) {
        if (screen === 'phone') await page.getByRole('tab', { name: 'Verdict' }).click();
        await workbench.example(title);
        await expect(page.getByRole('menu')).toBeHidden();
        expect(await findings(page), title).toEqual([]);
        if (screen === 'wide') continue;
        await page.getByRole('tab', { name: 'Rules' }).click();
        expect(await findings(page), title).toEqual([]);
      }
    });

    test('axe has nothing to say of problems, search and a stale verdict', async ({
      workbench,
      page
    }) => {
      if (screen === 'phone') await page.getByRole('tab', { name: 'Rules' }).click();
      await workbench.paste(
        '<CORSConfiguration>\n  <CORSRule>\n    <AllowedOrigni>*</AllowedOrigni>'
      );
      await page.keyboard.press('ControlOrMeta+f');
      await expect(workbench.problems.first()).toBeVisible();
      expect(await findings(page)).toEqual([]);
    });

    test('axe has nothing to say of the open menu', async ({ page }) => {
      await page.getByRole('button', { name: 'Examples' }).click();
      await expect(page.getByRole('menuitem').first()).toBeVisible();
      expect(await findings(page)).toEqual([]);
    });

    test('axe has nothing to say of the list of stores', async ({ page }) => {
      await page.getByRole('button', { name: /^Store / }).click();
      await expect(page.getByRole('option').first()).toBeVisible();
      expect(await findings(page)).toEqual([]);
    });

    test('axe has nothing to say of the stores side by side', async ({ page }) => {
      await page.getByRole('button', { name: 'Stores', exact: true }).click();
      await expect(page.getByRole('region', { name: 'Stores side by side' })).toBeVisible();
      expect(await findings(page)).toEqual([]);
    });

    test('axe has nothing to say of the docs', async ({ page }) => {
      for (const path of ['/docs/stores', '/docs/stores/tencent-cos', '/docs/stores/azure-blob']) {
        await page.goto(path);
        expect(await findings(page), path).toEqual([]);
      }
    });
  });

test.describe('a look', () => {
  test.use({ isAlone: true });

  for (const path of ['/', '/docs/stores'])
    test(`a contrast that fails in the dark alone is found at ${path}`, async ({ page }) => {
      await page.addInitScript(() => {
        addEventListener('DOMContentLoaded', () => {
          const style = document.createElement('style');
          style.textContent = '.dark p { color: #222 !important }';
          document.head.append(style);
        });
      });
      await page.goto(path);
      await expect(page.locator(path === '/' ? '.cm-editor' : 'main')).toBeAttached();
      const found = await findings(page);
      expect(found.length).toBeGreaterThan(0);
      expect(found.filter((one) => !one.startsWith('dark: color-contrast: '))).toEqual([]);
    });
});
