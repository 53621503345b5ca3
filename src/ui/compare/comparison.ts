import type { FormatId, ProviderId } from '#engine';
import type { Conversion, Differences } from '#engine/compare';

/** A conversion to work out. A job is plain data, since it goes to the worker. */
export interface ConvertJob {
  kind: 'convert';
  text: string;
  from: ProviderId;
  to: ProviderId;
  format: FormatId;
}

/** A rule text, and the store that decides by it. */
export interface SideText {
  text: string;
  provider: ProviderId;
}

/** Two rule texts to compare. */
export interface DiffJob {
  kind: 'diff';
  before: SideText;
  after: SideText;
}

export type Job = ConvertJob | DiffJob;
export type ResultOf<J extends Job> = J extends ConvertJob ? Conversion : Differences;

const startWorker = (): Worker =>
  new Worker(new URL('./comparison-worker.ts', import.meta.url), { type: 'module' });

/** Has rules compared beside the page. A worker that has nothing to do is kept for the next job. */
export class Comparison {
  readonly #start: () => Worker;
  #idle: Worker | null = null;

  constructor(start: () => Worker = startWorker) {
    this.#start = start;
  }

  /**
   * What comes of a job. Rejected where the worker cannot start or breaks off, and by the signal's reason once nobody asks any
   * more: the worker is then ended, since nothing else stops it in the middle of its work.
   */
  ask<J extends Job>(job: J, signal: AbortSignal): Promise<ResultOf<J>> {
    return new Promise((resolve, reject) => {
      // What is thrown here, by a browser that refuses to start a worker, rejects the promise.
      const worker = this.#idle ?? this.#start();
      this.#idle = null;
      const stop = () => {
        worker.terminate();
        reject(signal.reason as Error);
      };
      worker.onmessage = ({ data }: MessageEvent<ResultOf<J>>) => {
        signal.removeEventListener('abort', stop);
        this.close();
        this.#idle = worker;
        resolve(data);
      };
      worker.onerror = () => {
        signal.removeEventListener('abort', stop);
        worker.terminate();
        reject(new Error('The worker did not start, or broke off.'));
      };
      signal.addEventListener('abort', stop);
      worker.postMessage(job);
    });
  }

  /** Ends the worker that is kept. */
  close(): void {
    this.#idle?.terminate();
    this.#idle = null;
  }
}
