/** Milliseconds for which one step is looked at while the timeline plays. */
const STEP = 900;

/** Which step of a timeline is lit, and the playing of them one after the other. Steps are counted from 0. */
export class Playback {
  readonly #count: () => number;
  /** Null where the person has not stepped: all of them are lit. */
  #at: number | null = $state(null);
  #timer: ReturnType<typeof setInterval> | null = $state(null);

  constructor(count: () => number) {
    this.#count = count;
  }

  /** The last step that is lit. */
  get at(): number {
    const last = this.#count() - 1;
    return this.#at === null ? last : Math.min(this.#at, last);
  }

  /** True where steps are still to come. */
  get partial(): boolean {
    return this.at < this.#count() - 1;
  }

  get playing(): boolean {
    return this.#timer !== null;
  }

  go(at: number): void {
    this.stop();
    this.#at = Math.max(0, Math.min(at, this.#count() - 1));
  }

  all(): void {
    this.stop();
    this.#at = null;
  }

  /** Goes on from the lit step, or from the first where all are lit, until the last. */
  play(): void {
    this.stop();
    if (!this.partial) this.#at = 0;
    this.#timer = setInterval(() => {
      this.#at = this.at + 1;
      if (!this.partial) this.stop();
    }, STEP);
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }
}
