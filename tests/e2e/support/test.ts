import {
  test as base,
  expect,
  type BrowserContext,
  type ConsoleMessage,
  type Request,
  type WebError
} from '@playwright/test';

export { expect };

/** Contexts whose pages tell of a breach of the policy: one may serve several tests, and a script in it cannot be taken back. */
const telling = new WeakSet<BrowserContext>();

async function tellBreaches(context: BrowserContext): Promise<void> {
  if (telling.has(context)) return;
  telling.add(context);
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.effectiveDirective} refuses ${event.blockedURI}`);
    });
  });
}

/** Every test fails on an error in the console or on the page, a breach of the policy, or a request to another host. */
export const test = base.extend<{ isQuiet: void }>({
  isQuiet: [
    async ({ context }, use) => {
      const complaints: string[] = [];
      const onConsole = (message: ConsoleMessage) => {
        if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
      };
      const onError = (error: WebError) => {
        complaints.push(`page: ${error.error().stack ?? error.error().message}`);
      };
      const onRequest = (request: Request) => {
        const { protocol, hostname } = new URL(request.url());
        if (protocol.startsWith('http') && hostname !== '127.0.0.1') {
          complaints.push(`another host: ${request.url()}`);
        }
      };
      context.on('console', onConsole).on('weberror', onError).on('request', onRequest);
      await tellBreaches(context);
      await use();
      context.off('console', onConsole).off('weberror', onError).off('request', onRequest);
      expect(complaints).toEqual([]);
    },
    { auto: true }
  ]
});
