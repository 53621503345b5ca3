import { expect, OPEN_RULES, test } from './support/workbench.ts';

test.beforeEach(({ workbench }) => workbench.open());

const AZURE = `<Cors><CorsRule>
  <AllowedOrigins>https://app.example.com</AllowedOrigins>
  <AllowedMethods>PUT</AllowedMethods>
  <AllowedHeaders>*</AllowedHeaders>
  <ExposedHeaders>ETag</ExposedHeaders>
  <MaxAgeInSeconds>600</MaxAgeInSeconds>
</CorsRule></Cors>`;
const R2 = '{"rules":[{"allowed":{"origins":["https://app.example.com"],"methods":["PUT"]}}]}';
const TERRAFORM = `resource "aws_s3_bucket_cors_configuration" "media" {
  bucket = aws_s3_bucket.media.id
  cors_rule {
    allowed_methods = ["PUT"]
    allowed_origins = ["https://app.example.com"]
  }
}
`;

for (const [text, store] of [
  [AZURE, 'Azure Blob Storage'],
  [R2, 'Cloudflare R2'],
  [TERRAFORM, 'Amazon S3']
] as const)
  test(`pasted rules are known for those of ${store}`, async ({ workbench, page }) => {
    await workbench.paste(text);
    await expect(page.getByRole('button', { name: /^Store / })).toContainText(store);
    await expect(page.getByRole('button', { name: /^Store / })).toContainText('guessed');
  });

test('another store keeps the text, tells what changes, and is kept', async ({
  workbench,
  page
}) => {
  const before = await workbench.text();
  await workbench.store('MinIO');
  await expect(page.getByText(/MinIO: blocked before, allowed now/)).toBeVisible();
  await expect(workbench.headline).toContainText('Allowed');
  expect(await workbench.text()).toBe(before);
  await page.reload();
  await expect(page.getByRole('button', { name: /^Store / })).toContainText('MinIO');
  await expect(page.getByRole('button', { name: /^Store / })).not.toContainText('guessed');
});

test('a refused save names the rule, and a click goes there', async ({ workbench, page }) => {
  const save = page.getByRole('region', { name: 'Saving the rules' });
  await expect(save).toContainText('Tencent COS would save these rules.');
  await workbench.paste(OPEN_RULES.replace('PUT', 'put'));
  await expect(save).toContainText('Tencent COS would refuse these rules: 400 InvalidArgument');
  await save.getByRole('button', { name: 'Rule 1' }).click();
  await expect(workbench.editor).toBeFocused();
});

test('a text of another store’s form is converted, and undo takes it back', async ({
  workbench,
  page
}) => {
  await workbench.paste(R2);
  await workbench.store('Amazon S3');
  await expect(page.getByText('These rules are R2 JSON, which Amazon S3')).toBeVisible();
  await page.getByRole('button', { name: 'Convert to S3 XML' }).click();
  const sheet = page.getByRole('dialog', { name: 'Convert the rules' });
  await expect(sheet.getByLabel('From store')).toHaveValue('cloudflare-r2');
  await sheet.getByRole('button', { name: 'Replace rules' }).click();
  await expect(page.locator('#rules')).toBeFocused();
  expect(await workbench.text()).toContain('<AllowedOrigin>https://app.example.com');
  await workbench.editor.focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => workbench.text()).toBe(R2);
});

test('stores stand side by side, follow the text, and are chosen from there', async ({
  workbench,
  page
}) => {
  await page.getByRole('button', { name: 'Stores', exact: true }).click();
  const panel = page.getByRole('region', { name: 'Stores side by side' });
  const row = (name: string) => panel.getByRole('row').filter({ hasText: name });
  await expect(row('Ceph RGW').first()).toContainText('No later rule is tried: PUT is none of');
  await workbench.paste(OPEN_RULES);
  await expect(row('Amazon S3')).toContainText('Allowed');
  await panel.getByRole('button', { name: 'Choose Amazon S3' }).click();
  await expect(row('the chosen store')).toContainText('Amazon S3');
  await page.getByRole('button', { name: 'Verdict', exact: true }).click();
  await expect(workbench.headline).toContainText('Allowed');
});

test('a store tells how it decides', async ({ workbench, page }) => {
  await workbench.verdict.getByRole('link', { name: 'How Tencent COS decides' }).click();
  await expect(page.getByRole('heading', { name: 'How Tencent COS decides' })).toBeVisible();
  await page.getByRole('link', { name: 'All stores' }).click();
  await expect(page.getByRole('heading', { name: 'How the stores decide' })).toBeVisible();
  await page.getByRole('link', { name: 'Workbench' }).click();
  await expect(workbench.headline).toBeVisible();
});
