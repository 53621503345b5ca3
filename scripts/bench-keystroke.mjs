/**
 * How long a keystroke takes from the key's event to the frame with the new verdict, in the built page and a real Chromium.
 * A browser tells neither when a pixel is lit nor when a key was touched: what is measured begins at the event's own time
 * stamp and ends in the first task after the frame in which the page was painted.
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright';
import { build } from './build.mjs';
import { getChromium, launchOptions } from './chromium.mjs';

const KEYS = 200;
/** Between two keys, as a quick typist has it, in milliseconds. */
const PAUSE = 80;
/** Milliseconds that 95 of 100 keystrokes may take, on a machine that does nothing else. */
const LIMIT = 50;
const ENOUGH_RULES = 100;
const TYPED = 'abcdefghij';

/** The last rule is the one that answers, and typing goes on in its origin, so that each key changes the verdict. */
function rulesOf(/** @type {number} */ count) {
  const rule = (/** @type {string} */ id, /** @type {string} */ origin) => `  <CORSRule>
    <ID>${id}</ID>
    <AllowedOrigin>${origin}</AllowedOrigin>
    <AllowedMethod>GET</AllowedMethod>
    <AllowedMethod>PUT</AllowedMethod>
    <AllowedHeader>content-type</AllowedHeader>
    <AllowedHeader>x-cos-*</AllowedHeader>
    <ExposeHeader>ETag</ExposeHeader>
    <MaxAgeSeconds>600</MaxAgeSeconds>
  </CORSRule>`;
  const others = Array.from({ length: count - 1 }, (_, index) =>
    rule(`team-${index}`, `https://team-${index}.example.com`)
  );
  return `<CORSConfiguration>\n${[...others, rule('last', 'https://')].join('\n')}\n</CORSConfiguration>`;
}

/** @param {number} share @param {number[]} times */
function percentile(share, times) {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

/** Starts the built server and gives its address once it prints one. */
async function serve() {
  const server = spawn(process.execPath, ['dist/server.js'], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit']
  });
  for await (const line of createInterface({ input: server.stdout })) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    if (url) return { url, stop: () => server.kill() };
  }
  throw new Error('The server ended before it printed its address');
}

/** Runs in the page: notes each key's time to the painted frame, and the long tasks. */
function observe() {
  const noted = { times: /** @type {number[]} */ ([]), long: /** @type {number[]} */ ([]) };
  Object.assign(globalThis, { noted });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) noted.long.push(duration);
  }).observe({ type: 'longtask' });
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => noted.times.push(performance.now() - timeStamp);
        port2.postMessage(null);
      });
    },
    { capture: true }
  );
}

/** @param {import('playwright').Page} page @param {number} count */
async function measure(page, count) {
  const editor = page.getByRole('textbox', { name: 'CORS rules' });
  await editor.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await editor.evaluate((target, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, rulesOf(count));
  // From the end of the text, eight lines up and to the end of the origin.
  await page.keyboard.press('ControlOrMeta+End');
  for (let line = 0; line < 8; line++) await page.keyboard.press('ArrowUp');
  await page.keyboard.press('End');
  for (let unit = 0; unit < '</AllowedOrigin>'.length; unit++)
    await page.keyboard.press('ArrowLeft');
  await page.waitForTimeout(1000);
  const session = await page.context().newCDPSession(page);
  // The main thread's own time, which does not count what other programs took of the processor.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await costs(session);
  await page.evaluate(observe);
  let typed = '';
  for (let key = 0; key < KEYS; key++) {
    const letter = TYPED.charAt(key % TYPED.length);
    typed += letter;
    await page.keyboard.press(letter);
    await page.waitForTimeout(PAUSE);
  }
  const after = await costs(session);
  const row = page.locator(`[data-rule="${count - 1}"]`);
  const told = (await row.textContent({ timeout: 5000 })) ?? '';
  if (!told.includes(`https://${typed}`))
    throw new Error(`The verdict does not tell what was typed: ${told}`);
  const { times, long } = await page.evaluate(() => /** @type {any} */ (globalThis).noted);
  const share = (/** @type {string} */ name) =>
    (((after[name] ?? 0) - (before[name] ?? 0)) * 1000) / KEYS;
  return {
    times: /** @type {number[]} */ (times),
    long: /** @type {number[]} */ (long),
    script: share('ScriptDuration'),
    layout: share('LayoutDuration') + share('RecalcStyleDuration'),
    task: share('TaskDuration')
  };
}

/** @param {import('playwright').CDPSession} session @returns {Promise<Record<string, number>>} */
async function costs(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

await build({ always: false });
await getChromium();
const { url, stop } = await serve();
const browser = await chromium.launch(launchOptions());
let tooSlow = false;
try {
  for (const count of [3, ENOUGH_RULES]) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(url);
    await page.locator('.cm-editor').waitFor();
    const { times, long, script, layout, task } = await measure(page, count);
    const [p50, p95, max] = [percentile(0.5, times), percentile(0.95, times), Math.max(...times)];
    const ms = (/** @type {number} */ time) => `${time.toFixed(1)} ms`;
    console.log(
      `${count} rules, ${times.length} keys: p50 ${ms(p50)}, p95 ${ms(p95)}, max ${ms(max)}\n` +
        `  of the main thread, a key: ${ms(task)}, of which script ${ms(script)}, style and layout ${ms(layout)}\n` +
        `  long tasks: ${long.length}${long.length === 0 ? '' : `, the longest ${ms(Math.max(...long))}`}`
    );
    if (count === ENOUGH_RULES) tooSlow = p95 > LIMIT;
    await page.close();
  }
} finally {
  await browser.close();
  stop();
}
if (tooSlow) console.error(`More than ${LIMIT} ms: see whether the machine does something else`);
process.exitCode = tooSlow ? 1 : 0;
