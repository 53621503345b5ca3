import { expect, test } from './support/test.ts';

const POLICY = /^default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; /;
const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)/;
const INLINE_HANDLER = /<[^>]+\son[a-z]+=/;

test('every kind of answer has the headers', async ({ request }) => {
  const page = await (await request.get('/')).text();
  const asset = /_app\/immutable\/[^"]+/.exec(page)?.[0] ?? '';
  for (const [path, status] of [
    ['/', 200],
    [`/${asset}`, 200],
    ['/favicon.svg', 200],
    ['/no-such-page', 404],
    ['/_app/no-such-asset.js', 404],
    ['/%E0%A4%A', 400]
  ] as const) {
    const response = await request.get(path);
    const headers = response.headers();
    expect([path, response.status()]).toEqual([path, status]);
    expect(headers['content-security-policy']).toMatch(POLICY);
    expect(headers['content-security-policy']).toMatch(/; frame-ancestors 'none'$/);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()')
    });
  }
});

for (const encoding of ['identity', 'gzip', 'br']) {
  test(`pages hold the policy and no inline script (${encoding})`, async ({ request }) => {
    const headers = { 'accept-encoding': encoding, accept: 'text/html' };
    const page = await (await request.get('/', { headers })).text();
    expect(page).toMatch(/<head>\s*<meta http-equiv="Content-Security-Policy"/);
    expect(page).not.toMatch(INLINE_SCRIPT);
    expect(page).not.toMatch(INLINE_HANDLER);
    const missing = await (await request.get('/no-such-page', { headers })).text();
    expect(missing).toContain('404');
    expect(missing).not.toMatch(INLINE_SCRIPT);
  });
}

test('the page comes to life under the policy', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('#svelte-announcer')).toBeAttached();
});
