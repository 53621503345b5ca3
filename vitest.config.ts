import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import manifest from './package.json' with { type: 'json' };
import { launchOptions } from './scripts/chromium.mjs';

/** Those that the editor fetches when a text needs them. */
const CODEMIRROR = Object.keys(manifest.dependencies).filter((name) =>
  name.startsWith('@codemirror/')
);
const COMPONENT_TESTS = 'src/**/*.svelte.test.ts';
const LIVE_TESTS = 'tests/live/**/*.test.ts';

export default defineConfig({
  plugins: [sveltekit()],
  test: {
    globalSetup: './scripts/sync.mjs',
    setupFiles: ['./tests/seed.ts'],
    env: { PREFLIGHT_PROPERTY_SEED: process.env['PREFLIGHT_PROPERTY_SEED'] ?? '' },
    expect: { requireAssertions: true },
    // Not a measure of speed: the tests share two cores with the build and the type check.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          // Nothing here writes to what files share, so that each worker reads the engine once.
          isolate: false,
          include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: [COMPONENT_TESTS, LIVE_TESTS]
        }
      },
      {
        extends: true,
        test: { name: 'live', environment: 'node', include: [LIVE_TESTS] }
      },
      {
        extends: true,
        // Found while a test runs, a package would be bundled then, and the page of the tests loaded anew.
        optimizeDeps: { include: [...CODEMIRROR, 'fast-check'] },
        test: {
          name: 'component',
          include: [COMPONENT_TESTS],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: launchOptions() }),
            instances: [{ browser: 'chromium' }]
          }
        }
      }
    ]
  }
});
