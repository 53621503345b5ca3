import { test as base, expect } from '@playwright/test';

export { expect };

/** Every test fails on an error in the console or on the page, a breach of the policy, or a request to another host. */
export const test = base.extend<{ isQuiet: void }>({
  isQuiet: [
    async ({ context }, use) => {
      const complaints: string[] = [];
      context.on('console', (message) => {
        if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
      });
      context.on('weberror', (error) => {
        complaints.push(`page: ${error.error().stack ?? error.error().message}`);
      });
      context.on('request', (request) => {
        const { protocol, hostname } = new URL(request.url());
        if (protocol.startsWith('http') && hostname !== '127.0.0.1') {
          complaints.push(`another host: ${request.url()}`);
        }
      });
      await context.addInitScript(() => {
        addEventListener('securitypolicyviolation', (event) => {
          console.error(`policy: ${event.effectiveDirective} refuses ${event.blockedURI}`);
        });
      });
      await use();
      expect(complaints).toEqual([]);
    },
    { auto: true }
  ]
});
