import { expect, OPEN_RULES, test } from './support/workbench.ts';

test.beforeEach(({ workbench }) => workbench.open());

test('a dropped file becomes the rules', async ({ workbench }) => {
  await workbench.drag([{ name: 'cors.xml', text: OPEN_RULES.replaceAll('\n', '\r\n') }], 'hold');
  await expect(workbench.page.getByText('Drop the file to open it as the rules')).toBeVisible();
  await workbench.drag([{ name: 'cors.xml', text: OPEN_RULES.replaceAll('\n', '\r\n') }], 'drop');
  await expect(workbench.page.getByText('Drop the file to open it as the rules')).toBeHidden();
  await expect(workbench.page.getByText('cors.xml opened.')).toBeVisible();
  await expect(workbench.headline).toContainText('Allowed');
  expect(await workbench.text()).toBe(OPEN_RULES);
});

test('a chosen file becomes the rules, twice if need be', async ({ workbench }) => {
  const file = { name: 'cors.json', mimeType: 'application/json', buffer: Buffer.from('[]') };
  for (const round of [1, 2]) {
    const chooser = workbench.page.waitForEvent('filechooser');
    await workbench.page.getByRole('button', { name: 'Open file' }).click();
    await (await chooser).setFiles(file);
    await expect.poll(() => workbench.text(), `round ${round}`).toBe('[]');
    await workbench.paste(OPEN_RULES);
  }
});

test('undo brings the old text back', async ({ workbench }) => {
  const before = await workbench.text();
  await workbench.drag([{ name: 'cors.xml', text: OPEN_RULES }], 'drop');
  await expect.poll(() => workbench.text()).toBe(OPEN_RULES);
  await workbench.editor.focus();
  await workbench.page.keyboard.press('ControlOrMeta+z');
  expect(await workbench.text()).toBe(before);
});

for (const [name, files, words] of [
  ['too large', [{ name: 'log.txt', text: 'x'.repeat(1_000_001) }], 'log.txt is larger than 1 MB'],
  ['binary', [{ name: 'photo.png', text: '\0\u0001' }], 'photo.png is not text'],
  [
    'several',
    [
      { name: 'a.xml', text: '' },
      { name: 'b.xml', text: '' }
    ],
    'Drop one file at a time'
  ]
] as const) {
  test(`a file is refused: ${name}`, async ({ workbench }) => {
    const before = await workbench.text();
    await workbench.drag([...files], 'drop');
    await expect(workbench.page.getByText(words)).toBeVisible();
    expect(await workbench.text()).toBe(before);
  });
}

test('a dragged text is not taken for a file', async ({ workbench }) => {
  const dataTransfer = await workbench.page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.setData('text/plain', 'https://app.example.com');
    return data;
  });
  await workbench.editor.dispatchEvent('dragover', { dataTransfer });
  await expect(workbench.page.getByText('Drop the file to open it as the rules')).toBeHidden();
});
