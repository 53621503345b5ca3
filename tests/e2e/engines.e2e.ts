import { findings, SCREENS } from './support/axe.ts';
import { expect, test } from './support/workbench.ts';

test.beforeEach(({ workbench }) => workbench.open());

const LINES = {
  Chromium: "Access to fetch at 'https://media-1250000000.cos.ap-guangzhou.myqcloud.com/photo.png'",
  Firefox: '(Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 403.',
  'Safari (WebKit)': 'Preflight response is not successful. Status code: 403'
};

test('another browser says another line, and stays chosen', async ({ workbench, page }) => {
  const browser = page.getByRole('combobox', { name: 'Browser', exact: true });
  for (const [name, line] of Object.entries(LINES)) {
    await browser.selectOption(name);
    const console = page.getByRole('region', { name: `The console of ${name} says` });
    await expect(console).toContainText(line);
  }
  await workbench.example('ETag is not exposed');
  await expect(browser).toHaveValue('webkit');
  await page.reload();
  await expect(browser).toHaveValue('webkit');
});

test('the line is copied word for word', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page
    .getByRole('combobox', { name: 'Browser', exact: true })
    .selectOption('Safari (WebKit)');
  await page.getByRole('button', { name: 'Copy line' }).click();
  await expect(page.getByText('Copied')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(LINES['Safari (WebKit)']);
});

test('the step list says where the browser leaves the standard, and why', async ({ page }) => {
  await page
    .getByRole('combobox', { name: 'Browser', exact: true })
    .selectOption('Safari (WebKit)');
  await page.getByRole('button', { name: 'Browser check' }).click();
  const step = page.getByRole('listitem').filter({ hasText: 'differs here from the standard' });
  await expect(step).toContainText('WebKitGTK 2.50: prec-status-404');
});

test('the browsers stand side by side', async ({ page }) => {
  await page.getByRole('button', { name: 'Browsers', exact: true }).click();
  const panel = page.getByRole('region', { name: 'Browsers side by side' });
  await expect(panel.getByRole('status')).toContainText('All three come to the same outcome');
  await panel.getByRole('button', { name: 'Choose Firefox' }).click();
  await expect(page.getByRole('combobox', { name: 'Browser', exact: true })).toHaveValue('firefox');
});

for (const [screen, viewport] of Object.entries(SCREENS))
  test.describe(screen, () => {
    test.use({ viewport });

    test('axe has nothing to say, and nothing scrolls sideways', async ({ page }) => {
      for (const view of ['Verdict', 'Browsers']) {
        await page.getByRole('button', { name: view, exact: true }).click();
        expect(await findings(page)).toEqual([]);
      }
    });
  });
