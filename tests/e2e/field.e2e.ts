/** What people really hold, each told rightly, on both screens. */
import type { Page } from '@playwright/test';
import { SCREENS } from './support/axe.ts';
import { expect, test, type Workbench } from './support/workbench.ts';

const strip = (page: Page) => page.getByRole('region', { name: 'From the error' });

async function use(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Paste an error' }).click();
  await page.getByRole('textbox', { name: 'What the browser said' }).fill(text);
  await page.getByRole('button', { name: 'Use it' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
}

/** On a narrow screen, the part that is asked for. */
async function turnTo(page: Page, part: 'Rules' | 'Verdict'): Promise<void> {
  const tab = page.getByRole('tab', { name: part });
  if (await tab.isVisible()) await tab.click();
}

async function paste(page: Page, workbench: Workbench, rules: string): Promise<void> {
  await turnTo(page, 'Rules');
  await workbench.paste(rules);
  await turnTo(page, 'Verdict');
}

const GERMAN =
  "Quellübergreifende (Cross-Origin) Anfrage blockiert: Die Gleiche-Quelle-Regel verbietet das Lesen der externen Ressource auf https://acct.blob.core.windows.net/c/k.json. (Grund: CORS-Kopfzeile 'Access-Control-Allow-Origin' stimmt nicht mit 'https://app.example.com' überein)";
const AZURE =
  '<?xml version="1.0" encoding="utf-8"?><Error><Code>CorsPreflightFailure</Code><Message>CORS not enabled or no matching rule found for this request.\nRequestId:8f1c0000-001e-0000-0000-000000000000\nTime:2024-05-01T10:00:00.0000000Z</Message><MessageDetails>No CORS rules matches this request</MessageDetails></Error>';
const GOOD = `HTTP/1.1 200 OK
Access-Control-Allow-Origin: https://app.example.com
Access-Control-Allow-Credentials: true
Vary: Origin
ETag: "9bb58f26192e4ba00f01e2e7b136bbd8"`;

const s3 = (origin: string) =>
  JSON.stringify(
    [{ AllowedOrigins: [origin], AllowedMethods: ['PUT'], AllowedHeaders: ['content-type'] }],
    null,
    2
  );
const GCS = JSON.stringify(
  [{ origin: ['https://app.example.com'], method: ['PUT'], responseHeader: ['content-type'] }],
  null,
  2
);

for (const [screen, size] of Object.entries(SCREENS)) {
  test.describe(screen, () => {
    test.beforeEach(async ({ page, workbench }) => {
      await page.setViewportSize(size);
      await workbench.open();
    });

    test('a German line of Firefox', async ({ page }, info) => {
      await use(page, GERMAN);
      await expect(strip(page)).toContainText('The answer allowed another origin than the page’s');
      await expect(strip(page)).toContainText('What rules does the bucket have?');
      await expect(page.getByRole('button', { name: /^Store Azure/ })).toBeVisible();
      await page.screenshot({ path: info.outputPath('german.png') });
      await turnTo(page, 'Verdict');
      await expect(page.getByRole('combobox', { name: 'Browser' })).toHaveValue('firefox');
    });

    test('an error body of Azure', async ({ page }, info) => {
      await use(page, AZURE);
      await expect(strip(page)).toContainText('no rule');
      await expect(page.getByRole('button', { name: /^Store Azure/ })).toBeVisible();
      await page.screenshot({ path: info.outputPath('azure.png') });
    });

    test('a good answer', async ({ page }, info) => {
      await page.getByRole('button', { name: 'Paste an error' }).click();
      await page.getByRole('textbox', { name: 'What the browser said' }).fill(GOOD);
      const dialog = page.getByRole('dialog');
      await expect(dialog).toContainText('No failure stands in this text');
      await page.screenshot({ path: info.outputPath('good.png') });
    });

    test('an address of Vultr', async ({ page, workbench }, info) => {
      await paste(page, workbench, s3('https://app.example.com'));
      await page.getByLabel('Calls').fill('https://b.ewr1.vultrobjects.com/photo.png');
      const store = page.getByRole('button', { name: /^Store / });
      await expect(store).toContainText('Vultr · runs Ceph RGW');
      await expect(store).toContainText('guessed');
      await page.screenshot({ path: info.outputPath('vultr.png') });
    });

    test('an upload session of GCS', async ({ page, workbench }, info) => {
      await paste(page, workbench, GCS);
      await page
        .getByLabel('Calls')
        .fill(
          'https://storage.googleapis.com/upload/storage/v1/b/media/o?uploadType=resumable&upload_id=ABC'
        );
      await expect(workbench.headline).toContainText('Not told by these rules');
      await expect(workbench.verdict).toContainText('Origin of the request that opened it');
      await expect(workbench.verdict.getByRole('button', { name: /^(Allow|Add)/ })).toHaveCount(0);
      await expect(page.getByText('The rules let this call through')).toHaveCount(0);
      await page.screenshot({ path: info.outputPath('session.png') });
    });

    test('a call with a mistake is changed, and changed back', async ({
      page,
      workbench
    }, info) => {
      await paste(page, workbench, s3('https://app.example.com'));
      await page.getByLabel('Page origin').fill('https://app.example.com');
      await page.getByLabel('Calls').fill('https://b.s3.eu-west-1.amazonaws.com/photo.png');
      const method = page.getByRole('combobox', { name: 'Method' });
      await method.fill('PUTT');
      await page.keyboard.press('Tab');
      await expect(workbench.headline).toContainText('PUTT cannot be allowed');
      const mend = workbench.verdict.getByRole('button', { name: 'Call with PUT' });
      await page.screenshot({ path: info.outputPath('call-1.png') });
      await mend.click();
      await expect(method).toHaveValue('PUT');
      await expect(mend).toHaveCount(0);
      await page.screenshot({ path: info.outputPath('call-2.png') });
      await page.getByRole('button', { name: 'Undo', exact: true }).click();
      await expect(method).toHaveValue('PUTT');
      await expect(mend).toBeVisible();
    });
  });
}
