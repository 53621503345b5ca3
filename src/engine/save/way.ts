import { lossesIn } from '../1-read/losses.ts';
import { STEP_IDS, type SaveStep, type SaveWay, type StepId } from '../providers/ways/model.ts';
import type { SaveStore, SaveTask, WayDraft } from '../providers/ways/store.ts';

/** Steps that are for the shell whatever the others are written in. */
const SHELL_STEPS: ReadonlySet<StepId> = new Set(['setup', 'apply', 'test', 'ask-store']);

/** Where there are no rules, deleting what is there is the way to save none. */
const EMPTY_ORDER: readonly StepId[] = ['setup', 'read', 'delete', 'test', 'ask-store', 'restore'];

function wayOf(draft: WayDraft, { ruleSet, shell }: SaveTask, test: string | null): SaveWay {
  const {
    id,
    tool,
    format,
    losses = [],
    language = shell.id,
    fact,
    permissions,
    notes = []
  } = draft;
  const texts: WayDraft['steps'] = { ...draft.steps, ...(test !== null && { test }) };
  const order = ruleSet.rules.length === 0 ? EMPTY_ORDER : STEP_IDS;
  return {
    id,
    tool,
    format,
    losses: format === null ? losses : lossesIn(ruleSet, format),
    evidence: fact.evidence,
    source: fact.source,
    steps: order.flatMap((step): SaveStep[] => {
      const text = texts[step]?.trimEnd();
      if (text === undefined) return [];
      return [{ id: step, language: SHELL_STEPS.has(step) ? shell.id : language, text }];
    }),
    permissions: [...permissions],
    notes: [...notes]
  };
}

/** Every way by which the rules, or their absence, can be saved; `test` is the step that all of them share. */
export const waysOf = (store: SaveStore, task: SaveTask, test: string | null): SaveWay[] =>
  store
    .ways(task)
    .filter(({ steps }) => task.rules.length > 0 || steps.delete !== undefined)
    .map((draft) => wayOf(draft, task, test));
