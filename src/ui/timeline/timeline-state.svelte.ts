import { providerById, serialiseOrigin } from '#engine';
import {
  otherOrigin,
  playTimeline,
  SCENARIOS,
  type TimelineMendCode,
  type Scenario,
  type ScenarioId,
  type Timeline
} from '#engine/timeline';
import type { JudgedDocument } from '../document.ts';
import type { Workbench } from '../workbench.svelte.ts';
import { FIRST, namedOrigin, type Circumstances } from './circumstances.ts';
import { Playback } from './playback.svelte.ts';

/** What is played for a document: which scenario, in which browser, with which mends, and how far it is lit. */
export class TimelineState {
  readonly #workbench: Workbench;
  #said: Circumstances = $state.raw(FIRST);
  #asked: ScenarioId | null = $state.raw(null);
  #taken: readonly TimelineMendCode[] = $state.raw([]);
  /** How every scenario ends without a mend, which is not looked for; empty where there is nothing to play. */
  readonly all: readonly Timeline[] = $derived.by(() =>
    SCENARIOS.flatMap((scenario) => this.#play({ ...scenario, mends: [] }, []) ?? [])
  );
  /** The person's choice, else the first that a kept answer spoils. */
  readonly chosen: ScenarioId = $derived.by(
    () => this.#asked ?? this.all.find(({ breaks }) => breaks !== null)?.scenario ?? SCENARIOS[0].id
  );
  readonly #scenario: Scenario = $derived(
    SCENARIOS.find(({ id }) => id === this.chosen) ?? SCENARIOS[0]
  );
  readonly timeline: Timeline | null = $derived.by(() => this.#play(this.#scenario, this.#taken));
  readonly playback: Playback = new Playback(() => this.timeline?.moments.length ?? 0);

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
  }

  get judged(): JudgedDocument | null {
    return this.#workbench.judged;
  }

  get said(): Circumstances {
    return this.#said;
  }

  get taken(): readonly TimelineMendCode[] {
    return this.#taken;
  }

  /** The other page that takes part where the person names none; null where none takes part. */
  get other(): string | null {
    if (this.judged === null || !this.#scenario.twoPages) return null;
    const { read, request } = this.judged;
    return otherOrigin(read.ruleSet, serialiseOrigin(request.pageOrigin).origin);
  }

  say(change: Partial<Circumstances>): void {
    this.#said = { ...this.#said, ...change };
  }

  choose(id: ScenarioId): void {
    this.#asked = id;
    this.#taken = [];
    this.playback.all();
  }

  toggle(code: TimelineMendCode): void {
    this.#taken = this.#taken.includes(code)
      ? this.#taken.filter((one) => one !== code)
      : [...this.#taken, code];
    this.playback.all();
  }

  #play(scenario: Scenario, taken: readonly TimelineMendCode[]): Timeline | null {
    if (this.judged === null) return null;
    const { provider, read, request } = this.judged;
    const { engine, lifetime } = this.#said;
    const other = namedOrigin(this.#said);
    const call = { provider: providerById(provider), ruleSet: read.ruleSet, request };
    return playTimeline({ scenario, ...call, engine, lifetime, other }, taken);
  }
}
