import type { Page } from '@playwright/test';
import { findings, SCREENS } from './support/axe.ts';
import { expect, OPEN_RULES, test, type Workbench } from './support/workbench.ts';

const URL = 'https://media-1250000000.cos.ap-guangzhou.myqcloud.com/photo.png';
const CONSOLE = `upload.js:12 Access to fetch at '${URL}?q-signature=abc' from origin 'https://app.example.com' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: No 'Access-Control-Allow-Origin' header is present on the requested resource.
upload.js:12 PUT ${URL}?q-signature=abc net::ERR_FAILED
TypeError: Failed to fetch`;

/** Rules that let the page read, and not write. */
const READ_RULES = OPEN_RULES.replace('PUT', 'GET');

const field = (page: Page) => page.getByRole('textbox', { name: 'What the browser said' });
const strip = (page: Page) => page.getByRole('region', { name: 'From the error' });

async function use(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Paste an error' }).click();
  await expect(field(page)).toBeFocused();
  await field(page).fill(text);
  await page.getByRole('button', { name: 'Use it' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
}

/** Pastes where the focus is, as the person would who follows the strip. */
async function pasteAtFocus(page: Page, { editor }: Workbench, text: string): Promise<void> {
  await expect(editor).toBeFocused();
  await editor.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    const options = { clipboardData, bubbles: true, cancelable: true };
    element.dispatchEvent(new ClipboardEvent('paste', options));
  }, text);
}

test.beforeEach(({ workbench }) => workbench.open());

test('from a console line to the cause and its mend', async ({ workbench, page }) => {
  await use(page, CONSOLE);
  await expect(strip(page)).toContainText('The answer had no Access-Control-Allow-Origin');
  await expect(strip(page)).toContainText('What rules does the bucket have?');
  await expect(page.getByLabel('Page origin')).toHaveValue('https://app.example.com');
  await expect(page.getByRole('combobox', { name: 'Method' })).toHaveValue('PUT');
  await expect(page.getByLabel('Calls')).toHaveValue(`${URL}?q-signature=…`);

  await pasteAtFocus(page, workbench, READ_RULES);
  await expect(strip(page)).toContainText('Which headers does the script set?');
  const headers = page.getByRole('textbox', { name: 'Which headers does the script set?' });
  await expect(headers).toBeFocused();
  await page.keyboard.type('content-type');
  await page.keyboard.press('Enter');

  await expect(strip(page)).toContainText('The rules on this page explain the error');
  await expect(workbench.headline).toContainText('no rule allows PUT');
  await workbench.verdict.getByRole('button', { name: /PUT/ }).click();
  await expect(workbench.headline).toContainText('Allowed');
  await expect(strip(page)).toContainText('With these rules the call would work');
});

test('from a library’s own error to the header that is not exposed', async ({
  workbench,
  page
}) => {
  await use(page, 'get ETag error, please add "ETag" to CORS ExposeHeader setting.');
  await expect(strip(page)).toContainText('cos-js-sdk-v5');
  await pasteAtFocus(page, workbench, OPEN_RULES);
  await page.getByRole('textbox', { name: 'What is the origin' }).fill('https://app.example.com');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Which address' }).fill(URL);
  await page.keyboard.press('Enter');
  await expect(workbench.headline).toContainText('cannot read ETag');
  await page.getByRole('button', { name: /^Expose ETag/ }).click();
  await expect(workbench.headline).toContainText('the script can read ETag');
});

test('a method is one click, and every question can be passed over', async ({
  workbench,
  page
}) => {
  await use(page, 'Origin https://app.example.com is not allowed by Access-Control-Allow-Origin.');
  await page.getByRole('button', { name: 'These are the rules' }).click();
  await page.getByRole('button', { name: 'Skip' }).click();
  await page.getByRole('button', { name: 'GET', exact: true }).click();
  await page.getByRole('button', { name: 'None' }).click();
  await expect(page.getByRole('combobox', { name: 'Method' })).toHaveValue('GET');
  await expect(workbench.headline).toContainText('Allowed');
  await expect(strip(page)).toContainText('With these rules the call would work');
});

test('a cause that no rule mends asks nothing', async ({ page }) => {
  await use(page, `GET ${URL} net::ERR_NAME_NOT_RESOLVED`);
  await expect(strip(page)).toContainText('No answer came');
  await expect(strip(page)).not.toContainText('Still needed');
});

test('an answer that the rules would not give is told apart', async ({ workbench, page }) => {
  await workbench.paste(OPEN_RULES);
  await use(
    page,
    `curl -i -X OPTIONS ${URL} -H 'Origin: https://app.example.com' -H 'Access-Control-Request-Method: PUT' -H 'Access-Control-Request-Headers: content-type'\nHTTP/1.1 403 Forbidden\nServer: tencent-cos\n`
  );
  await page.getByRole('button', { name: 'These are the rules' }).click();
  await expect(strip(page)).toContainText('The store answered otherwise than these rules say');
});

test('undo puts the page back, and dismiss leaves it', async ({ workbench, page }) => {
  const before = await workbench.text();
  await use(page, CONSOLE);
  await strip(page).getByRole('button', { name: 'Undo' }).click();
  await expect(strip(page)).toBeHidden();
  await expect(workbench.headline).toContainText('no rule allows the header x-cos-meta-md5');
  expect(await workbench.text()).toBe(before);

  await use(page, CONSOLE);
  await strip(page).getByRole('button', { name: 'Dismiss' }).click();
  await expect(strip(page)).toBeHidden();
  await expect(page.getByLabel('Calls')).toHaveValue(`${URL}?q-signature=…`);
});

test('what was typed stays when the dialog closes', async ({ page }) => {
  await page.getByRole('button', { name: 'Paste an error' }).click();
  await field(page).fill('hello');
  await expect(page.getByText('Nothing here is known')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Use it' })).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Paste an error' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(field(page)).toHaveValue('hello');
});

test('an error that was pasted as the rules is read as one', async ({ workbench, page }) => {
  await workbench.paste(CONSOLE);
  await page.getByRole('button', { name: 'Read it as an error' }).click();
  await page.getByRole('button', { name: 'Use it' }).click();
  await pasteAtFocus(page, workbench, READ_RULES);
  expect(await workbench.text()).toBe(READ_RULES);
  await page.getByRole('button', { name: 'None' }).click();
  await expect(workbench.headline).toContainText('no rule allows PUT');
});

for (const [screen, viewport] of Object.entries(SCREENS))
  test.describe(screen, () => {
    test.use({ viewport });

    test('axe has nothing to say, and nothing scrolls sideways', async ({ workbench, page }) => {
      // Five looks of axe take their time.
      test.slow();
      const look = async () => expect(await findings(page)).toEqual([]);
      await page.getByRole('button', { name: 'Paste an error' }).click();
      await expect(field(page)).toBeFocused();
      await look();
      await field(page).fill(CONSOLE);
      await expect(page.getByText('Not in the text')).toBeVisible();
      await look();
      await page.getByRole('button', { name: 'Use it' }).click();
      await expect(page.getByRole('dialog')).toBeHidden();
      await look();
      await pasteAtFocus(page, workbench, READ_RULES);
      await expect(page.getByRole('textbox', { name: 'Which headers' })).toBeFocused();
      await look();
      await page.getByRole('button', { name: 'None' }).click();
      await expect(strip(page)).toContainText('explain the error');
      await look();
    });
  });
