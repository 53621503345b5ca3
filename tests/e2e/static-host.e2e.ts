import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { expect, test } from './support/test.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2'
};

/** A host of plain files that sends no policy: build/client and build/prerendered as one folder, under `base`. */
async function host(base: string) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://localhost');
    const file = pathname.slice(base.length).replace(/^$/, 'index.html');
    const read = (folder: string) => readFile(`build/${folder}/${file}`);
    read('prerendered')
      .catch(() => read('client'))
      .then(
        (body) => response.setHeader('content-type', TYPES[extname(file)] ?? '').end(body),
        () => response.writeHead(404).end()
      );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}${base}`, close: () => server.close() };
}

for (const base of ['/', '/tools/preflight/']) {
  test(`the page works from a static host at ${base}`, async ({ page }) => {
    const { url, close } = await host(base);
    await page.goto(url);
    await expect(page.locator('#svelte-announcer')).toBeAttached();
    const policy = page.locator('meta[http-equiv="Content-Security-Policy"]');
    await expect(policy).toHaveAttribute('content', /script-src 'self';/);
    // The worker is found wherever the page stands.
    await page.getByRole('button', { name: 'Convert', exact: true }).click();
    await expect(page.getByRole('dialog').getByRole('status')).toContainText('All calls go on');
    close();
  });
}
