import { applyChange } from '../1-read/change.ts';
import type { Change, PageRequest, RuleSet } from '../model.ts';
import { candidates } from './mend-candidates.ts';
import { tellStory, type Scene, type Story } from './story.ts';

/** Changes are tried one after the other; a call that needs more is not mended by its rules. */
const MOST_CHANGES = 4;

/**
 * Changes of the rules after which the call is allowed, the smallest first; each has been played through the whole story.
 * The first step is one of several, each next one the first that helps.
 */
export function* proposals(
  request: PageRequest,
  ruleSet: RuleSet,
  scene: Scene,
  story: Story
): Generator<Change[]> {
  for (const step of candidates(request, ruleSet, scene, story)) {
    const played = play(request, ruleSet, scene, step);
    if (!progressed(story, played.story)) continue;
    const rest = complete(request, scene, played);
    if (rest !== null) yield [...step, ...rest];
  }
}

/** What is still to be changed after some changes; null where none of ours mends the call. */
function complete(request: PageRequest, scene: Scene, start: PlayedChanges): Change[] | null {
  const changes: Change[] = [];
  let { rules, story } = start;
  while (story.outcome !== 'allowed') {
    if (changes.length + start.changes.length >= MOST_CHANGES) return null;
    const next = firstThatHelps(request, rules, scene, story);
    if (next === null) return null;
    changes.push(...next.changes);
    ({ rules, story } = next);
  }
  return changes;
}

interface PlayedChanges {
  changes: Change[];
  rules: RuleSet;
  story: Story;
}

/** The first of the candidates with which the story goes on; those behind it are not played, which takes time. */
function firstThatHelps(request: PageRequest, rules: RuleSet, scene: Scene, told: Story) {
  for (const step of candidates(request, rules, scene, told)) {
    const played = play(request, rules, scene, step);
    if (progressed(told, played.story)) return played;
  }
  return null;
}

/** The story after some changes. */
function play(
  request: PageRequest,
  before: RuleSet,
  scene: Scene,
  changes: Change[]
): PlayedChanges {
  const rules = changes.reduce(applyChange, before);
  const compiled = scene.provider.compile(rules);
  return { changes, rules, story: tellStory(request, { ...scene, compiled }) };
}

const progressed = (before: Story, after: Story): boolean =>
  after.outcome === 'allowed' ||
  after.cause?.code !== before.cause?.code ||
  after.stage !== before.stage;
