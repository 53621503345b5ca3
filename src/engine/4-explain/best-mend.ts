/** The change of the rules that does the least harm. */
import { changeFor } from '../1-read/change-text.ts';
import type { ReadResult } from '../1-read/format.ts';
import type { Change, PageRequest } from '../model.ts';
import type { Provider } from '../providers/providers.ts';
import { proposals } from './mend.ts';
import { askedBy } from './mend-candidates.ts';
import { effectOf } from './mend-effect.ts';
import { tellStory, type Scene, type Story } from './story.ts';
import type { Mend } from './verdict.ts';

interface RulesAsRead {
  text: string;
  read: ReadResult;
}

/** A header more, allowed or exposed, lets no page use a method that it could not use before. */
const isOfHeaders = (change: Change): boolean =>
  change.kind === 'add-value' && ['allowedHeaders', 'exposeHeaders'].includes(change.field);

/** 0 where a mend takes nothing away and lets no other page in, 1 where it only lets one in. */
function harmOf({ takesAway, alsoAllows, changes }: Mend, origin: string): number {
  const opens =
    !changes.every(isOfHeaders) &&
    alsoAllows.some(
      ({ code, origins }) => code !== 'exposed' && origins.some((each) => each !== origin)
    );
  return 2 * Number(takesAway.length > 0) + Number(opens);
}

/**
 * The mend of a call: of all that let it through, are in the text and are saved by the store, the one that takes nothing
 * away, then the one that lets no other page in, then the smallest. Null where there is none.
 */
export function bestMend(
  request: PageRequest,
  { text, read }: RulesAsRead,
  scene: Scene,
  story: Story
): Mend | null {
  const { provider } = scene;
  const asked = askedBy(story, scene);
  let best: Mend | null = null;
  let least = Infinity;
  for (const changes of proposals(request, read.ruleSet, scene, story)) {
    const { edits, text: rules, read: after } = changeFor(provider, read, text, changes);
    const compiled = provider.compile(after.ruleSet);
    if (tellStory(request, { ...scene, compiled }).outcome !== 'allowed') continue;
    if (isRefused(provider, read, after)) continue;
    const effect = effectOf(changes, read.ruleSet, scene, story, asked);
    const mend = { changes, edits, rules, ...effect };
    const harm = harmOf(mend, asked.origin);
    if (harm >= least) continue;
    [best, least] = [mend, harm];
    // Those that follow are larger.
    if (harm === 0) break;
  }
  return best;
}

/** Whether the store refuses the text for what the change brought in; what it refused before is not the change's fault. */
function isRefused(provider: Provider, before: ReadResult, after: ReadResult): boolean {
  const saved = provider.save(after);
  if (saved.accepted) return false;
  if (before.ruleSet.rules.length === 0) return true;
  const was = provider.save(before);
  return was.accepted || was.code !== saved.code || was.message !== saved.message;
}
