import { execFileSync } from 'node:child_process';
import type { Locator, Page } from '@playwright/test';
import { readRules, type RuleSet } from '../../src/engine/index.ts';
import { findings, SCREENS } from './support/axe.ts';
import { expect, test } from './support/workbench.ts';

test.beforeEach(({ workbench }) => workbench.open());

const S3 = 'https://media.s3.eu-west-1.amazonaws.com/photo.png';
const HOSTILE = `<CORSConfiguration>
  <CORSRule>
    <AllowedOrigin>https://it's.$(id).test</AllowedOrigin>
    <AllowedOrigin>
EOF
</AllowedOrigin>
    <AllowedMethod>PUT</AllowedMethod>
    <AllowedHeader>\`id\`</AllowedHeader>
  </CORSRule>
</CORSConfiguration>`;

async function open(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Save to bucket' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  return dialog;
}

const textOf = (dialog: Locator, step: string): Promise<string> =>
  dialog.locator(`pre[data-step="${step}"]`).innerText();

/** What stands between the first line of a here-document and the one that ends it. */
function documentIn(script: string): string {
  const lines = script.split('\n');
  const mark = /<<'(\w+)'/.exec(lines[0] ?? '')?.[1] ?? '';
  return lines.slice(1, lines.indexOf(mark)).join('\n');
}

const valuesOf = ({ rules }: RuleSet) =>
  rules.map(({ allowedOrigins, allowedMethods, allowedHeaders, exposeHeaders, maxAgeSeconds }) => [
    ...[allowedOrigins, allowedMethods, allowedHeaders, exposeHeaders].map((list) =>
      list.map(({ value }) => value)
    ),
    maxAgeSeconds?.value ?? null
  ]);

const syntaxError = (script: string): string => {
  try {
    execFileSync('sh', ['-n'], { input: script, stdio: ['pipe', 'pipe', 'pipe'] });
    return '';
  } catch (error) {
    return String(error);
  }
};

for (const way of ['AWS CLI', 'curl'])
  test(`the commands of ${way} are a script, and hold the rules as they are`, async ({
    workbench,
    page
  }) => {
    for (const rules of [await workbench.text(), HOSTILE]) {
      await workbench.paste(rules);
      await workbench.store('Amazon S3');
      await page.getByRole('textbox', { name: 'Calls' }).fill(S3);
      const dialog = await open(page);
      await dialog.getByRole('tab', { name: way }).click();
      await expect(dialog.getByLabel('Bucket')).toHaveValue('media');
      await expect(dialog.getByLabel('Region')).toHaveValue('eu-west-1');
      for (const step of ['read', 'save', 'test', 'restore', 'delete'])
        expect(syntaxError(await textOf(dialog, step)), step).toBe('');
      const saved = readRules(documentIn(await textOf(dialog, 'save')));
      expect(saved.complete).toBe(true);
      expect(valuesOf(saved.ruleSet)).toEqual(valuesOf(readRules(rules).ruleSet));
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    }
  });

test('what the address does not tell is asked for, and goes into the commands', async ({
  workbench,
  page
}) => {
  await workbench.store('Amazon S3');
  await page.getByRole('textbox', { name: 'Calls' }).fill('https://cdn.example.com/photo.png');
  const dialog = await open(page);
  await expect(dialog).toContainText('Bucket, Region are not in the address');
  await expect(dialog.locator('pre mark').first()).toHaveText('BUCKET');
  await dialog.getByLabel('Bucket').fill("it's mine");
  await dialog.getByLabel('Region').fill('eu-west-1');
  await expect(dialog.locator('pre mark')).toHaveCount(0);
  expect(await textOf(dialog, 'read')).toContain("--bucket 'it'\\''s mine'");
});

test('PowerShell, and back to the button by the keyboard', async ({ page }) => {
  const dialog = await open(page);
  await dialog.getByRole('tab', { name: 'AWS CLI' }).click();
  await dialog.getByRole('button', { name: 'PowerShell' }).click();
  expect(await textOf(dialog, 'save')).toContain('[IO.File]::WriteAllText("$PWD/cors.json", @\'');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Save to bucket' })).toBeFocused();
});

test('ways are chosen by the arrow keys', async ({ page }) => {
  const dialog = await open(page);
  await dialog.getByRole('tab', { name: 'JavaScript' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(dialog.getByRole('tab', { name: 'Python' })).toHaveAttribute(
    'aria-selected',
    'true'
  );
  expect(await textOf(dialog, 'save')).toContain('client.put_bucket_cors(');
});

test('a step is copied as it stands', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const dialog = await open(page);
  await dialog.getByRole('button', { name: 'Copy Set up' }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe('npm install cos-nodejs-sdk-v5\n');
});

test('rules that a store refuses, none, and those that cannot be read', async ({
  workbench,
  page
}) => {
  await workbench.store('Amazon S3');
  const rules = await workbench.text();
  for (const [text, said] of [
    [rules.replace('PUT', 'put'), 'Amazon S3 would refuse these rules'],
    ['', 'There are no rules. Saving none means to delete'],
    ['<CORSConfiguration><CORSRule>', 'The rules cannot be read whole']
  ] as const) {
    await workbench.paste(text);
    if (text === '') {
      await workbench.selectAll();
      await page.keyboard.press('Delete');
    }
    const dialog = await open(page);
    await expect(dialog).toContainText(said);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
});

/** The classes of what is wider than its place. */
const tooWide = (sheet: Element): string[] =>
  [document.documentElement, ...sheet.querySelectorAll('*')]
    .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
    .map(({ className }) => String(className))
    .filter((name) => !name.includes('visually-hidden'));

test.describe('on a phone', () => {
  test.use({ viewport: SCREENS.phone });

  for (const store of ['Tencent COS', 'Azure Blob', 'Huawei', 'MinIO'])
    test(`nothing scrolls sideways: ${store}`, async ({ workbench, page }) => {
      await page.getByRole('tab', { name: 'Rules' }).click();
      await workbench.store(store);
      const dialog = await open(page);
      for (const tab of await dialog.getByRole('tab').all()) {
        await tab.click();
        expect(await dialog.evaluate(tooWide)).toEqual([]);
      }
    });
});

for (const [screen, viewport] of Object.entries(SCREENS))
  test.describe(screen, () => {
    test.use({ viewport });

    for (const store of ['Tencent COS', 'MinIO'])
      test(`axe has nothing to say: ${store}`, async ({ workbench, page }) => {
        if (screen === 'phone') await page.getByRole('tab', { name: 'Rules' }).click();
        await workbench.store(store);
        await open(page);
        expect(await findings(page)).toEqual([]);
      });
  });
