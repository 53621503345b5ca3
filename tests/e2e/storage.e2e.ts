import type { Page } from '@playwright/test';
import { expect, OPEN_RULES, test } from './support/workbench.ts';

const notes = (page: Page) => page.getByRole('status', { name: 'What is kept' });
const stored = (page: Page) => page.evaluate(() => Object.values({ ...localStorage }).join('\n'));

for (const [name, text] of [
  ['that is half of one', '{"version":1,"draft":{"rules":"mine'],
  ['of another version', '{"version":99,"draft":{"rules":"mine"}}'],
  [
    'with names of Object.prototype',
    '{"version":1,"draft":{"provider":"constructor","rules":"mine"}}'
  ]
] as const)
  test(`a stored document ${name} is offered as a file, and the page comes up`, async ({
    workbench,
    page
  }) => {
    await workbench.open();
    await page.evaluate((value) => localStorage.setItem('preflight', value), text);
    await workbench.open();
    await expect(workbench.headline).toContainText('x-cos-meta-md5');
    await expect(notes(page)).toContainText('could not be shown');
    const download = page.waitForEvent('download');
    await notes(page).getByRole('button', { name: 'Download it' }).click();
    const stream = await (await download).createReadStream();
    expect((await stream.toArray()).join('')).toBe(text);
    await workbench.paste(OPEN_RULES);
    await workbench.open();
    await expect(notes(page)).toContainText('could not be shown');
    expect(await workbench.text()).toBe(OPEN_RULES);
  });

test.describe('with a script in every document', () => {
  test.use({ isAlone: true });

  test('a full storage is said once, and the theme still changes', async ({ workbench, page }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await workbench.open();
    await expect(notes(page)).toBeEmpty();
    await workbench.paste(OPEN_RULES);
    await expect(notes(page)).toContainText('storage is full');
    const download = page.waitForEvent('download');
    await notes(page).getByRole('button', { name: 'Download what is on the page' }).click();
    expect((await download).suggestedFilename()).toBe('cors.xml');
    await notes(page).getByRole('button', { name: 'Dismiss' }).click();
    await workbench.paste(`${OPEN_RULES}\n`);
    await page.waitForTimeout(600);
    await expect(notes(page)).toBeEmpty();
    await page.getByRole('button', { name: /Change to light/ }).click();
    await page.getByRole('button', { name: /Change to dark/ }).click();
    await expect(page.locator('html.dark')).toHaveCount(1);
  });

  test('a blocked storage is said', async ({ workbench, page }) => {
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, {
          configurable: true,
          get() {
            throw new DOMException('denied', 'SecurityError');
          }
        });
    });
    await workbench.open();
    await workbench.paste(OPEN_RULES);
    await expect(notes(page)).toContainText('lets the page store nothing');
    await expect(workbench.headline).toContainText('Allowed');
  });
});

for (const [name, text] of [
  [
    'cURL',
    `curl -X PUT 'https://b.example/k?X-Amz-Signature=hunter2' -H 'Authorization: Bearer hunter2'`
  ],
  ['fetch', `fetch("https://b.example/k", { headers: { "X-Auth-Token": "hunter2" } })`],
  ['a request', `PUT /k HTTP/1.1\nHost: b.example\nAuthorization: hunter2`],
  [
    'a HAR',
    `{"log":{"entries":[{"request":{"method":"PUT","url":"https://b.example/","headers":[{"name":"Cookie","value":"hunter2"}]}}]}}`
  ],
  [
    'a container’s headers beside a key',
    `X-Container-Meta-Access-Control-Allow-Origin: *\nAuthorization: hunter2`
  ]
] as const)
  test(`no secret of a call that is pasted into the rules is stored: ${name}`, async ({
    workbench,
    page
  }) => {
    await workbench.open();
    await workbench.paste(text);
    await expect.poll(() => stored(page)).toContain('…');
    expect(await stored(page)).not.toContain('hunter2');
    await workbench.open();
    expect(await workbench.text()).not.toContain('hunter2');
  });
