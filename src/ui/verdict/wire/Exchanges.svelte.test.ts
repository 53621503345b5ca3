import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { rawResponse } from '#engine';
import { curlOf } from '#engine/save';
import { markdownOf } from '../../../words/markdown.ts';
import { calling, panel, textAt } from '../../testing/panel.ts';
import type { Workbench } from '../../workbench.svelte.ts';

afterEach(() => vi.restoreAllMocks());

describe('the wire', () => {
  it('shows each message to the byte, the actual exchange on its tab', async () => {
    const workbench = await panel(calling({ headers: [] }));
    await page.getByRole('tab', { name: 'Actual PUT' }).click();
    const actual = workbench.verdict?.exchanges[1];
    if (!actual) throw new Error('no actual exchange');
    const answer = page.getByRole('group', { name: 'Answer' });
    for (const line of rawResponse(actual.response).trim().split('\r\n'))
      await expect.element(answer).toHaveTextContent(line);
    await page.getByRole('tab', { name: 'Preflight' }).click();
    await expect
      .element(page.getByRole('group', { name: 'Request' }))
      .toHaveTextContent('OPTIONS /photo.png HTTP/1.1');
  });

  it('explains a header when asked, and leads to the value that made it', async () => {
    const workbench = await panel(calling({ headers: [] }));
    const answer = page.getByRole('group', { name: 'Answer' });
    const note = answer.getByText('The methods that the actual request may use.');
    await expect.element(note).not.toBeVisible();
    await answer.getByText('Access-Control-Allow-Methods:').click();
    await expect.element(note).toBeVisible();
    await answer.getByRole('button', { name: 'All methods of the rule: PUT, POST.' }).click();
    expect(textAt(workbench)).toMatch(/^PUT[^]*POST$/);
  });

  it('explains each header at once', async () => {
    await panel();
    await page.getByLabelText('Explain each header').click();
    for (const note of page.getByRole('group', { name: 'Request' }).getByRole('group').elements())
      expect(note).toHaveAttribute('open');
  });
});

describe('copying', () => {
  const copies: [string, (workbench: Workbench) => string][] = [
    [
      'Copy as cURL',
      ({ verdict, draft }) => curlOf(verdict!.exchanges[0]!.request, draft.request.url)
    ],
    ['Copy answer', ({ verdict }) => rawResponse(verdict!.exchanges[0]!.response)],
    ['Copy explanation', ({ verdict, draft }) => markdownOf(verdict!, draft.request)]
  ];

  it.each(copies)('%s', async (name, text) => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const workbench = await panel();
    await page.getByRole('button', { name }).click();
    expect(write).toHaveBeenCalledExactlyOnceWith(text(workbench));
  });

  it('finds another way where the clipboard is closed', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no'));
    let copied = '';
    const copy = vi.spyOn(document, 'execCommand').mockImplementation(() => {
      copied = (document.activeElement as HTMLTextAreaElement).value;
      return true;
    });
    const workbench = await panel();
    const button = page.getByRole('button', { name: 'Copy answer' });
    button.element().focus();
    await userEvent.keyboard('{Enter}');
    expect(copy).toHaveBeenCalledExactlyOnceWith('copy');
    expect(copied).toBe(
      rawResponse(workbench.verdict!.exchanges[0]!.response).replaceAll('\r\n', '\n')
    );
    await expect.element(button).toHaveFocus();
  });
});
