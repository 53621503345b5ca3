import { expect, test } from './support/workbench.ts';

const SCRIPT = `const client = new OSS({ region: 'oss-cn-hangzhou' });
await client.putBucketCORS('media', [
  { allowedOrigin: ['https://app.example.com/'], allowedMethod: ['PUT'], allowedHeader: ['*'] }
]);`;

test('rules in a script are mended in place, and the script stays to the byte', async ({
  workbench,
  page
}) => {
  await workbench.open();
  await workbench.paste(SCRIPT);
  await expect(workbench.problems.filter({ hasText: /ends with a slash/ })).toHaveCount(1);
  await page
    .getByRole('button', { name: /^Fix: / })
    .first()
    .click();
  await expect(workbench.problems.filter({ hasText: /ends with a slash/ })).toHaveCount(0);
  expect(await workbench.text()).toBe(SCRIPT.replace('example.com/', 'example.com'));
});
