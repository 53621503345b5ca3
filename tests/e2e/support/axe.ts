import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** The screens that every view is looked at on. */
export const SCREENS = {
  wide: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 }
};

type Violations = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'];

/** Whatever axe finds in order is left out of its answer; no rule that runs asks for style sheets or media. */
const OPTIONS = { resultTypes: ['violations' as const], preload: false };
const CONTRAST = { ...OPTIONS, runOnly: ['color-contrast'] };

/**
 * What axe finds, each as rule and place, and whether the page scrolls sideways. Everything is looked at in light, and in dark
 * what can differ there: the contrast.
 */
export async function findings(page: Page): Promise<string[]> {
  await change(page, 'light');
  const light = await analysed(page, OPTIONS);
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth
  );
  await change(page, 'dark');
  const dark = await analysed(page, CONTRAST);
  await page.emulateMedia({ colorScheme: 'light' });
  return [
    ...listed(light),
    ...listed(dark).map((found) => `dark: ${found}`),
    ...(over > 0 ? [`wide: ${over}`] : [])
  ];
}

/** The workbench follows the system a moment later; the docs, which run no script of their own, when they are loaded. */
async function change(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  const dark = page.locator('html.dark');
  const wanted = colorScheme === 'dark' ? 1 : 0;
  if (new URL(page.url()).pathname.startsWith('/docs') && (await dark.count()) !== wanted) {
    await page.reload();
  }
  await expect(dark).toHaveCount(wanted);
}

/** Runs the axe that an earlier look left in the page, if there was one: to read it in takes as long as to look. */
async function analysed(page: Page, options: typeof OPTIONS): Promise<Violations> {
  const left = await page.evaluate(async (wanted) => {
    const { axe } = window as {
      axe?: { run(options: object): Promise<{ violations: Violations }> };
    };
    return axe ? (await axe.run(wanted)).violations : null;
  }, options);
  if (left) return left;
  // Frames of other hosts, which legacy mode passes over, do not exist here; it takes half the time.
  const builder = new AxeBuilder({ page }).setLegacyMode(true).options(options);
  return (await builder.analyze()).violations;
}

const listed = (violations: Violations): string[] =>
  violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${String(target)}: ${failureSummary}`)
  );
