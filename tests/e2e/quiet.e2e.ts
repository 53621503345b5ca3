import { type Page } from '@playwright/test';
import { test } from './support/test.ts';

/** What must fail any test; each is a test that is expected to fail. */
const LOUD: [name: string, act: (page: Page) => Promise<unknown>][] = [
  ['an error in the console', (page) => page.evaluate(() => console.error('loud'))],
  ['an error on the page', (page) => page.evaluate(() => void setTimeout(() => JSON.parse('{')))],
  [
    'an inline script',
    (page) =>
      page.evaluate(() => {
        const script = document.createElement('script');
        script.textContent = 'void 0';
        document.body.append(script);
      })
  ],
  ['a request to another host', (page) => page.goto('http://localhost:9/').catch(() => null)]
];

for (const [name, act] of LOUD) {
  test(`${name} fails a test`, async ({ page }) => {
    test.fail();
    await page.goto('/');
    await act(page);
    await page.waitForTimeout(100);
  });
}
