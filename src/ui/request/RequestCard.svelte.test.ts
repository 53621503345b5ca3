import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import type { PageRequest } from '#engine';
import { examples } from '../examples/list.ts';
import Within from '../testing/Within.svelte';
import { Workbench } from '../workbench.svelte.ts';
import RequestCard from './RequestCard.svelte';

const { draft } = examples[0];

/** The card of the first example's draft with another request. */
async function card(request: Partial<PageRequest> = {}): Promise<Workbench> {
  const workbench = new Workbench({ ...draft, request: { ...draft.request, ...request } });
  await render(Within, { workbench, Part: RequestCard });
  return workbench;
}

const headers = page.getByRole('list', { name: 'Headers' });
const add = page.getByRole('button', { name: 'Add header' });

function pasteInto(element: Element, text: string): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  element.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
  );
}

describe('the page origin', () => {
  it('is quiet where the browser sends what was typed', async () => {
    await card();
    expect(page.getByText('The browser sends').elements()).toEqual([]);
  });

  it('tells what the browser sends instead, and why', async () => {
    const workbench = await card();
    await page.getByLabelText('Page origin').fill('https://App.example.com/photos');
    expect(workbench.draft.request.pageOrigin).toBe('https://App.example.com/photos');
    const note = page.getByText('The browser sends');
    await expect.element(note).toHaveTextContent('https://app.example.com: an origin has no path');
    await expect.element(note).toHaveTextContent('an origin is lower case');
  });

  it('tells a text that is no origin', async () => {
    await card();
    const field = page.getByLabelText('Page origin');
    await field.fill('https://');
    await expect.element(field).toHaveAttribute('aria-invalid', 'true');
    await expect.element(field).toHaveAccessibleDescription(/https:\/\/ is no origin/);
  });
});

describe('the method', () => {
  const method = page.getByRole('combobox', { name: 'Method' });

  it('can be any that is typed', async () => {
    const workbench = await card();
    await method.fill('propfind');
    expect(workbench.draft.request.method).toBe('propfind');
    await userEvent.tab();
    await expect.element(method).toHaveValue('propfind');
  });

  it('is chosen from the list', async () => {
    const workbench = await card();
    await page.getByRole('button', { name: 'Show the methods' }).click();
    await page.getByRole('option', { name: 'DELETE' }).click();
    await expect.element(method).toHaveValue('DELETE');
    expect(workbench.draft.request.method).toBe('DELETE');
  });

  it('is chosen with the keyboard among those that begin as typed', async () => {
    const workbench = await card();
    await method.click();
    await userEvent.keyboard('{ControlOrMeta>}a{/ControlOrMeta}po');
    const list = page.getByRole('listbox').filter({ hasText: 'Any other can be typed' });
    await expect.element(list.getByRole('option')).toHaveTextContent('POST');
    await userEvent.keyboard('{Enter}');
    expect(workbench.draft.request.method).toBe('POST');
  });
});

describe('address and credentials', () => {
  it('write through', async () => {
    const workbench = await card();
    await page.getByLabelText('Calls').fill('https://b.cos.ap-guangzhou.myqcloud.com/x');
    await page.getByLabelText('Credentials').selectOptions('include');
    expect(workbench.draft.request).toMatchObject({
      url: 'https://b.cos.ap-guangzhou.myqcloud.com/x',
      credentials: 'include'
    });
  });
});

describe('the browser', () => {
  it('is chosen among the engines and the standard', async () => {
    const workbench = await card();
    const browser = page.getByLabelText('Browser');
    await expect.element(browser).toHaveValue('chromium');
    await browser.selectOptions('Fetch standard');
    expect(workbench.draft.engine).toBe('standard');
    await browser.selectOptions('Safari (WebKit)');
    expect(workbench.judged?.verdict.browser.engine.id).toBe('webkit');
  });
});

describe('a header', () => {
  it.each([
    ['content-language', 'en', 'safelisted'],
    ['content-type', 'image/png', 'forces a preflight: this media type is not safelisted'],
    ['x-requested-with', 'x', 'forces a preflight: the name is not safelisted'],
    ['cookie', 'a=b', 'a script cannot set it'],
    ['bad name', 'x', 'no valid header']
  ])('%s: %s says what the browser makes of it', async (name, value, word) => {
    await card({ headers: [[name, value]] });
    await expect.element(headers.getByRole('listitem').first()).toHaveTextContent(word);
  });

  it.each([
    ['chromium', 'safelisted: needs no preflight'],
    ['webkit', 'forces a preflight']
  ] as const)('is judged as %s judges it', async (engine, word) => {
    const request = { ...draft.request, headers: [['save-data', 'on']] as const };
    const workbench = new Workbench({ ...draft, request, engine });
    await render(Within, { workbench, Part: RequestCard });
    await expect.element(headers.getByRole('listitem').first()).toHaveTextContent(word);
  });

  it('that the verdict refuses says so', async () => {
    await card();
    const [allowed, refused] = [0, 1].map((at) => headers.getByRole('listitem').nth(at));
    await expect.element(allowed!).not.toHaveTextContent('refused');
    await expect.element(refused!).toHaveTextContent('refused, forces a preflight');
  });

  it('is added by the keyboard alone', async () => {
    const workbench = await card({ headers: [] });
    add.element().focus();
    await userEvent.keyboard('{Enter}x-cos-acl{Tab}private');
    expect(workbench.draft.request.headers).toEqual([['x-cos-acl', 'private']]);
    await userEvent.keyboard('{Enter}');
    await expect
      .element(headers.getByRole('button', { name: /^x-cos-acl: private/ }))
      .toBeVisible();
    await expect.element(add).toHaveFocus();
  });

  it('is edited in place, or left as it was', async () => {
    const workbench = await card({ headers: [['range', 'bytes=0-']] });
    await headers.getByRole('button', { name: /^range/ }).click();
    await page.getByLabelText('Value').fill('bytes=0-1,5-6');
    expect(workbench.draft.request.headers).toEqual([['range', 'bytes=0-1,5-6']]);
    await expect.element(headers).toHaveTextContent('forces a preflight: only one plain range');
    await userEvent.keyboard('{Escape}');
    expect(workbench.draft.request.headers).toEqual([['range', 'bytes=0-']]);
  });

  it('closes its fields when the focus goes elsewhere', async () => {
    const workbench = await card({ headers: [] });
    await add.click();
    await page.getByLabelText('Name').fill('x-a');
    await page.getByLabelText('Page origin').click();
    expect(page.getByLabelText('Name').elements()).toEqual([]);
    expect(workbench.draft.request.headers).toEqual([['x-a', '']]);
  });

  it.each(['Delete', 'Backspace'])('is removed by %s', async (key) => {
    const workbench = await card({
      headers: [
        ['x-a', '1'],
        ['x-b', '2']
      ]
    });
    headers.getByRole('button', { name: /^x-a/ }).element().focus();
    await userEvent.keyboard(`{${key}}`);
    expect(workbench.draft.request.headers).toEqual([['x-b', '2']]);
    await expect.element(add).toHaveFocus();
  });

  it('is removed by its button', async () => {
    const workbench = await card({
      headers: [
        ['x-a', '1'],
        ['x-b', '2']
      ]
    });
    await page.getByRole('button', { name: 'Remove x-b' }).click();
    expect(workbench.draft.request.headers).toEqual([['x-a', '1']]);
  });

  it('comes with others out of pasted lines', async () => {
    const workbench = await card({ headers: [['x-a', '1']] });
    await add.click();
    pasteInto(page.getByLabelText('Name').element(), 'Content-MD5: abc=\nRange: bytes=0-');
    expect(workbench.draft.request.headers).toEqual([
      ['x-a', '1'],
      ['Content-MD5', 'abc='],
      ['Range', 'bytes=0-']
    ]);
  });

  it('keeps a pasted value that looks like a header', async () => {
    const workbench = await card({ headers: [['x-a', '1']] });
    await headers.getByRole('button', { name: /^x-a/ }).click();
    pasteInto(page.getByLabelText('Value').element(), 'time: 12');
    expect(workbench.draft.request.headers).toEqual([['x-a', '1']]);
  });
});

describe('what the script reads', () => {
  const needs = page.getByRole('list', { name: 'Script reads' });
  const field = needs.getByRole('combobox');

  it('is added by Enter or a comma, each once', async () => {
    const workbench = await card();
    await field.fill('ETag');
    await userEvent.keyboard('{Enter}etag,x-cos-request-id,');
    expect(workbench.draft.request.needs).toEqual(['ETag', 'x-cos-request-id']);
  });

  it('is taken away by its button, or by Backspace from the end', async () => {
    const workbench = await card({ needs: ['ETag', 'x-a', 'x-b'] });
    await page.getByRole('button', { name: 'Remove x-a' }).click();
    await field.click();
    await userEvent.keyboard('{Backspace}');
    expect(workbench.draft.request.needs).toEqual(['ETag']);
  });

  it('says what cannot be read', async () => {
    const etag = examples.find(({ id }) => id === 'etag-not-exposed');
    if (!etag) throw new Error('no such example');
    await render(Within, { workbench: new Workbench(etag.draft), Part: RequestCard });
    await expect.element(needs.getByRole('listitem').first()).toHaveTextContent('not readable');
  });
});
