import { toast } from 'svelte-sonner';
import type { Change, Span } from '#engine';
import { LEVELS, type Level } from '#engine/lint';
import { m } from '../../../paraglide/messages.js';
import { say } from '../../../words/say.ts';
import {
  countLevels,
  problemRows,
  type PlacedRow,
  type ProblemRow,
  type RuleText
} from './problem-rows.ts';

/** Who holds the rule text, and changes it. */
interface RuleTextHolder extends RuleText {
  change(changes: readonly Change[]): void;
  mendAll(levels: readonly Level[]): number;
  reveal(span: Span): void;
}

/** What the reader and the checks say of the rule text, and the way to mend it. */
export class Problems {
  readonly #workbench: RuleTextHolder;
  /** Hints are for a quiet hour: they are counted, and shown on demand. */
  showsHints: boolean = $state(false);
  #before: readonly PlacedRow[] = [];
  readonly #placed: readonly PlacedRow[] = $derived.by(
    () => (this.#before = problemRows(this.#workbench, this.#before))
  );
  readonly counts: Record<Level, number> = $derived(countLevels(this.#placed));
  readonly #levels: readonly Level[] = $derived(
    this.showsHints ? LEVELS : LEVELS.filter((level) => level !== 'hint')
  );
  readonly shown: readonly PlacedRow[] = $derived(
    this.#placed.filter(({ row }) => this.#levels.includes(row.level))
  );

  constructor(workbench: RuleTextHolder) {
    this.#workbench = workbench;
  }

  readonly mend = (changes: readonly Change[]): void => {
    this.#workbench.change(changes);
    toast.success(m['page.problems.mended']({ change: say.changes(changes) }));
  };

  /** Shows where a row stands now, which moves with each keystroke before it. */
  readonly reveal = (row: ProblemRow): void => {
    const placed = this.#placed.find((one) => one.row === row);
    if (placed) this.#workbench.reveal(placed.span);
  };

  /** Mends all that is shown. */
  readonly mendAll = (): void => {
    const count = this.#workbench.mendAll(this.#levels);
    toast.success(m['page.problems.mended-all']({ count }));
  };

  readonly tellNothing = (): void => {
    toast(m['page.problems.no-mend']());
  };
}
