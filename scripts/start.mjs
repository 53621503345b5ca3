import { build } from './build.mjs';

await build({ always: false });
await import(new URL('../dist/server.js', import.meta.url).href);

// A signal to npm ends the shell between it and this process, and would leave the server behind.
const parent = process.ppid;
if (process.env.npm_lifecycle_event) {
  setInterval(() => process.ppid === parent || process.kill(process.pid, 'SIGTERM'), 250).unref();
}
