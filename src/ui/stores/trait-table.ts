import { providers, type Provider } from '#engine';
import {
  TRAIT_CODES,
  TRAIT_GROUPS,
  traitsOf,
  type Trait,
  type TraitAnswer,
  type TraitCode,
  type TraitGroup
} from '#engine/compare';

/** One answer and all the stores that give it. */
interface SameAnswer {
  answer: TraitAnswer;
  stores: Provider[];
}

/** One question and its answers, the most frequent first. */
export interface TraitRow {
  code: TraitCode;
  answers: SameAnswer[];
}

/** What is read of an answer; a store's own message is on its own page. */
function keyOf({ code, args }: TraitAnswer): string {
  const shown = Object.entries(args).filter(([name]) => name !== 'message');
  return JSON.stringify([code, shown]);
}

function answersOf(traits: readonly { store: Provider; trait: Trait }[]): SameAnswer[] {
  const answers = new Map<string, SameAnswer>();
  for (const { store, trait } of traits) {
    const key = keyOf(trait.answer);
    const same = answers.get(key);
    if (same) same.stores.push(store);
    else answers.set(key, { answer: trait.answer, stores: [store] });
  }
  return [...answers.values()].sort((one, other) => other.stores.length - one.stores.length);
}

/** All questions by group, each with all the stores' answers. */
export function traitTable(): { group: TraitGroup; rows: TraitRow[] }[] {
  const all = providers.flatMap((store) => traitsOf(store).map((trait) => ({ store, trait })));
  const rows = TRAIT_CODES.map((code) => {
    const asked = all.filter(({ trait }) => trait.code === code);
    return { code, group: asked[0]?.trait.group, answers: answersOf(asked) };
  });
  return TRAIT_GROUPS.map((group) => ({ group, rows: rows.filter((row) => row.group === group) }));
}
