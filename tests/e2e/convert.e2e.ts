import type { Locator, Page } from '@playwright/test';
import { findings, SCREENS } from './support/axe.ts';
import { expect, test } from './support/workbench.ts';

test.beforeEach(({ workbench }) => workbench.open());

/** S3 takes a star within an allowed header; COS reads it as a letter. */
const S3 = JSON.stringify(
  [
    {
      AllowedOrigins: ['https://app.example.com'],
      AllowedMethods: ['GET', 'PUT'],
      AllowedHeaders: ['x-amz-meta-*', 'content-type'],
      ExposeHeaders: ['ETag'],
      MaxAgeSeconds: 600
    },
    { ID: 'local', AllowedOrigins: ['http://localhost:*'], AllowedMethods: ['GET'] }
  ],
  null,
  2
);

async function open(page: Page, name: string | RegExp = 'Convert'): Promise<Locator> {
  await page.getByRole('button', { name, exact: true }).click();
  const sheet = page.getByRole('dialog', { name: 'Convert the rules' });
  await expect(sheet.getByRole('status')).not.toContainText('Comparing');
  await expect(sheet.locator('.cm-editor').first()).toBeVisible();
  return sheet;
}

/** From S3 JSON at S3 to XML at COS. */
async function toCos(page: Page): Promise<Locator> {
  const sheet = await open(page);
  await sheet.getByLabel('To store').selectOption('Tencent COS');
  await sheet.getByLabel('Written as').selectOption('S3 XML');
  await expect(sheet.getByText('AllowedOrigin>').first()).toBeVisible();
  return sheet;
}

test('S3 JSON becomes COS XML with its loss shown, and undo brings it back', async ({
  workbench,
  page
}) => {
  await workbench.paste(S3);
  await workbench.store('Amazon S3');
  const sheet = await toCos(page);
  await expect(sheet.getByRole('status')).toContainText('Some calls go otherwise');
  await expect(sheet).toContainText('GET from https://app.example.com with x-amz-meta-');
  await expect(sheet).toContainText('allowed before, blocked after');
  await sheet.getByRole('button', { name: 'Replace rules' }).click();
  await expect(sheet).toBeHidden();
  await expect(page.getByRole('button', { name: /^Store / })).toContainText('Tencent COS');
  expect(await workbench.text()).toContain('<AllowedOrigin>https://app.example.com');
  await workbench.editor.focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => workbench.text()).toBe(S3);
});

test('a witness is tried in the request: allowed here, and blocked after the replacement', async ({
  workbench,
  page
}) => {
  await workbench.paste(S3);
  await workbench.store('Amazon S3');
  let sheet = await toCos(page);
  await sheet
    .getByRole('button', { name: /^Try this call GET from .* with x-amz-meta-/ })
    .first()
    .click();
  await expect(sheet).toBeHidden();
  await expect(workbench.headline).toContainText('Allowed');
  await expect(page.locator('#verdict')).toBeFocused();
  sheet = await open(page);
  await expect(sheet.getByLabel('To store')).toHaveValue('tencent-cos');
  await sheet.getByRole('button', { name: 'Replace rules' }).click();
  await expect(workbench.headline).toContainText('Blocked');
});

test('where nothing changes it is said, and Escape goes back to the button', async ({
  workbench,
  page
}) => {
  await workbench.paste(S3);
  await workbench.store('Amazon S3');
  const sheet = await open(page);
  await expect(sheet.getByRole('status')).toContainText('All calls go on as before');
  const download = page.waitForEvent('download');
  await sheet.getByRole('button', { name: 'Download' }).click();
  expect((await download).suggestedFilename()).toBe('cors.xml');
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(page.getByRole('button', { name: 'Convert', exact: true })).toBeFocused();
  expect(await workbench.text()).toBe(S3);
});

/** Rules that take a second and more to compare. */
const MANY = JSON.stringify(
  Array.from({ length: 100 }, (_, index) => ({
    AllowedOrigins: [`https://app${index}.example.com`, `https://*.b${index}.test`],
    AllowedMethods: ['GET', 'PUT'],
    AllowedHeaders: ['content-type', 'x-amz-*'],
    ExposeHeaders: ['ETag']
  })),
  null,
  1
);

/** Counts the turns that the page gets while it says that it compares; a page that compares itself gets none. */
const countTurns = (page: Page) =>
  page.evaluate(() => {
    const counted = { turns: 0 };
    setInterval(() => {
      const said = document.querySelector('[role="dialog"] [role="status"]')?.textContent ?? '';
      if (said.includes('Comparing')) counted.turns++;
    });
    Object.assign(window, { counted });
  });
const turns = (page: Page) =>
  page.evaluate(() => (window as unknown as { counted: { turns: number } }).counted.turns);

test('a hundred rules are compared beside the page, which can be left meanwhile', async ({
  workbench,
  page
}) => {
  await workbench.paste(MANY);
  await workbench.store('Amazon S3');
  const sheet = await open(page);
  const store = sheet.getByLabel('To store');
  await countTurns(page);
  await store.selectOption('Tencent COS');
  await expect(sheet.getByRole('status')).toContainText('Some calls go otherwise');
  expect(await turns(page)).toBeGreaterThan(20);
  // Work that is outdated does not come back, and the sheet can be left in the middle of it.
  await store.selectOption('Amazon S3');
  await store.selectOption('Tencent COS');
  await expect(sheet.getByRole('status')).toContainText('Comparing');
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
});

test('a browser that starts no worker is told of, and nothing is lost', async ({
  workbench,
  page
}) => {
  await workbench.paste(S3);
  await page.evaluate(() => {
    Object.assign(window, {
      Worker: class {
        constructor() {
          throw new Error('refused');
        }
      }
    });
  });
  await page.getByRole('button', { name: 'Convert', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('The calls could not be compared');
  await page.keyboard.press('Escape');
  expect(await workbench.text()).toBe(S3);
});

test('rules that cannot be read are not converted', async ({ workbench, page }) => {
  await workbench.paste('<CORSConfiguration><CORSRule>');
  await page.getByRole('button', { name: 'Convert', exact: true }).click();
  await expect(page.getByRole('dialog')).toContainText('The rules cannot be read whole');
});

test.describe('on a phone', () => {
  test.use({ viewport: SCREENS.phone });

  test('what was told before lies over no button of a sheet', async ({ workbench, page }) => {
    await page.getByRole('tab', { name: 'Rules' }).click();
    await workbench.drag([{ name: 'cors.json', text: S3 }], 'drop');
    await expect(page.getByText('cors.json')).toBeVisible();
    await page.getByRole('button', { name: 'Convert', exact: true }).click();
    const sheet = page.getByRole('dialog', { name: 'Convert the rules' });
    const copy = sheet.getByRole('button', { name: 'Copy' });
    await expect(page.getByText('cors.json')).toBeHidden();
    await copy.click();
    const toast = page.locator('[data-sonner-toast]');
    await expect(toast).toBeVisible();
    await expect
      .poll(async () => {
        const [told, button] = [await toast.boundingBox(), await copy.boundingBox()];
        return (button?.y ?? 0) - ((told?.y ?? 0) + (told?.height ?? 0));
      })
      .toBeGreaterThan(0);
  });
});

for (const [screen, viewport] of Object.entries(SCREENS))
  test.describe(screen, () => {
    test.use({ viewport });

    test('axe has nothing to say, and nothing scrolls sideways', async ({ workbench, page }) => {
      if (screen === 'phone') await page.getByRole('tab', { name: 'Rules' }).click();
      await workbench.paste(S3);
      await workbench.store('Amazon S3');
      const sheet = await toCos(page);
      expect(await findings(page)).toEqual([]);
      const wide = await sheet.evaluate((element) =>
        [element, ...element.querySelectorAll('*')]
          .filter(
            ({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1
          )
          .map(({ className }) => String(className))
          .filter((name) => !name.includes('visually-hidden'))
      );
      expect(wide).toEqual([]);
    });
  });
