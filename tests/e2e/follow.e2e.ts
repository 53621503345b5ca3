import { expect, OPEN_RULES, test } from './support/workbench.ts';

test.beforeEach(({ workbench }) => workbench.open());

test('a first visitor sees an example, judged', async ({ workbench }) => {
  await expect(workbench.headline).toContainText('x-cos-meta-md5');
  await expect(workbench.page.getByText('XML · 3 rules')).toBeVisible();
  await expect(workbench.page.locator('.cm-refused', { hasText: 'content-type' })).toBeVisible();
});

test('pasted rules are judged at once', async ({ workbench }) => {
  await workbench.paste(OPEN_RULES);
  await expect(workbench.headline).toContainText('Allowed');
  await expect(workbench.page.getByText('XML · 1 rule', { exact: true })).toBeVisible();
  await expect(workbench.page.locator('.cm-answered', { hasText: 'PUT' })).toBeVisible();
});

test('JSON is read and highlighted as such', async ({ workbench }) => {
  await workbench.paste('{"CORSRules": [{"AllowedOrigins": ["*"], "AllowedMethods": ["GET"]}]}');
  await expect(workbench.page.getByText('JSON · 1 rule')).toBeVisible();
});

test('each keystroke changes the verdict, without a button', async ({ workbench }) => {
  await workbench.paste(OPEN_RULES.replace('PUT', 'PU'));
  await expect(workbench.headline).toContainText('Blocked');
  await workbench.page.keyboard.press('ControlOrMeta+Home');
  for (let line = 1; line < 4; line += 1) await workbench.page.keyboard.press('ArrowDown');
  await workbench.page.keyboard.press('End');
  for (let unit = 0; unit < '</AllowedMethod>'.length; unit += 1)
    await workbench.page.keyboard.press('ArrowLeft');
  await workbench.page.keyboard.type('T');
  await expect(workbench.headline).toContainText('Allowed');
  expect(await workbench.text()).toContain('<AllowedMethod>PUT</AllowedMethod>');
});

test('half-written rules keep the last verdict, stale, and tell the line', async ({
  workbench
}) => {
  await workbench.paste(OPEN_RULES);
  await workbench.paste(OPEN_RULES.replace('</AllowedMethod>', '</Allowed'));
  await expect(workbench.headline).toContainText('Allowed');
  await expect(workbench.verdict).toContainText('Stale');
  await expect(workbench.problems.first()).toContainText(/Error.*line 4, column \d+/s);
  await workbench.problems.first().getByRole('button').click();
  await expect(workbench.editor).toBeFocused();
  await workbench.paste(OPEN_RULES);
  await expect(workbench.verdict).not.toContainText('Stale');
  await expect(workbench.problems).toHaveCount(0);
});

test('an empty editor is a bucket without rules', async ({ workbench }) => {
  await workbench.selectAll();
  await workbench.page.keyboard.press('Delete');
  await expect(workbench.page.getByText('Empty: a bucket without rules')).toBeVisible();
  await expect(workbench.page.getByText(/Paste the rules here, drop a file/)).toBeVisible();
  await expect(workbench.headline).toContainText('Blocked');
});

test('an example comes with its request, and undo brings the old rules back', async ({
  workbench
}) => {
  await workbench.paste(OPEN_RULES);
  await workbench.example('The port is missing');
  await expect(workbench.page.getByLabel('Page origin')).toHaveValue('http://localhost:3000');
  await expect(workbench.headline).toContainText('Blocked');
  await workbench.editor.focus();
  await workbench.page.keyboard.press('ControlOrMeta+z');
  expect(await workbench.text()).toBe(OPEN_RULES);
});

test('hovering over a lit value tells what was found there', async ({ workbench }) => {
  await workbench.page.locator('.cm-refused', { hasText: 'content-type' }).hover();
  await expect(workbench.page.locator('.cm-said')).toContainText('x-cos-meta-md5');
});

test('a hundred problems scroll in their own list', async ({ workbench }) => {
  const wrong = '  <CORSRule><AllowedOrigni>*</AllowedOrigni></CORSRule>\n'.repeat(60);
  await workbench.paste(`<CORSConfiguration>\n${wrong}</CORSConfiguration>`);
  await expect(workbench.problems.first()).toBeVisible();
  const editor = await workbench.page.locator('.cm-editor').boundingBox();
  expect(editor?.height).toBeGreaterThan(350);
});

test('the menu closes by Escape and by a click beside it, and leaves the page alive', async ({
  page
}) => {
  const menu = page.getByRole('menu');
  const button = page.getByRole('button', { name: 'Examples' });
  await button.click();
  await expect(menu).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await button.click();
  await expect(menu).toBeVisible();
  await page.mouse.click(700, 20);
  await expect(menu).toBeHidden();
  await page.getByLabel('Page origin').click();
  await expect(page.getByLabel('Page origin')).toBeFocused();
});
