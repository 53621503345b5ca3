import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Playback } from './playback.svelte.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const at = (playback: Playback) => [playback.at, playback.partial, playback.playing];

test('at first every step is lit', () => {
  expect(at(new Playback(() => 4))).toEqual([3, false, false]);
});

test('steps back and forth, never past an end', () => {
  const playback = new Playback(() => 3);
  playback.go(playback.at - 1);
  expect(at(playback)).toEqual([1, true, false]);
  playback.go(-5);
  expect(at(playback)).toEqual([0, true, false]);
  playback.go(9);
  expect(at(playback)).toEqual([2, false, false]);
});

test('plays from the first step to the last and stops there', () => {
  const playback = new Playback(() => 3);
  playback.play();
  expect(at(playback)).toEqual([0, true, true]);
  vi.advanceTimersToNextTimer();
  expect(at(playback)).toEqual([1, true, true]);
  vi.advanceTimersToNextTimer();
  expect(at(playback)).toEqual([2, false, false]);
  expect(vi.getTimerCount()).toBe(0);
});

test('goes on from the step at which it was stopped', () => {
  const playback = new Playback(() => 5);
  playback.go(2);
  playback.play();
  playback.stop();
  expect(at(playback)).toEqual([2, true, false]);
  playback.play();
  vi.advanceTimersToNextTimer();
  expect(at(playback)).toEqual([3, true, true]);
  playback.all();
  expect(at(playback)).toEqual([4, false, false]);
  expect(vi.getTimerCount()).toBe(0);
});

test('a timeline that has become shorter lights its last step', () => {
  let count = 8;
  const playback = new Playback(() => count);
  playback.go(6);
  count = 4;
  expect(at(playback)).toEqual([3, false, false]);
});
