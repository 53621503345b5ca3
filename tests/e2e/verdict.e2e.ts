import { expect, OPEN_RULES, test } from './support/workbench.ts';

test.beforeEach(({ workbench }) => workbench.open());

test('a blocked preflight tells its reason, and the value that refuses is lit', async ({
  workbench,
  page
}) => {
  await expect(workbench.headline).toContainText('Blocked');
  await expect(workbench.verdict).toContainText('403 AccessForbidden');
  await expect(page.getByRole('button', { name: /^fails\s+Bucket rules/ })).toBeVisible();
  await expect(page.getByRole('row', { name: 'app-upload' })).toContainText('closest');
  await expect(page.locator('.cm-refused')).toHaveText(['content-type']);
});

test('a click in the table goes to the value in the rules', async ({ workbench, page }) => {
  const row = page.getByRole('row', { name: 'app-upload' });
  await row.getByRole('button', { name: 'x-cos-meta-md5' }).click();
  await expect(workbench.editor).toBeFocused();
  expect(await page.evaluate(() => String(getSelection()))).toBe('content-type');
});

test('an open stage scrolls with the panel, not with the page', async ({ page }) => {
  await page.getByRole('button', { name: /Bucket rules/ }).click();
  await expect(page.getByText('x-cos-meta-md5 is none of: content-type.')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
});

test('one click mends the rules, and undo takes it back', async ({ workbench, page }) => {
  const before = await workbench.text();
  await page.getByRole('button', { name: 'Allow the header x-cos-meta-md5 in rule 2' }).click();
  await expect(workbench.headline).toContainText('Allowed: rule 2 answers');
  expect(await workbench.text()).toContain('<AllowedHeader>x-cos-meta-md5</AllowedHeader>');
  await workbench.editor.focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(workbench.headline).toContainText('Blocked');
  expect(await workbench.text()).toBe(before);
});

test('an ETag that is not exposed cannot be read, until it is', async ({ workbench, page }) => {
  await workbench.example('ETag is not exposed');
  await expect(workbench.headline).toContainText(/cannot read etag/i);
  const needs = page.getByRole('list', { name: 'Script reads' });
  await expect(needs.getByRole('listitem').filter({ hasText: 'ETag' })).toContainText(
    'not readable'
  );
  await page.getByRole('button', { name: /^Expose ETag/ }).click();
  await expect(workbench.headline).toContainText('the script can read ETag');
});

test('the request is changed by keyboard alone', async ({ workbench, page }) => {
  await workbench.paste(OPEN_RULES);
  await expect(workbench.headline).toContainText('Allowed');
  await page.getByRole('button', { name: 'Add header' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('X-Cos-Acl');
  await page.keyboard.press('Tab');
  await page.keyboard.type('private');
  await page.keyboard.press('Enter');
  await expect(page.getByText('asks for 3 headers')).toBeVisible();
  await page.getByRole('combobox', { name: 'Method' }).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('patch');
  await page.keyboard.press('Tab');
  await expect(workbench.headline).toContainText('patch cannot be allowed');
});

test.describe('with a clipboard', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  for (const [name, text] of [
    ['Copy as cURL', /^curl [^]*OPTIONS[^]*photo\.png'$/],
    ['Copy answer', /^HTTP\/1\.1 403 Forbidden\r\n[^]*AccessForbidden/],
    ['Copy explanation', /^## Blocked: [^]*\| [^]*```http\nOPTIONS/]
  ] as const)
    test(`${name} copies and says so`, async ({ page }) => {
      await page.getByRole('button', { name }).click();
      await expect(page.getByText('Copied')).toBeVisible();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(text);
    });
});

test('a click below is not lost where it closes the fields of a header', async ({
  workbench,
  page
}) => {
  await page.getByRole('button', { name: 'Add header' }).click();
  await page.getByRole('combobox', { name: 'Name', exact: true }).fill('x-a');
  await page.getByRole('button', { name: /^Allow the header x-a/ }).click();
  await expect(workbench.headline).toContainText('Allowed');
  await expect(page.getByRole('combobox', { name: 'Name', exact: true })).toBeHidden();
});
