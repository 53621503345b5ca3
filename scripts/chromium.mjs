import { existsSync } from 'node:fs';
import { chromium as playwright } from 'playwright';
import { isMain, run } from './run.mjs';

const PLACES = [
  playwright.executablePath(),
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium'
];

/** The browser that the tests drive: `CHROMIUM_PATH`, or the first one found; undefined where there is none. */
export const findChromium = () =>
  process.env.CHROMIUM_PATH || PLACES.find((place) => existsSync(place));

/** Chromium goes by the last list it is given, so this one repeats what Playwright's own keeps out of every test. */
const DISABLED_FEATURES = [
  // Two pages of the address bar, which every window of every test would start processes for: half of its work.
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'TcpPortRandomizationWin',
  'ThirdPartyStoragePartitioning'
];

/** How the browser is started, for Vitest and Playwright alike. It talks to no host of its own; root has no sandbox. */
export function launchOptions() {
  const executablePath = findChromium();
  return {
    ...(executablePath && { executablePath }),
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      `--disable-features=${DISABLED_FEATURES.join()}`,
      // Software rendering goes faster without a stand-in for the graphics card.
      '--disable-gpu',
      ...(isRoot ? ['--no-sandbox'] : [])
    ]
  };
}

const isRoot = process.getuid?.() === 0;

/** Finds a browser or gets one: Playwright's, or, where that cannot be had, Debian's. */
export async function getChromium() {
  if (findChromium()) return;
  console.log('No Chromium found: getting one');
  await run('playwright install --no-shell chromium');
  if (!findChromium() && isRoot && existsSync('/usr/bin/apt-get')) {
    await run('apt-get update -q && apt-get install -q -y --no-install-recommends chromium');
  }
  if (findChromium()) return;
  console.error('No Chromium could be got. Install one and set CHROMIUM_PATH to its program.');
  process.exit(1);
}

if (isMain(import.meta.url)) await getChromium();
