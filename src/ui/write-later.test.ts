import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WriteLater } from './write-later.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('runs the last of several calls, once', () => {
  const soon = new WriteLater();
  const [first, last] = [vi.fn(), vi.fn()];
  soon.later(first);
  soon.later(last);
  expect(last).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(first).not.toHaveBeenCalled();
  expect(last).toHaveBeenCalledOnce();
});

test('runs at once where it must, and not again', () => {
  const soon = new WriteLater();
  const run = vi.fn();
  soon.later(run);
  soon.flush();
  expect(run).toHaveBeenCalledOnce();
  vi.runAllTimers();
  expect(run).toHaveBeenCalledOnce();
});

test('waits anew after a run', () => {
  const soon = new WriteLater();
  const run = vi.fn();
  soon.later(run);
  vi.runAllTimers();
  soon.later(run);
  expect(run).toHaveBeenCalledOnce();
  vi.runAllTimers();
  expect(run).toHaveBeenCalledTimes(2);
});
