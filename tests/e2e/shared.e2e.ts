import { expect, OPEN_RULES, test } from './support/workbench.ts';

const LEFT = 'https://left-behind.test';

// What each of them leaves is what the other looks for; they run in one worker, one after the other.
test.describe.configure({ mode: 'default' });

for (const turn of ['one', 'another'])
  test(`nothing that a test leaves reaches the next: ${turn}`, async ({ workbench, page }) => {
    await workbench.open();
    await expect(page.getByLabel('Page origin')).not.toHaveValue(LEFT);
    await expect(workbench.editor).not.toContainText('app.example.com/left');
    expect(page.viewportSize()).toEqual({ width: 1280, height: 720 });
    expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(
      false
    );
    expect(await page.evaluate(() => sessionStorage.getItem('left'))).toBeNull();
    await workbench.paste(OPEN_RULES.replace('app.example.com', 'app.example.com/left'));
    await page.getByLabel('Page origin').fill(LEFT);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.evaluate(() => sessionStorage.setItem('left', 'behind'));
    await page.route('**/*', (route) => route.abort());
  });
