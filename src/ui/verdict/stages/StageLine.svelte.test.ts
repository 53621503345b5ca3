import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { panel, textAt } from '../../testing/panel.ts';

const stage = (name: string) => page.getByRole('button', { name });

describe('the stage line', () => {
  it('answers at every stage', async () => {
    await panel();
    const cells = page.getByRole('group', { name: 'The stages of the call' }).getByRole('button');
    expect(cells.elements().map((cell) => cell.textContent?.replace(/\s+/g, ' ').trim())).toEqual([
      'passes Browser preflight needed: PUT',
      'passes OPTIONS sent asks for 2 headers',
      'fails Bucket rules 0 of 3 match',
      'not reached Browser check not reached',
      'not reached PUT, then script not reached'
    ]);
  });

  it('opens one stage at a time', async () => {
    await panel();
    await stage('Bucket rules').click();
    await expect.element(page.getByText('x-cos-meta-md5 is none of: content-type.')).toBeVisible();
    await stage('Browser preflight').click();
    await expect.element(stage('Bucket rules')).toHaveAttribute('aria-expanded', 'false');
    expect(page.getByText('x-cos-meta-md5 is none of: content-type.').elements()).toEqual([]);
  });

  it('shows evidence and source of each step, and its place', async () => {
    const workbench = await panel();
    await stage('Bucket rules').click();
    const step = page.getByRole('listitem').filter({ hasText: 'is none of: content-type.' });
    await expect.element(step).toHaveTextContent('documented');
    await expect
      .element(step.getByRole('link'))
      .toHaveAttribute('href', expect.stringMatching(/^https:/));
    await step.getByRole('button').click();
    expect(textAt(workbench)).toBe('content-type');
  });
});
