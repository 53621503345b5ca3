import { expect, test } from './support/workbench.ts';

const isDark = () => document.documentElement.classList.contains('dark');

for (const scheme of ['light', 'dark'] as const)
  test(`a first visitor gets the system's theme: ${scheme}`, async ({ workbench, page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await workbench.open();
    expect(await page.evaluate(isDark)).toBe(scheme === 'dark');
    await page.emulateMedia({ colorScheme: scheme === 'dark' ? 'light' : 'dark' });
    await expect.poll(() => page.evaluate(isDark)).toBe(scheme !== 'dark');
  });

test('the button goes from the system to light, to dark and back, and a reload keeps it', async ({
  workbench,
  page
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await workbench.open();
  const button = page.getByRole('button', { name: /Theme|theme/ });
  await expect(button).toHaveAccessibleName('Theme of the system. Change to light.');
  await button.click();
  await expect.poll(() => page.evaluate(isDark)).toBe(false);
  await workbench.open();
  await expect(button).toHaveAccessibleName('Light theme. Change to dark.');
  expect(await page.evaluate(isDark)).toBe(false);
  await button.click();
  await expect.poll(() => page.evaluate(isDark)).toBe(true);
  await button.click();
  await expect(button).toHaveAccessibleName('Theme of the system. Change to light.');
});

test('the chosen theme is there before the page comes to life', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    javaScriptEnabled: true,
    ...(baseURL && { baseURL })
  });
  const page = await context.newPage();
  await page.addInitScript(() => localStorage.setItem('mode-watcher-mode', 'dark'));
  await page.route(/\/_app\//, (route) => route.abort());
  await page.goto('/');
  expect(await page.evaluate(isDark)).toBe(true);
  await context.close();
});
