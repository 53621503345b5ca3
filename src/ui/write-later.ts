/** Milliseconds between a call and its run: after the frame that shows a keystroke, and well before a person can leave. */
const WAIT = 250;

/** Puts work off until what a person waits for is done. Of several calls within the time the last one is run. */
export class WriteLater {
  #run: (() => void) | null = null;

  readonly later = (run: () => void): void => {
    if (this.#run === null) setTimeout(this.flush, WAIT);
    this.#run = run;
  };

  /** Runs now what waits, as where the page goes. */
  readonly flush = (): void => {
    const run = this.#run;
    this.#run = null;
    run?.();
  };
}
