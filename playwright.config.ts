import { defineConfig } from '@playwright/test';
import { launchOptions } from './scripts/chromium.mjs';

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.e2e.ts',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  reporter: 'list',
  expect: { timeout: 10_000 },
  // The server takes any free port; Playwright reads it from what the server prints.
  webServer: {
    command: 'node dist/server.js',
    env: { HOST: '127.0.0.1', PORT: '0' },
    wait: { stdout: /(?<preflight_url>http:\/\/127\.0\.0\.1:\d+)/ },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 3000 }
  },
  use: {
    baseURL: process.env['PREFLIGHT_URL'],
    browserName: 'chromium',
    launchOptions: launchOptions(),
    screenshot: 'only-on-failure'
  }
});
