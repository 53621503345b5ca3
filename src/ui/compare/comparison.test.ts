import { expect, test } from 'vitest';
import type { Conversion } from '#engine/compare';
import { Comparison, type ConvertJob } from './comparison.ts';

const JOB: ConvertJob = {
  kind: 'convert',
  text: 'rules',
  from: 'aws-s3',
  to: 'tencent-cos',
  format: 's3-xml'
};

/** A worker that answers when it is told to. */
class Double {
  onmessage: (event: { data: unknown }) => void = () => {};
  onerror: () => void = () => {};
  asked: unknown[] = [];
  ended = false;

  postMessage(job: unknown): void {
    this.asked.push(job);
  }

  terminate(): void {
    this.ended = true;
  }

  answer(text: string): void {
    this.onmessage({ data: { text } });
  }
}

function open() {
  const started: Double[] = [];
  const comparison = new Comparison(() => {
    const worker = new Double();
    started.push(worker);
    return worker as unknown as Worker;
  });
  const ask = (signal: AbortSignal = new AbortController().signal): Promise<Conversion> =>
    comparison.ask(JOB, signal);
  return { comparison, ask, started };
}

test('a worker is kept for the next job, and ended with the sheet', async () => {
  const { comparison, ask, started } = open();
  for (const text of ['one', 'two']) {
    const asked = ask();
    started[0]?.answer(text);
    expect(await asked).toMatchObject({ text });
  }
  expect(started).toMatchObject([{ asked: [JOB, JOB], ended: false }]);
  comparison.close();
  expect(started).toMatchObject([{ ended: true }]);
});

test('a job that nobody asks for any more ends its worker, and the next starts another', async () => {
  const { ask, started } = open();
  const controller = new AbortController();
  const outdated = ask(controller.signal);
  controller.abort(new Error('outdated'));
  await expect(outdated).rejects.toThrow('outdated');
  const asked = ask();
  started[1]?.answer('new');
  expect(await asked).toMatchObject({ text: 'new' });
  expect(started.map(({ ended }) => ended)).toEqual([true, false]);
});

test('a signal that comes after the answer leaves the worker that is kept alone', async () => {
  const { ask, started } = open();
  const controller = new AbortController();
  const asked = ask(controller.signal);
  started[0]?.answer('one');
  await asked;
  controller.abort();
  expect(started).toMatchObject([{ ended: false }]);
});

test('of two that end at once, one is kept', async () => {
  const { ask, started } = open();
  const both = [ask(), ask()];
  for (const worker of started) worker.answer('done');
  await Promise.all(both);
  expect(started.map(({ ended }) => ended)).toEqual([true, false]);
});

test('a worker that breaks off is not asked again', async () => {
  const { ask, started } = open();
  const asked = ask();
  started[0]?.onerror();
  await expect(asked).rejects.toThrow('broke off');
  const again = ask();
  started[1]?.answer('one');
  await again;
  expect(started.map(({ ended }) => ended)).toEqual([true, false]);
});

test('a browser that refuses to start a worker is told as any other failure', async () => {
  const comparison = new Comparison(() => {
    throw new Error('refused');
  });
  await expect(comparison.ask(JOB, new AbortController().signal)).rejects.toThrow('refused');
});
