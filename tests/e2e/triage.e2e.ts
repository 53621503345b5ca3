import type { Locator } from '@playwright/test';
import { findings, SCREENS } from './support/axe.ts';
import { expect, OPEN_RULES, test, type Workbench } from './support/workbench.ts';

test.beforeEach(({ workbench }) => workbench.open());

const panelOf = ({ page }: Workbench): Locator => page.getByRole('region', { name: 'It still' });

async function openPanel(workbench: Workbench): Promise<Locator> {
  const panel = panelOf(workbench);
  await panel.getByRole('button', { name: 'It still fails?' }).click();
  return panel;
}

test('stands below an allowed verdict, closed, and speaks of it', async ({ workbench }) => {
  const panel = panelOf(workbench);
  await expect(panel).toContainText('The rules are not all that stands between');
  await workbench.paste(OPEN_RULES);
  await expect(panel).toContainText('The rules let this call through.');
  await expect(panel.getByRole('heading', { level: 3 })).toHaveCount(0);
});

test('puts first what the address makes likely', async ({ workbench, page }) => {
  const address = page.getByRole('textbox', { name: 'Calls' });
  await address.fill('https://d111111abcdef8.cloudfront.net/a.png');
  const panel = await openPanel(workbench);
  const first = panel.getByRole('heading', { level: 3 }).first();
  await expect(first).toContainText('A CDN or a name of your own');
  await expect(first).toContainText('likely here');
  await first.getByRole('button').click();
  await expect(panel).toContainText('d111111abcdef8.cloudfront.net is the name of a CDN.');
  await address.fill('http://');
  await expect(panel).toBeHidden();
});

test('is opened and read by keyboard alone', async ({ workbench, page }) => {
  const panel = panelOf(workbench);
  await panel.getByRole('button', { name: 'It still fails?' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('heading', { name: 'How to tell' })).toBeVisible();
  await expect(panel.getByRole('button', { expanded: true })).toHaveCount(2);
});

test('a cached answer is played over time', async ({ workbench, page }) => {
  const panel = await openPanel(workbench);
  await panel.getByRole('button', { name: 'A cache gives an old answer' }).click();
  await panel.getByRole('button', { name: 'Play it over time' }).click();
  await expect(page.getByRole('region', { name: 'Over time' })).toBeVisible();
});

test.describe('with a clipboard', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('copies the command and says what the store would answer', async ({ workbench, page }) => {
    await workbench.paste(OPEN_RULES);
    const panel = await openPanel(workbench);
    await panel.getByRole('button', { name: 'The address redirects' }).click();
    await expect(panel).toContainText(
      'By these rules Tencent COS answers 200 and allows https://app.example.com.'
    );
    await panel.getByRole('button', { name: 'Copy', exact: true }).click();
    await expect(page.getByText('Copied')).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^curl --include [^]*'OPTIONS'[^]*photo\.png'$/);
  });
});

for (const [screen, viewport] of Object.entries(SCREENS))
  test.describe(screen, () => {
    test.use({ viewport });
    // Axe reads the whole page, on cores that the build and the type check share.
    test.slow();

    test('axe has nothing to say, and nothing scrolls sideways', async ({ workbench, page }) => {
      const panel = await openPanel(workbench);
      await panel.getByRole('button', { name: 'The address redirects' }).click();
      await expect(panel.getByRole('button', { name: 'Copy', exact: true })).toBeVisible();
      expect(await findings(page)).toEqual([]);
    });
  });
