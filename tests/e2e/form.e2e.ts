import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Locator, Page } from '@playwright/test';
import { findings, SCREENS } from './support/axe.ts';
import { expect, test, type Workbench } from './support/workbench.ts';

const run = promisify(execFile);

/** The form as a person meets it. */
const field = (page: Page, name: string): Locator =>
  page.getByRole('region', { name: 'Rules as a form' }).getByRole('textbox', { name });
const tick = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
const face = (page: Page, name: 'Source' | 'Form') =>
  page.getByRole('group', { name: 'Show the rules as' }).getByRole('button', { name }).click();
const cards = (page: Page): Locator =>
  page.getByRole('list', { name: 'Rules', exact: true }).getByRole('listitem');

async function source(workbench: Workbench): Promise<string> {
  await face(workbench.page, 'Source');
  const text = await workbench.text();
  await face(workbench.page, 'Form');
  return text;
}

const TWO_RULES = `<CORSConfiguration>
  <!-- read -->
  <CORSRule><ID>read</ID><AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</AllowedMethod></CORSRule>
  <CORSRule>
    <ID>write</ID>
    <AllowedOrigin>https://app.example.com</AllowedOrigin> <!-- ours -->
    <AllowedMethod>PUT</AllowedMethod>
    <MaxAgeSeconds>600</MaxAgeSeconds>
  </CORSRule>
</CORSConfiguration>`;

test.beforeEach(({ workbench }) => workbench.open());

test('the first example of the README is built in the form alone, and the command allows it', async ({
  workbench,
  page
}) => {
  await workbench.example('No rules at all');
  await face(page, 'Form');
  await page.getByRole('button', { name: 'Add the first rule' }).click();
  await expect(field(page, 'Origin')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('https://app.example.com');
  if ((await tick(page, 'PUT').getAttribute('aria-pressed')) === 'false') {
    await tick(page, 'PUT').click();
  }
  if ((await tick(page, 'GET').getAttribute('aria-pressed')) === 'true') {
    await tick(page, 'GET').click();
  }
  await field(page, 'Allow-Headers').fill('content-type');
  await field(page, 'Expose-Headers').fill('ETag');
  await field(page, 'Max-Age').fill('600');
  await page.getByRole('checkbox', { name: 'Return Vary: Origin' }).check();
  const text = await source(workbench);
  expect(text.trimEnd()).toBe(`<CORSConfiguration>
  <CORSRule>
    <AllowedOrigin>https://app.example.com</AllowedOrigin>
    <AllowedMethod>PUT</AllowedMethod>
    <AllowedHeader>content-type</AllowedHeader>
    <ExposeHeader>ETag</ExposeHeader>
    <MaxAgeSeconds>600</MaxAgeSeconds>
  </CORSRule>
  <ResponseVary>true</ResponseVary>
</CORSConfiguration>`);
  const file = join(await mkdtemp(join(tmpdir(), 'preflight-form-')), 'rules.xml');
  await writeFile(file, text);
  const call = ['--origin', 'https://app.example.com', '--method', 'PUT', '--needs', 'ETag'];
  const header = ['--header', 'content-type: image/png', '--provider', 'tencent-cos'];
  // Rejects where the exit status is not 0.
  await run(process.execPath, ['dist/preflight.js', 'check', file, ...call, ...header]);
});

test('a field says at once what the page of the store asks, and what is meant', async ({
  workbench,
  page
}) => {
  await workbench.paste(TWO_RULES);
  await face(page, 'Form');
  const origin = field(page, 'Origin');
  await origin.fill('app.example.com');
  await expect(page.getByText('does not begin with http:// or https://')).toBeVisible();
  await expect(origin).toHaveAttribute('aria-invalid', 'true');
  await origin.fill('https://app.example.com/');
  await page.getByRole('button', { name: 'Write https://app.example.com', exact: true }).click();
  await expect(origin).toHaveValue('https://app.example.com');
  await expect(origin).toHaveAttribute('aria-invalid', 'false');
});

test('keys struck in the middle of a line stay where they are', async ({ workbench, page }) => {
  await workbench.paste(TWO_RULES);
  await page.keyboard.press('Control+Home');
  await face(page, 'Form');
  await page.getByRole('button', { name: 'Edit rule 2' }).or(field(page, 'Origin')).first().click();
  const origin = field(page, 'Origin');
  await expect(origin).toHaveValue('https://app.example.com');
  await origin.focus();
  await page.keyboard.press('Home');
  for (let step = 0; step < 8; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.type('my-');
  await page.keyboard.press('End');
  await page.keyboard.type('\n\nhttp://localhost:3000\n', { delay: 0 });
  await expect(origin).toHaveValue('https://my-app.example.com\n\nhttp://localhost:3000\n');
  expect(await source(workbench)).toBe(
    TWO_RULES.replace(
      '>https://app.example.com</AllowedOrigin> <!-- ours -->',
      '>https://my-app.example.com</AllowedOrigin> <!-- ours -->\n    <AllowedOrigin>http://localhost:3000</AllowedOrigin>'
    )
  );
});

test('a rule is moved by keys and by a pointer, copied and deleted, and undo takes all back', async ({
  workbench,
  page
}) => {
  await workbench.paste(TWO_RULES);
  await face(page, 'Form');
  await page.getByRole('button', { name: 'Move rule 2', exact: true }).focus();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('button', { name: 'Move rule 1', exact: true })).toBeFocused();
  await expect(cards(page).first()).toContainText('write');
  await expect(page.getByText('Rule 2 is now rule 1')).toBeAttached();

  const grip = page.getByRole('button', { name: 'Move rule 1', exact: true });
  const [from, last] = [await grip.boundingBox(), await cards(page).last().boundingBox()];
  if (!from || !last) throw new Error('no place');
  await page.mouse.move(from.x + 8, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, last.y + last.height - 4, { steps: 5 });
  await page.mouse.up();
  await expect(cards(page).first()).toContainText('read');

  await page.getByRole('button', { name: 'Duplicate rule 2' }).click();
  await expect(cards(page)).toHaveCount(3);
  await page.getByRole('button', { name: 'Delete rule 3' }).click();
  await expect(cards(page)).toHaveCount(2);
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ControlOrMeta+z');
  expect(await source(workbench)).toBe(TWO_RULES);
});

test('rules are moved, copied, deleted and closed by keys, and the focus stays where one goes on', async ({
  workbench,
  page
}) => {
  await workbench.paste(TWO_RULES);
  await face(page, 'Form');
  const name = (id: string) => cards(page).getByRole('button', { name: new RegExp(`^\\d ${id}`) });
  await page.getByRole('button', { name: 'Edit rule 2' }).or(field(page, 'Origin')).first().click();
  await expect(field(page, 'Origin')).toHaveValue('https://app.example.com');
  await field(page, 'Origin').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(cards(page).first()).toContainText('write');
  await expect(field(page, 'Origin')).toBeFocused();
  await page.keyboard.press('Shift+Alt+ArrowDown');
  await expect(cards(page)).toHaveCount(3);
  await expect(page.getByText('Rule 2 is added')).toBeAttached();

  // The copy has no id, since few stores take two of one.
  await cards(page).nth(1).getByRole('button', { name: /^2 / }).focus();
  await page.keyboard.press('Delete');
  await expect(page.getByText('Rule 2 is deleted, 2 left')).toBeAttached();
  await expect(name('read')).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(name('write')).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('button', { name: 'Add the first rule' })).toBeFocused();
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('ControlOrMeta+z');
  expect(await source(workbench)).toBe(TWO_RULES);

  const opened = await name('write').getAttribute('aria-expanded');
  if (opened === 'false') await name('write').click();
  await expect(field(page, 'Max-Age')).toBeVisible();
  await name('write').click();
  await expect(field(page, 'Max-Age')).toHaveCount(0);
});

test('a line put between others leaves the comments of both where they are', async ({
  workbench,
  page
}) => {
  await workbench.paste(TWO_RULES);
  await face(page, 'Form');
  await page.getByRole('button', { name: 'Edit rule 2' }).or(field(page, 'Origin')).first().click();
  await expect(field(page, 'Origin')).toHaveValue('https://app.example.com');
  await field(page, 'Origin').fill('https://new.example.com\nhttps://app.example.com');
  const ours = '    <AllowedOrigin>https://app.example.com</AllowedOrigin> <!-- ours -->';
  expect(await source(workbench)).toBe(
    TWO_RULES.replace(ours, `    <AllowedOrigin>https://new.example.com</AllowedOrigin>\n${ours}`)
  );
});

test('the last rule of Google taken out leaves a list that is still Google’s', async ({
  workbench,
  page
}) => {
  await workbench.paste('[{"origin": ["https://a.test"], "method": ["GET"]}]');
  await workbench.store('Google Cloud Storage');
  await face(page, 'Form');
  await page.getByRole('button', { name: 'Delete rule 1' }).click();
  await expect(page.getByRole('button', { name: 'Convert to' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Add the first rule' }).click();
  expect(await source(workbench)).toContain('"origin"');
});

test('form and source have one history and one place', async ({ workbench, page }) => {
  await workbench.paste(TWO_RULES);
  await workbench.editor.locator('.cm-line', { hasText: '<MaxAgeSeconds>' }).click();
  await page.keyboard.press('End');
  // At one go: a slow typist's keys are undone in several steps.
  await page.keyboard.insertText('<!-- x -->');
  await face(page, 'Form');
  // The rule in which the cursor stood is open.
  await expect(field(page, 'Max-Age')).toHaveValue('600');
  await field(page, 'Max-Age').fill('1200');
  await tick(page, 'POST').click();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(tick(page, 'POST')).toHaveAttribute('aria-pressed', 'false');
  await face(page, 'Source');
  await workbench.editor.focus();
  await page.keyboard.press('ControlOrMeta+z');
  expect(await workbench.text()).toContain('<MaxAgeSeconds>600</MaxAgeSeconds><!-- x -->');
  await page.keyboard.press('ControlOrMeta+z');
  expect(await workbench.text()).toBe(TWO_RULES);
  await page.keyboard.press('ControlOrMeta+y');
  await expect(workbench.editor).toContainText('<!-- x -->');
  await face(page, 'Form');
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(field(page, 'Max-Age')).toHaveValue('1200');
  // Choosing a rule takes the cursor along.
  await page.getByRole('button', { name: 'Edit rule 1' }).click();
  await face(page, 'Source');
  await workbench.editor.focus();
  await page.keyboard.type('@');
  expect(await workbench.text()).toContain('  @<CORSRule><ID>read</ID>');
});

test('what the form cannot show is told, kept and found again', async ({ workbench, page }) => {
  const text = `resource "aws_s3_bucket_cors_configuration" "this" {
  bucket = aws_s3_bucket.media.id

  cors_rule {
    allowed_methods = ["PUT"]
    allowed_origins = [var.origin, "https://app.example.com"]
  }
}`;
  await workbench.paste(text);
  await workbench.store('Amazon S3');
  await face(page, 'Form');
  const unshown = page.getByRole('region', { name: /^The form cannot show 1 part/ });
  await expect(unshown).toBeVisible();
  await tick(page, 'GET').click();
  expect(await source(workbench)).toBe(text.replace('["PUT"]', '["PUT", "GET"]'));
  await unshown.getByRole('button').click();
  await expect(workbench.editor).toBeFocused();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('var.origin');
});

test('a text that cannot be read shows why, and leads to the source', async ({
  workbench,
  page
}) => {
  await workbench.paste('<CORSConfiguration');
  await face(page, 'Form');
  await expect(page.getByText('cannot be read as rules')).toBeVisible();
  await page.getByRole('button', { name: 'Go to the source' }).click();
  await expect(workbench.editor).toBeFocused();
});

test('each store has its own fields', async ({ workbench, page }) => {
  await workbench.paste(TWO_RULES);
  await face(page, 'Form');
  await workbench.store('Amazon S3');
  await expect(field(page, 'MaxAgeSeconds')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /Vary/ })).toHaveCount(0);
  await workbench.store('MinIO');
  await expect(field(page, 'cors_allow_origin')).toBeVisible();
  await expect(field(page, 'MaxAgeSeconds')).toHaveCount(0);
  await expect(page.getByRole('region', { name: /^The form cannot show/ })).toBeVisible();
});

test('the choice outlives a reload', async ({ page }) => {
  await face(page, 'Form');
  await page.reload();
  await expect(field(page, 'Origin')).toBeVisible();
  await face(page, 'Source');
  await page.reload();
  await expect(page.locator('.cm-content')).toBeVisible();
});

for (const [screen, viewport] of Object.entries(SCREENS))
  test.describe(screen, () => {
    test.use({ viewport });

    test('axe has nothing to say of the form', async ({ workbench, page }) => {
      if (screen === 'phone') await page.getByRole('tab', { name: 'Rules' }).click();
      await workbench.paste(TWO_RULES.replace('<ID>read</ID>', '<Note>x</Note>'));
      await face(page, 'Form');
      await field(page, 'Origin').fill('app.example.com\nhttps://app.example.com/\n*');
      expect(await findings(page)).toEqual([]);
      await face(page, 'Source');
      await workbench.selectAll();
      await page.keyboard.press('Delete');
      await face(page, 'Form');
      await expect(page.getByRole('button', { name: 'Add the first rule' })).toBeVisible();
      expect(await findings(page)).toEqual([]);
    });
  });
