import { run } from './run.mjs';
import { sync } from './sync.mjs';

/** The long form of tests/live, which takes some five minutes; `npm test` makes 300 calls. */
const CALLS = '20000';

await sync();
await (await import('./chromium.mjs')).getChromium();
const env = { PREFLIGHT_CALLS: process.env.PREFLIGHT_CALLS ?? CALLS };
const { ok } = await run('vitest run --project live', { env });
process.exit(ok ? 0 : 1);
