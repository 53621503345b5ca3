import { expect, OPEN_RULES, test } from './support/workbench.ts';

test('everything typed survives a reload', async ({ workbench }) => {
  await workbench.open();
  await workbench.paste(OPEN_RULES);
  await workbench.page.getByLabel('Page origin').fill('https://elsewhere.test');
  await workbench.page.getByLabel('Credentials').selectOption('include');
  await expect(workbench.headline).toContainText('https://elsewhere.test');
  const headline = await workbench.headline.textContent();

  await workbench.open();
  expect(await workbench.text()).toBe(OPEN_RULES);
  await expect(workbench.page.getByLabel('Page origin')).toHaveValue('https://elsewhere.test');
  await expect(workbench.page.getByLabel('Credentials')).toHaveValue('include');
  await expect(workbench.headline).toHaveText(headline ?? '');
});

test('a half-written text survives with the verdict that stood beside it', async ({
  workbench
}) => {
  await workbench.open();
  await workbench.paste(OPEN_RULES);
  await workbench.paste(OPEN_RULES.slice(0, -8));
  await workbench.open();
  expect(await workbench.text()).toBe(OPEN_RULES.slice(0, -8));
  await expect(workbench.headline).toContainText('Allowed');
  await expect(workbench.verdict).toContainText('Stale');
});

test('what the last visit left is no step that undo goes back over', async ({ workbench }) => {
  await workbench.open();
  await workbench.paste(OPEN_RULES);
  await workbench.open();
  await workbench.editor.focus();
  await workbench.page.keyboard.press('ControlOrMeta+z');
  expect(await workbench.text()).toBe(OPEN_RULES);
});

test.describe('with a script in every document', () => {
  test.use({ isAlone: true });

  for (const stored of ['{"version":1', '{"version":99}', 'null', '{"version":1,"draft":{}}'])
    test(`a stored document that is none gives the first example: ${stored}`, async ({
      workbench
    }) => {
      await workbench.page.addInitScript((text) => localStorage.setItem('preflight', text), stored);
      await workbench.open();
      await expect(workbench.headline).toContainText('x-cos-meta-md5');
    });

  test('a browser that blocks storage still judges', async ({ workbench }) => {
    await workbench.page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        configurable: true,
        get() {
          throw new DOMException('denied', 'SecurityError');
        }
      });
    });
    await workbench.open();
    await workbench.paste(OPEN_RULES);
    await expect(workbench.headline).toContainText('Allowed');
  });
});

test('the width of the panes survives a reload', async ({ workbench }) => {
  await workbench.open();
  const handle = workbench.page.getByRole('separator', { name: 'Width of the rules' });
  await handle.focus();
  await workbench.page.keyboard.press('ArrowRight');
  await workbench.page.keyboard.press('ArrowRight');
  await expect(handle).toHaveAttribute('aria-valuenow', '52');
  await expect
    .poll(() => workbench.page.evaluate(() => localStorage.getItem('paneforge:preflight')))
    .toContain('52');
  await workbench.open();
  await expect(handle).toHaveAttribute('aria-valuenow', '52');
});
