import type { Page } from '@playwright/test';
import { expect, OPEN_RULES, test, Workbench } from './support/workbench.ts';

const EMPTY = '<CORSConfiguration></CORSConfiguration>';

const notes = (page: Page) => page.getByRole('status', { name: 'What is kept' });
const answer = (page: Page, name: string) => notes(page).getByRole('button', { name }).click();

/** A second tab of the same browser. */
async function second(page: Page): Promise<Workbench> {
  const other = new Workbench(await page.context().newPage());
  await other.open();
  return other;
}

test('each tab is told of the other at once, and neither loses its document', async ({
  workbench,
  page
}) => {
  await workbench.open();
  const other = await second(page);
  await workbench.paste(OPEN_RULES);
  await expect(notes(other.page)).toContainText('Another tab has changed the document');
  await other.paste(EMPTY);
  await expect(notes(page)).toContainText('Another tab has changed the document');
  expect([await workbench.text(), await other.text()]).toEqual([OPEN_RULES, EMPTY]);

  await workbench.open();
  await other.open();
  expect([await workbench.text(), await other.text()]).toEqual([OPEN_RULES, EMPTY]);
});

test('a tab takes the other’s document, and puts its own back', async ({ workbench, page }) => {
  await workbench.open();
  await workbench.paste(OPEN_RULES);
  const other = await second(page);
  await other.paste(EMPTY);
  await answer(page, "Take the other's");
  await expect.poll(() => workbench.text()).toBe(EMPTY);
  await answer(page, 'Put it back');
  await expect.poll(() => workbench.text()).toBe(OPEN_RULES);
  await expect(notes(other.page)).toContainText('Another tab has changed the document');
  expect(await other.text()).toBe(EMPTY);
});

test('two tabs that each keep their own are left alone', async ({ workbench, page }) => {
  await workbench.open();
  const other = await second(page);
  await workbench.paste(OPEN_RULES);
  await answer(other.page, 'Keep mine');
  await workbench.paste(`${OPEN_RULES}\n`);
  await page.waitForTimeout(600);
  await expect(notes(other.page)).toBeEmpty();
});

test('what a tab left can be had as a file, shown, and let go', async ({ workbench, page }) => {
  await workbench.open();
  await workbench.paste(OPEN_RULES);
  const other = await second(page);
  await other.paste(EMPTY);
  await expect(notes(page)).toContainText('Another tab');
  await other.page.close();
  await page.evaluate(() => sessionStorage.clear());
  await workbench.open();
  expect(await workbench.text()).toBe(EMPTY);
  await expect(notes(page)).toContainText('Another tab left another document');
  const download = page.waitForEvent('download');
  await answer(page, 'Download it');
  expect((await download).suggestedFilename()).toBe('cors.xml');
  await answer(page, 'Let it go');
  await expect(notes(page)).toBeEmpty();
  await workbench.open();
  await expect(notes(page)).toBeEmpty();
});
