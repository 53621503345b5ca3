import type { Locator, Page, ViewportSize } from '@playwright/test';
import { expect, test as base } from './test.ts';

export { expect };

/** The page as a person meets it. */
export class Workbench {
  readonly page: Page;
  readonly editor: Locator;
  readonly problems: Locator;
  readonly verdict: Locator;
  readonly headline: Locator;

  constructor(page: Page) {
    this.page = page;
    this.editor = page.getByRole('textbox', { name: 'CORS rules' });
    this.problems = page.getByRole('list', { name: 'Problems in the rules' }).getByRole('listitem');
    this.verdict = page.getByRole('region', { name: 'Verdict', exact: true });
    this.headline = this.verdict.getByRole('heading');
  }

  /** Opens the page and waits until it is alive: the editor comes with hydration. */
  async open(): Promise<void> {
    await this.page.goto('/');
    await expect(this.page.locator('.cm-editor')).toBeAttached();
    // A font that comes while a button is pressed moves it from under the pointer.
    await this.page.evaluate(async () => void (await document.fonts.ready));
  }

  /** The rule text as the editor has it, all of it on the screen. */
  async text(): Promise<string> {
    const lines = await this.editor.locator('.cm-line').allTextContents();
    return lines.join('\n');
  }

  async selectAll(): Promise<void> {
    await this.editor.focus();
    await this.page.keyboard.press('ControlOrMeta+a');
  }

  /** Replaces the rules by `text`, as a paste does. */
  async paste(text: string): Promise<void> {
    await this.selectAll();
    await this.editor.evaluate((editor, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      const options = { clipboardData, bubbles: true, cancelable: true };
      editor.dispatchEvent(new ClipboardEvent('paste', options));
    }, text);
  }

  async example(title: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Examples' }).click();
    await this.page.getByRole('menuitem', { name: title }).click();
  }

  /** Chooses a store by a part of its name. */
  async store(name: string): Promise<void> {
    await this.page.getByRole('button', { name: /^Store / }).click();
    await this.page.getByRole('combobox', { name: 'Find a store' }).fill(name);
    await this.page.getByRole('option', { name }).first().click();
  }

  /** Drags files from outside over the page, and lets them go there or not. */
  async drag(files: { name: string; text: string }[], end: 'drop' | 'hold'): Promise<void> {
    const dataTransfer = await this.page.evaluateHandle((list) => {
      const data = new DataTransfer();
      for (const { name, text } of list) data.items.add(new File([text], name));
      return data;
    }, files);
    await this.editor.dispatchEvent('dragenter', { dataTransfer });
    await this.editor.dispatchEvent('dragover', { dataTransfer });
    if (end === 'drop') await this.editor.dispatchEvent('drop', { dataTransfer });
  }
}

/** Makes a page as good as new for the next test: nothing is stored, chosen, granted or left open. */
async function renew(page: Page, viewport: ViewportSize | null): Promise<void> {
  const context = page.context();
  for (const other of context.pages()) if (other !== page) await other.close();
  page.removeAllListeners();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await context.clearPermissions();
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' });
  if (viewport) await page.setViewportSize(viewport);
  if (!page.url().startsWith('http')) return;
  // The workbench writes once more while it goes, which must not reach the next test either.
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
    Storage.prototype.setItem = () => undefined;
  });
}

interface Fixtures {
  workbench: Workbench;
  /** Asks for a context of its own, for what cannot be taken back, such as a script in every document. */
  isAlone: boolean;
  isShared: boolean;
}

/**
 * One test after the other is at home in one page of its worker, whose process and caches are warm: a load in a new page takes
 * three times the work.
 */
export const test = base.extend<Fixtures, { shared: Page }>({
  isAlone: [false, { option: true }],
  isShared: async ({ isAlone, permissions, contextOptions }, use) => {
    await use(!isAlone && permissions === undefined && Object.keys(contextOptions).length === 0);
  },
  shared: [
    async ({ browser }, use) => {
      const baseURL = process.env['PREFLIGHT_URL'];
      const context = await browser.newContext(baseURL ? { baseURL } : {});
      await use(await context.newPage());
      await context.close();
    },
    { scope: 'worker' }
  ],
  context: async ({ context, isShared, shared }, use) => {
    await use(isShared ? shared.context() : context);
  },
  page: async ({ context, isShared, shared, viewport }, use) => {
    const page = isShared ? shared : await context.newPage();
    if (isShared) await renew(page, viewport);
    // The browser has a window for each, and gives the clipboard to the one in front.
    await page.bringToFront();
    await use(page);
  },
  workbench: async ({ page }, use) => {
    await use(new Workbench(page));
  }
});

/** A rule set that lets the first example's call through. */
export const OPEN_RULES = `<CORSConfiguration>
  <CORSRule>
    <AllowedOrigin>https://app.example.com</AllowedOrigin>
    <AllowedMethod>PUT</AllowedMethod>
    <AllowedHeader>*</AllowedHeader>
  </CORSRule>
</CORSConfiguration>`;
