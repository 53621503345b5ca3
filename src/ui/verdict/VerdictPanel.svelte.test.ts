import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { PageRequest } from '#engine';
import { calling, draft, panel, textAt } from '../testing/panel.ts';

const BUCKET = 'https://media-1250000000.cos.ap-guangzhou.myqcloud.com';
const banner = page.getByRole('region', { name: 'Verdict', exact: true });
const headline = page.getByRole('heading', { level: 1 });
const stage = (name: string) => page.getByRole('button', { name });

describe('the banner', () => {
  it('tells a blocked preflight: what, which rule, the status', async () => {
    await panel();
    await expect
      .element(headline)
      .toHaveTextContent('Blocked: no rule allows the header x-cos-meta-md5');
    await expect.element(banner).toHaveTextContent('403 AccessForbidden');
    await expect.element(banner).toHaveTextContent(/Rule 2 app-upload.* comes closest/);
    await expect.element(banner).not.toHaveTextContent('all the same');
  });

  it('is a polite live region', async () => {
    await panel();
    const status = banner.getByRole('status');
    await expect.element(status).toHaveAttribute('aria-live', 'polite');
    await expect.element(status).toHaveTextContent('Blocked');
  });

  it('tells an unreadable header', async () => {
    await panel(calling({ headers: [], needs: ['ETag'] }));
    await expect.element(headline).toHaveTextContent(/script cannot read etag/i);
    await expect.element(banner).toHaveTextContent('200 OK');
    await expect.element(banner).toHaveTextContent(/Rule 2 app-upload.* answers/);
  });

  it('tells an allowed call and what its script reads', async () => {
    await panel(calling({ headers: [], needs: ['Content-Length'] }));
    await expect
      .element(headline)
      .toHaveTextContent('Allowed: rule 2 answers, and the script can read Content-Length');
  });

  it('tells that a blocked simple request was carried out', async () => {
    await panel(calling({ method: 'POST', headers: [], pageOrigin: 'https://other.test' }));
    await expect.element(headline).toHaveTextContent('Blocked');
    await expect
      .element(banner)
      .toHaveTextContent('The bucket carried the request out all the same');
  });

  it('tells that a call to the own origin needs no CORS, and asks no rule', async () => {
    await panel(calling({ pageOrigin: BUCKET }));
    await expect.element(headline).toHaveTextContent('same origin, no CORS needed');
    await expect.element(banner).not.toHaveTextContent('Rule');
    expect(page.getByRole('table').elements()).toEqual([]);
  });

  it.each<[string, Partial<PageRequest>]>([
    ['an address that is none', { url: 'nowhere' }],
    ['a forbidden method', { method: 'TRACE' }]
  ])('tells %s: the browser sends nothing', async (_, part) => {
    await panel(calling(part));
    await expect.element(headline).toHaveTextContent('The browser sends nothing');
    await expect.element(stage('Browser sends nothing')).toHaveTextContent('fails');
    await expect.element(stage('OPTIONS sent')).toHaveTextContent('not reached');
    expect(page.getByRole('tab').elements()).toEqual([]);
  });

  it('tells which headers the browser leaves out', async () => {
    await panel(
      calling({
        headers: [
          ['Cookie', 'a=b'],
          ['Host', 'x']
        ]
      })
    );
    await expect
      .element(banner)
      .toHaveTextContent('leaves out Cookie, Host: a script cannot set them');
  });

  it('tells rules that the store would not save', async () => {
    await panel({
      ...draft,
      rules: draft.rules.replace('https://*.example', 'https://*.*.example')
    });
    await expect.element(banner).toHaveTextContent('The store would refuse to save these rules');
  });

  it('tells on which step it rests where that is an inference', async () => {
    await panel(calling({ method: 'GET', headers: [], pageOrigin: 'null' }));
    const summary = banner.getByText('Rests on');
    const steps = banner.getByRole('listitem');
    await expect.element(summary).toBeVisible();
    expect(steps.elements()).toEqual([]);
    await summary.click();
    await expect.element(steps.first()).toHaveTextContent('inferred');
  });

  it('says nothing of inferences where there are none', async () => {
    await panel();
    expect(banner.getByText('Rests on').elements()).toEqual([]);
  });
});

describe('the mend', () => {
  it('is one click, shows its place, and keeps the focus on the verdict', async () => {
    const workbench = await panel();
    await page.getByRole('button', { name: 'Allow the header x-cos-meta-md5 in rule 2' }).click();
    await expect.element(headline).toHaveTextContent('Allowed');
    await expect.element(headline).toHaveFocus();
    expect(workbench.draft.rules).toContain('<AllowedHeader>x-cos-meta-md5</AllowedHeader>');
    expect(textAt(workbench)).toContain('x-cos-meta-md5');
  });

  it('is not offered for a text that has changed since', async () => {
    const workbench = await panel();
    workbench.update({ rules: draft.rules.slice(0, -9) });
    await expect.element(banner).toHaveTextContent('Stale');
    expect(page.getByRole('button', { name: /^Allow the header/ }).elements()).toEqual([]);
  });
});

describe('without a verdict', () => {
  it('says so', async () => {
    await panel({ ...draft, rules: '<CORSConfiguration>' });
    await expect.element(headline).toHaveTextContent('No verdict yet');
  });
});

describe('what the script reads', () => {
  it('lists what it can and what it misses', async () => {
    await panel(calling({ headers: [], needs: ['ETag', 'Content-Length'] }));
    const lists = page.getByRole('list');
    await expect.element(lists.first()).toHaveTextContent(/passes Content-Length/);
    await expect.element(lists.nth(1)).toHaveTextContent('warning ETag');
  });
});

describe('the console', () => {
  const console = page.getByRole('region', { name: /^The console of / });

  it.each([
    ['chromium', "Access to fetch at 'https://media", 'TypeError: Failed to fetch'],
    ['firefox', 'CORS header ‘Access-Control-Allow-Origin’ missing', 'TypeError: NetworkError'],
    ['webkit', 'Preflight response is not successful. Status code: 403', 'TypeError: Load failed'],
    ['standard', 'prints nothing to a console', 'TypeError']
  ] as const)('of %s says its line, and the script its error', async (engine, line, error) => {
    await panel({ ...draft, engine });
    await expect.element(console).toHaveTextContent(line);
    await expect.element(console).toHaveTextContent(error);
    const copy = console.getByRole('button', { name: 'Copy line' });
    expect(copy.elements()).toHaveLength(engine === 'standard' ? 0 : 1);
  });

  it('is not there where it stays silent', async () => {
    await panel(calling({ headers: [] }));
    await expect.element(headline).toHaveTextContent('Allowed');
    expect(console.elements()).toEqual([]);
  });
});
