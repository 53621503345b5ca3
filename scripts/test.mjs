import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { run } from './run.mjs';
import { sync } from './sync.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Count
 * @typedef {object} Step
 * @property {string} name
 * @property {string} command
 * @property {NodeJS.ProcessEnv} [env]
 * @property {(report: any) => Count} [count] what the runner's report says; a step without it is one test
 * @property {(report: any) => string[]} [failures] the names of the tests that failed, by the same report
 */

const folder = mkdtempSync(join(tmpdir(), 'preflight-test-'));
const reportOf = (/** @type {string} */ name) => join(folder, `${name}.json`);

/** @type {Step} */
const BUILD = {
  name: 'build',
  command: 'node scripts/build.mjs --if-changed',
  count: () => ({ passed: 0, failed: 0, skipped: 0 })
};
/** @type {Step} */
const E2E = {
  name: 'e2e',
  command: 'playwright test --reporter=list,json',
  env: { PLAYWRIGHT_JSON_OUTPUT_FILE: reportOf('e2e') },
  count: ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped
  }),
  failures: (report) => failedSpecs(report.suites)
};
/** @type {Step} */
const VITEST = {
  name: 'vitest',
  command: `vitest run --reporter=default --reporter=json --outputFile.json="${reportOf('vitest')}"`,
  count: (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests
  }),
  failures: ({ testResults }) =>
    testResults.flatMap((/** @type {any} */ file) =>
      file.assertionResults
        .filter((/** @type {any} */ test) => test.status === 'failed')
        .map(
          (/** @type {any} */ test) => `${relative(process.cwd(), file.name)} > ${test.fullName}`
        )
    )
};
/** @type {Step[]} */
const CHECKS = [
  { name: 'types', command: 'npm run --silent check' },
  { name: 'lint', command: 'npm run --silent lint' },
  { name: 'format', command: 'npm run --silent format:check' }
];

/**
 * @typedef {{ ok: boolean, file: string, line: number, title: string }} Spec
 * @typedef {{ suites?: Suite[], specs?: Spec[] }} Suite
 */

/** @param {Suite[]} suites Playwright's, each with suites of its own @returns {string[]} */
function failedSpecs(suites) {
  return suites.flatMap(({ suites: inner = [], specs = [] }) => [
    ...failedSpecs(inner),
    ...specs.filter((spec) => !spec.ok).map(({ file, line, title }) => `${file}:${line} > ${title}`)
  ]);
}

/** @type {string[]} */
const failures = [];

/** @param {Step} step @param {boolean} ok @returns {Count} */
function counted({ name, count, failures: failuresOf }, ok) {
  /** @type {Count} */
  let result = { passed: ok ? 1 : 0, failed: 0, skipped: 0 };
  const before = failures.length;
  try {
    const report = failuresOf ? JSON.parse(readFileSync(reportOf(name), 'utf8')) : null;
    if (count) result = count(report);
    if (failuresOf) failures.push(...failuresOf(report).map((test) => `${name}: ${test}`));
  } catch {
    // The runner ended before it wrote its report: the failure is counted below.
  }
  if (!ok && failures.length === before) failures.push(name);
  // A runner can fail without a failing test: a file that cannot be read, an error outside of a test.
  return ok || result.failed ? result : { ...result, failed: 1 };
}

const total = { passed: 0, failed: 0, skipped: 0 };

/** Runs a step, shows what it printed where it fails, and adds to the total. @param {Step} step */
async function take(step) {
  const start = performance.now();
  const { ok, output } = await run(step.command, { quiet: true, env: step.env ?? {} });
  const { passed, failed, skipped } = counted(step, ok);
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${ok ? '' : `${output}\n`}${ok ? 'ok  ' : 'FAIL'} ${step.name} (${seconds} s)`);
  return ok;
}

/** The build, and what needs no more than a core beside the unit tests; gives whether there is a build to test. */
async function buildAndCheck() {
  const isBuilt = await take(BUILD);
  for (const step of CHECKS) await take(step);
  return isBuilt;
}

await sync();
await (await import('./chromium.mjs')).getChromium();
// Two lanes for two cores. The end-to-end tests run alone: they are the ones that a busy machine disturbs.
const [isBuilt] = await Promise.all([buildAndCheck(), take(VITEST)]);
if (isBuilt) await take(E2E);
rmSync(folder, { recursive: true, force: true });

const { passed, failed, skipped } = total;
if (failures.length > 0) console.log(['', 'Failed:', ...failures].join('\n  '));
console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exit(failed ? 1 : 0);
