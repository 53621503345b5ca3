import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type CDPSession, type Frame, type Page } from 'playwright';
import { launchOptions } from '../../scripts/chromium.mjs';
import type { PageKind, Places } from './call.ts';
import { makeCalls, type Done, type Order } from './script.ts';

/** What Chromium said of a call. */
export interface Said {
  /** Console lines of level error. */
  lines: string[];
  /** Its own names for why CORS refused, in order. */
  refusals: string[];
}

/** A real browser with a page of every kind. */
export interface Browser {
  version: string;
  call: (kind: PageKind, orders: Order[], lanes: number) => Promise<Done[]>;
  said: Map<string, Said>;
  close: () => Promise<void>;
}

/** Opens Chromium and a page of every kind. */
export async function openBrowser(places: Places): Promise<Browser> {
  const profile = makeProfile();
  const context = await chromium.launchPersistentContext(profile, launchOptions());
  await context.addCookies(
    ['localhost', '127.0.0.1'].map((domain) => ({
      name: 'live',
      value: '1',
      domain,
      path: '/',
      secure: true,
      sameSite: 'None' as const
    }))
  );
  const said: Browser['said'] = new Map();
  const pages = {
    localhost: await openPage(context, `${places.pages.localhost}/page`, said),
    ip: await openPage(context, `${places.pages.ip}/page`, said),
    same: await openPage(context, `${places.pages.same}/page`, said),
    sandbox: await openPage(context, `${places.pages.localhost}/sandbox`, said),
    data: await openPage(context, `${places.pages.localhost}/data`, said)
  };
  return {
    version: context.browser()?.version() ?? '',
    call: (kind, orders, lanes) => pages[kind].evaluate(makeCalls, { orders, lanes }),
    said,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    }
  };
}

/** A profile in which cookies go to other sites too: distributions, and every private window, keep them back. */
function makeProfile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'preflight-live-'));
  const preferences = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };
  mkdirSync(join(folder, 'Default'));
  writeFileSync(join(folder, 'Default', 'Preferences'), JSON.stringify(preferences));
  return folder;
}

/** The frame whose script makes the calls: the page's own, or the one inside it. */
async function openPage(
  context: BrowserContext,
  url: string,
  said: Browser['said']
): Promise<Frame> {
  const page = await context.newPage();
  listenTo(page, said);
  await page.goto(url);
  const inner = page.frames()[1];
  const frame = inner ?? page.mainFrame();
  await listenToIssues(await sessionOf(context, page, inner), said);
  return frame;
}

/** A sandboxed frame has a process, and so a session, of its own, unless the browser was told otherwise. */
async function sessionOf(
  context: BrowserContext,
  page: Page,
  inner: Frame | undefined
): Promise<CDPSession> {
  if (inner === undefined) return context.newCDPSession(page);
  return context.newCDPSession(inner).catch(() => context.newCDPSession(page));
}

const CALL = /\/c\/(\w+)/;

function saidOf(said: Browser['said'], text: string): Said | null {
  const id = CALL.exec(text)?.[1];
  if (id === undefined) return null;
  const found = said.get(id) ?? { lines: [], refusals: [] };
  said.set(id, found);
  return found;
}

function listenTo(page: Page, said: Browser['said']): void {
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    const text = message.text();
    saidOf(said, CALL.test(text) ? text : message.location().url)?.lines.push(text);
  });
}

async function listenToIssues(session: CDPSession, said: Browser['said']): Promise<void> {
  session.on('Audits.issueAdded', ({ issue }) => {
    const cors = issue.details.corsIssueDetails;
    if (cors && !cors.isWarning)
      saidOf(said, cors.request.url)?.refusals.push(cors.corsErrorStatus.corsError);
  });
  await session.send('Audits.enable');
}
