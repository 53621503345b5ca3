import type { Locator, Page } from '@playwright/test';
import { findings, SCREENS } from './support/axe.ts';
import { expect, test } from './support/workbench.ts';

test.beforeEach(({ workbench }) => workbench.open());

const rules = (methods: string[], headers: string[], exposed: string[]): string =>
  [
    '<CORSConfiguration>',
    '  <CORSRule>',
    '    <AllowedOrigin>https://app.example.com</AllowedOrigin>',
    ...methods.map((name) => `    <AllowedMethod>${name}</AllowedMethod>`),
    ...headers.map((name) => `    <AllowedHeader>${name}</AllowedHeader>`),
    ...exposed.map((name) => `    <ExposeHeader>${name}</ExposeHeader>`),
    '  </CORSRule>',
    '</CORSConfiguration>'
  ].join('\n');
const IN_BUCKET = rules(['GET', 'PUT'], ['content-type'], ['ETag']);
const DRAFT = rules(['GET', 'DELETE'], ['content-type'], []);

async function open(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: 'Compare with other rules' });
  await expect(sheet).toBeVisible();
  return sheet;
}

/** The draft on the page beside what is in the bucket. */
async function compare(page: Page): Promise<Locator> {
  const sheet = await open(page);
  await sheet.getByLabel('Text of the other rules').fill(IN_BUCKET);
  await expect(sheet.getByRole('status')).toContainText('Some calls go otherwise');
  await expect(sheet.locator('.cm-editor').first()).toBeVisible();
  return sheet;
}

test('a file dropped on the sheet is compared or left, and never becomes the rules on the page', async ({
  workbench,
  page
}) => {
  await workbench.paste(DRAFT);
  const sheet = await open(page);
  const dataTransfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'cors.xml'));
    return data;
  }, IN_BUCKET);
  const drop = async (target: Locator) => {
    for (const event of ['dragenter', 'dragover', 'drop'])
      await target.dispatchEvent(event, { dataTransfer });
  };
  const field = sheet.getByLabel('Text of the other rules');
  await drop(sheet.getByRole('heading').first());
  await expect(field).toHaveValue('');
  await drop(field);
  await expect(field).toHaveValue(IN_BUCKET);
  await expect(page.getByText('Drop the file to open it as the rules')).toBeHidden();
  await page.keyboard.press('Escape');
  expect(await workbench.text()).toBe(DRAFT);
});

test('what is no longer allowed stands first, and is tried on the page', async ({
  workbench,
  page
}) => {
  await workbench.paste(DRAFT);
  const sheet = await compare(page);
  expect(await sheet.getByRole('heading', { level: 3 }).allTextContents()).toEqual([
    'No longer allowed',
    'Newly allowed',
    'Answered otherwise'
  ]);
  const lost = sheet.getByRole('list', { name: 'No longer allowed' });
  await expect(lost).toContainText(
    'PUT from https://app.example.com: allowed before, blocked after'
  );
  await expect(sheet.getByRole('list', { name: 'Newly allowed' })).toContainText('DELETE from');
  await expect(sheet.getByRole('list', { name: 'Answered otherwise' })).toContainText(
    'can read etag before, not after'
  );
  await lost.getByRole('button', { name: /^Try this call PUT/ }).click();
  await expect(sheet).toBeHidden();
  await expect(workbench.headline).toContainText('Blocked');
  await expect(page.locator('#verdict')).toBeFocused();
  expect(await workbench.text()).toBe(DRAFT);
});

test('before and after change places, and what was pasted stays', async ({ workbench, page }) => {
  await workbench.paste(DRAFT);
  let sheet = await compare(page);
  await sheet.getByLabel('They are').selectOption('what is to be saved (after)');
  await expect(sheet.getByRole('list', { name: 'Newly allowed' })).toContainText('PUT from');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Compare', exact: true })).toBeFocused();
  sheet = await open(page);
  await expect(sheet.getByLabel('Text of the other rules')).toHaveValue(IN_BUCKET);
});

test('equal rules are said to be so, in whatever format', async ({ workbench, page }) => {
  await workbench.paste(IN_BUCKET);
  const sheet = await open(page);
  const chooser = page.waitForEvent('filechooser');
  await sheet.getByRole('button', { name: 'Open file' }).click();
  await (
    await chooser
  ).setFiles({
    name: 'cors.json',
    mimeType: 'application/json',
    buffer: Buffer.from(
      JSON.stringify([
        {
          AllowedOrigins: ['https://app.example.com'],
          AllowedMethods: ['PUT', 'GET'],
          AllowedHeaders: ['content-type'],
          ExposeHeaders: ['ETag']
        }
      ])
    )
  });
  await expect(sheet.getByRole('status')).toHaveText('No call is answered otherwise.');
  await expect(sheet.getByRole('heading', { level: 3 })).toHaveCount(0);
});

test('the same rules at another store, and the rules as the page was opened', async ({
  workbench,
  page
}) => {
  await workbench.store('Amazon S3');
  await workbench.paste(IN_BUCKET.replace('content-type', 'x-amz-*'));
  const sheet = await open(page);
  await sheet.getByLabel('Compare with').selectOption('The same rules at another store');
  await expect(sheet.getByRole('status')).toContainText('No call is answered otherwise');
  await sheet.getByLabel('At store').selectOption('Tencent COS');
  await expect(sheet.getByRole('list', { name: 'Newly allowed' })).toContainText('x-amz-');
  await sheet.getByLabel('Compare with').selectOption('The rules as the page was opened');
  await expect(sheet.getByRole('list', { name: 'No longer allowed' })).toBeVisible();
});

test('rules that cannot be read are told with their line', async ({ page }) => {
  const sheet = await open(page);
  await expect(sheet).toContainText('Paste the other rules above');
  await sheet.getByLabel('Text of the other rules').fill('<CORSConfiguration>\n<CORSRule>');
  await expect(sheet).toContainText(
    'The other rules cannot be read whole: line 1: The element CORSConfiguration'
  );
});

for (const [screen, viewport] of Object.entries(SCREENS))
  test.describe(screen, () => {
    test.use({ viewport });

    test('axe has nothing to say, and nothing scrolls sideways', async ({ workbench, page }) => {
      if (screen === 'phone') await page.getByRole('tab', { name: 'Rules' }).click();
      await workbench.paste(DRAFT);
      const sheet = await compare(page);
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
