import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** The screens that every view is looked at on. */
export const SCREENS = {
  wide: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 }
};

/**
 * What axe finds, each as rule and place, and whether the page scrolls sideways. Everything is looked at in light, and in dark
 * what can differ there: the contrast.
 */
export async function findings(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await analysed(axe(page));
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await analysed(axe(page).withRules(['color-contrast']));
  await page.emulateMedia({ colorScheme: 'light' });
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth
  );
  return [
    ...light,
    ...dark.map((found) => `dark: ${found}`),
    ...(over > 0 ? [`wide: ${over}`] : [])
  ];
}

/** Frames of other hosts, which legacy mode passes over, do not exist here; it takes half the time. */
const axe = (page: Page) => new AxeBuilder({ page }).setLegacyMode(true);

async function analysed(builder: AxeBuilder): Promise<string[]> {
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${String(target)}: ${failureSummary}`)
  );
}
