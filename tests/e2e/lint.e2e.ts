import { findings } from './support/axe.ts';
import { expect, test } from './support/workbench.ts';

const rules = (...origins: string[]) => `<CORSConfiguration>
  <CORSRule>
${origins.map((origin) => `    <AllowedOrigin>${origin}</AllowedOrigin>`).join('\n')}
    <AllowedMethod>GET</AllowedMethod>
    <AllowedHeader>*</AllowedHeader>
    <MaxAgeSeconds>600</MaxAgeSeconds>
  </CORSRule>
  <ResponseVary>true</ResponseVary>
</CORSConfiguration>`;
const SLASH = rules('https://app.example.com/');
const FIXED = rules('https://app.example.com');

test.beforeEach(({ workbench }) => workbench.open());

test('a fix by mouse, and back', async ({ workbench, page }) => {
  await workbench.paste(SLASH);
  await expect(workbench.problems).toHaveText([/ends with a slash/]);
  await page.getByRole('button', { name: /^Fix: / }).click();
  await expect(workbench.problems).toHaveCount(0);
  expect(await workbench.text()).toBe(FIXED);
  await workbench.editor.focus();
  await page.keyboard.press('ControlOrMeta+z');
  expect(await workbench.text()).toBe(SLASH);
});

test('a fix by keyboard, at the place that a finding leads to', async ({ workbench, page }) => {
  await workbench.paste(SLASH);
  await workbench.problems.getByRole('button', { name: /ends with a slash/ }).press('Enter');
  await expect(workbench.editor).toBeFocused();
  await page.keyboard.press('ControlOrMeta+.');
  await expect(workbench.problems).toHaveCount(0);
  expect(await workbench.text()).toBe(FIXED);
});

test('all fixes at once are one step to undo', async ({ workbench, page }) => {
  const text = rules('https://app.example.com/', 'https://B.example.com:443/x');
  await workbench.paste(text);
  await page.getByRole('button', { name: 'Fix all' }).click();
  await expect(workbench.problems).toHaveCount(0);
  expect(await workbench.text()).toBe(rules('https://app.example.com', 'https://b.example.com'));
  await workbench.editor.focus();
  await page.keyboard.press('ControlOrMeta+z');
  expect(await workbench.text()).toBe(text);
});

test('a finding leads to its page, and axe finds nothing on either', async ({
  workbench,
  page
}) => {
  await workbench.paste(SLASH);
  await expect(workbench.problems).toHaveCount(1);
  expect(await findings(page)).toEqual([]);
  await page.getByRole('link', { name: /^Why: / }).click();
  await expect(page.locator('mark').first()).toHaveText('https://app.example.com/');
  expect(await findings(page)).toEqual([]);
  await page.getByRole('link', { name: 'All checks' }).click();
  await expect(page.getByRole('link', { name: 'origin-trailing-slash' })).toBeVisible();
  expect(await findings(page)).toEqual([]);
});

test('a hundred findings scroll in their own list', async ({ workbench, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('tab', { name: 'Rules' }).click();
  await workbench.paste(
    rules(...Array.from({ length: 100 }, (_, n) => `https://a${n}.example.com/`))
  );
  await expect(workbench.problems).toHaveCount(100);
  const list = await page.getByRole('list', { name: 'Problems in the rules' }).boundingBox();
  expect(list?.height).toBeLessThanOrEqual(190);
});
