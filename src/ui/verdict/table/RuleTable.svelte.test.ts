import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { draft, panel, textAt } from '../../testing/panel.ts';

describe('the table', () => {
  const row = (name: string) => page.getByRole('row').filter({ hasText: name });

  it('tells what matched, what * stood for, what failed and what is allowed instead', async () => {
    await panel();
    const [first, second] = [row('public-read'), row('app-upload')];
    await expect.element(first).toHaveTextContent(/passes \*.*fails PUT.*allows GET.*not asked/);
    await expect.element(second).toHaveTextContent('closest');
    await expect.element(second).toHaveTextContent('* stands for “app”');
    await expect.element(second).toHaveTextContent(/passes content-type.*fails x-cos-meta-md5/);
    await expect.element(second).toHaveTextContent('allows content-type');
  });

  it.each([
    ['x-cos-meta-md5', 'content-type'],
    ['https://*.example.com', 'https://*.example.com'],
    ['PUT', 'PUT']
  ])('leads from %s to its place in the rules', async (name, text) => {
    const workbench = await panel();
    await row('app-upload').getByRole('button', { name }).click();
    expect(textAt(workbench)).toBe(text);
  });

  it('leads to a rule by its number', async () => {
    const workbench = await panel();
    await row('localhost').getByRole('button', { name: /^3/ }).click();
    expect(textAt(workbench)).toMatch(/^<CORSRule>[^]*localhost[^]*<\/CORSRule>$/);
  });

  it('leads nowhere while the text is another one', async () => {
    const workbench = await panel();
    workbench.update({ rules: draft.rules.slice(0, -9) });
    const button = row('app-upload').getByRole('button', { name: 'PUT' });
    await expect.element(button).toHaveAttribute('aria-disabled', 'true');
    button.element().dispatchEvent(new MouseEvent('click'));
    expect(workbench.asked).toBeNull();
  });

  it('keeps the row that matters in view', async () => {
    const rule = (index: number) =>
      `<CORSRule><ID>rule-${index}</ID><AllowedOrigin>https://app${index}.example.com</AllowedOrigin>` +
      '<AllowedMethod>PUT</AllowedMethod><AllowedHeader>*</AllowedHeader></CORSRule>';
    const rules = Array.from({ length: 80 }, (_, index) => rule(index)).join('\n');
    const workbench = await panel({
      ...draft,
      rules: `<CORSConfiguration>${rules}</CORSConfiguration>`,
      request: { ...draft.request, pageOrigin: 'https://app60.example.com' }
    });
    await expect.element(row('rule-60,')).toBeInViewport();
    expect(page.getByRole('table').element().parentElement?.clientHeight).toBeLessThan(500);
    workbench.update({ request: { ...draft.request, pageOrigin: 'https://app3.example.com' } });
    await expect.element(row('rule-3,')).toBeInViewport();
  });
});
