import type { Locator, Page } from '@playwright/test';
import { findings } from './support/axe.ts';
import { expect, test } from './support/workbench.ts';

const XML = `<CORSConfiguration>
  <CORSRule>
    <AllowedOrigin>https://*.example.com</AllowedOrigin>
    <AllowedMethod>PUT</AllowedMethod>
    
  </CORSRule>
</CORSConfiguration>`;

const TERRAFORM = `resource "aws_s3_bucket_cors_configuration" "media" {
  bucket = "media"

  cors_rule {
    allowed_origins = ["https://app.example.com"]
    allowed_methods = ["PUT"]
    
  }
}`;

const list = (page: Page) => page.getByRole('listbox', { name: 'What may be written here' });
const chosen = (page: Page) => list(page).locator('[aria-selected]');

/** From the end of the text so many lines up, to the end of that line. */
async function up(page: Page, lines: number): Promise<void> {
  await page.keyboard.press('ControlOrMeta+End');
  for (let line = 0; line < lines; line++) await page.keyboard.press('ArrowUp');
  await page.keyboard.press('End');
}

/** An Enter that comes with the list is still one of the text: a person has to have seen the list. */
const SEEN = 150;

async function take(page: Page, label: string): Promise<void> {
  await expect(chosen(page)).toContainText(label);
  await page.waitForTimeout(SEEN);
  await page.keyboard.press('Enter');
}

/** The middle of a text on the screen. */
const placeOf = (editor: Locator, text: string): Promise<{ x: number; y: number }> =>
  editor.evaluate((element, sought) => {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const at = texts.currentNode.textContent?.indexOf(sought) ?? -1;
      if (at === -1) continue;
      const range = document.createRange();
      range.setStart(texts.currentNode, at);
      range.setEnd(texts.currentNode, at + sought.length);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }
    throw new Error(`no ${sought} on the screen`);
  }, text);

test.beforeEach(({ workbench }) => workbench.open());

test('a header is completed in XML by the keyboard alone', async ({ workbench, page }) => {
  await workbench.paste(XML);
  await up(page, 2);
  await page.keyboard.type('<AllowedHea');
  await take(page, 'AllowedHeader');
  await expect(chosen(page)).toContainText('content-type');
  await expect(chosen(page)).toContainText('your call sends it');
  await take(page, 'content-type');
  expect(await workbench.text()).toContain('<AllowedHeader>content-type</AllowedHeader>');
  await expect(workbench.problems.filter({ hasText: 'Error' })).toHaveCount(0);
});

test('a header is completed in Terraform by the keyboard alone', async ({ workbench, page }) => {
  await workbench.paste(TERRAFORM);
  await up(page, 2);
  await page.keyboard.type('allowed_hea');
  await take(page, 'allowed_headers');
  await page.keyboard.type('x-amz-m');
  await expect(chosen(page)).toContainText('x-amz-meta-*');
  await take(page, 'x-amz-meta-*');
  expect(await workbench.text()).toContain('allowed_headers = ["x-amz-meta-*"]');
  await expect(workbench.problems.filter({ hasText: 'Error' })).toHaveCount(0);
});

test('Escape closes the list, and Tab leaves the editor with it open', async ({
  workbench,
  page
}) => {
  await workbench.paste(XML);
  await up(page, 2);
  await page.keyboard.press('Control+Space');
  await expect(list(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list(page)).toBeHidden();
  await page.keyboard.press('Control+Space');
  await expect(list(page)).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(workbench.editor).not.toBeFocused();
  await expect(list(page)).toBeHidden();
  expect(await workbench.text()).toBe(XML);
});

test('a whole rule comes from the menu, in the format of the text, and one undo takes it back', async ({
  workbench,
  page
}) => {
  await workbench.paste(TERRAFORM);
  const before = await workbench.text();
  await page.getByRole('button', { name: 'Add or format' }).click();
  await page.getByRole('menuitem', { name: /^Signed uploads/ }).click();
  await expect(workbench.editor).toBeFocused();
  const text = await workbench.text();
  expect(text.match(/cors_rule \{/g)).toHaveLength(2);
  expect(text).toContain('"x-amz-*"');
  await page.keyboard.press('ControlOrMeta+z');
  expect(await workbench.text()).toBe(before);
});

test('a whole rule is among the options', async ({ workbench, page }) => {
  await workbench.paste('');
  await page.keyboard.press('Control+Space');
  await expect(chosen(page)).toContainText('Read from anywhere');
  await take(page, 'Read from anywhere');
  expect(await workbench.text()).toContain('<AllowedOrigin>*</AllowedOrigin>');
});

test('F2 tells what the value at the cursor does, and the pointer tells it too', async ({
  workbench,
  page
}) => {
  await workbench.paste(XML);
  await up(page, 4);
  for (let unit = 0; unit < '</AllowedOrigin>'.length; unit++)
    await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('F2');
  const told = page.locator('.cm-told');
  await expect(told).toContainText('allowed origins at Tencent COS');
  await expect(told).toContainText('Takes https://a.example.com, https://a.b.example.com');
  await expect(told).toContainText('Not https://example.com');
  await expect(told).toContainText('In your call');
  await page.keyboard.press('Escape');
  await expect(told).toBeHidden();
  const { x, y } = await placeOf(workbench.editor, 'PUT');
  await page.mouse.move(x, y);
  await expect(told).toContainText('allowed methods');
});

test('Shift-Alt-F lays the text out in one step, and Alt-PageDown goes to the next rule', async ({
  workbench,
  page
}) => {
  const messy =
    '<CORSConfiguration><CORSRule>\n<ID>a</ID></CORSRule><CORSRule><ID>b</ID></CORSRule></CORSConfiguration>';
  await workbench.paste(messy);
  await page.keyboard.press('Shift+Alt+F');
  const tidy = `<CORSConfiguration>
  <CORSRule>
    <ID>a</ID>
  </CORSRule>
  <CORSRule>
    <ID>b</ID>
  </CORSRule>
</CORSConfiguration>`;
  expect((await workbench.text()).trimEnd()).toBe(tidy);
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('Alt+PageDown');
  await page.keyboard.press('Alt+PageDown');
  await page.keyboard.type('!');
  expect(await workbench.text()).toContain('!<CORSRule>\n    <ID>b</ID>');
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  expect(await workbench.text()).toBe(messy);
});

test('Alt-G goes to a rule by its number, and F2 tells what a name holds', async ({
  workbench,
  page
}) => {
  const rule = (id: string) =>
    `  <CORSRule>\n    <ID>${id}</ID>\n    <MaxAgeSeconds>5</MaxAgeSeconds>\n  </CORSRule>\n`;
  await workbench.paste(
    `<CORSConfiguration>\n${['a', 'b', 'c'].map(rule).join('')}</CORSConfiguration>`
  );
  const number = page.getByLabel('Go to rule (1 to 3)');
  // The help comes after the first screen.
  await expect(async () => {
    await page.keyboard.press('Alt+g');
    await expect(number).toBeFocused({ timeout: 1000 });
  }).toPass();
  expect(await findings(page)).toEqual([]);
  await page.keyboard.type('3');
  await page.keyboard.press('Enter');
  await expect(number).toHaveCount(0);
  await expect(workbench.editor).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('F2');
  await expect(page.locator('.cm-told')).toContainText('Max-Age at Tencent COS');
  await expect(page.locator('.cm-told')).toContainText('a whole number');
  await page.keyboard.press('Alt+g');
  await page.keyboard.press('Escape');
  await expect(workbench.editor).toBeFocused();
});

test('axe has nothing to say of the help while one writes', async ({ workbench, page }) => {
  await workbench.paste(XML);
  await up(page, 2);
  await page.keyboard.press('Control+Space');
  await expect(list(page)).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await up(page, 3);
  for (let unit = 0; unit < '</AllowedMethod>'.length; unit++)
    await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('F2');
  await expect(page.locator('.cm-told')).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Add or format' }).click();
  await expect(page.getByRole('menuitem').first()).toBeVisible();
  expect(await findings(page)).toEqual([]);
});
