import { applyChange } from '../1-read/change.ts';
import { type Change, type PageRequest, type PlainRule, type RuleSet } from '../model.ts';
import { headerOf, listOf } from '../2-bucket/question.ts';
import { nearMiss } from './origin-miss.ts';
import { tellStory, type Scene, type Story } from './story.ts';

/** Changes are tried one after the other; a call that needs more is not mended by its rules. */
const MOST_CHANGES = 4;

/** The methods by which an object is changed: they are not given to everybody for one caller's sake. */
const WRITES: ReadonlySet<string> = new Set(['PUT', 'POST', 'DELETE', 'PATCH']);

/**
 * The smallest changes of the rules after which the call is allowed; null where none of ours mends it.
 * Every proposal has been played through the whole story.
 */
export function findMend(
  request: PageRequest,
  ruleSet: RuleSet,
  scene: Scene,
  story: Story
): Change[] | null {
  const changes: Change[] = [];
  let rules = ruleSet;
  let told = story;
  while (told.outcome !== 'allowed') {
    if (changes.length === MOST_CHANGES) return null;
    const next = firstThatHelps(request, rules, scene, told);
    if (next === null) return null;
    changes.push(...next.changes);
    rules = next.rules;
    told = next.story;
  }
  return changes;
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
function play(request: PageRequest, before: RuleSet, scene: Scene, changes: Change[]) {
  const rules = changes.reduce(applyChange, before);
  const compiled = scene.provider.compile(rules);
  return { changes, rules, story: tellStory(request, { ...scene, compiled }) };
}

const progressed = (before: Story, after: Story): boolean =>
  after.outcome === 'allowed' ||
  after.cause?.code !== before.cause?.code ||
  after.stage !== before.stage;

/** What a rule has to allow for the call. */
interface CallNeeds {
  origin: string;
  method: string;
  /** Names that need a preflight, each once. */
  unsafe: string[];
}

function askedBy({ call: { origin, result } }: Story): CallNeeds {
  const names = headerOf(result.preflight?.headers ?? [], 'access-control-request-headers');
  return {
    origin,
    method: result.request?.method ?? '',
    unsafe: [...new Set(listOf(names ?? ''))]
  };
}

/** What may mend the cause, smallest first. */
function candidates(
  request: PageRequest,
  { rules }: RuleSet,
  { provider }: Scene,
  story: Story
): Change[][] {
  const { cause, exchanges } = story;
  const trace = exchanges.at(-1)?.trace;
  if (cause === null || trace === undefined) return [];
  const answering = trace.decision.rule;
  const asked = askedBy(story);
  const exact = exactRule(asked, request.needs, rules[answering ?? -1]);
  switch (cause.code) {
    case 'header-not-exposed':
      return answering === null
        ? []
        : [cause.args.headers.map((value) => add(answering, 'exposeHeaders', value))];
    case 'credentials-with-wildcard':
      return answering === null ? [] : [[{ kind: 'insert-rule', at: answering, rule: exact }]];
    case 'method-unsupported':
    case 'bucket-missing':
    case 'endpoint-without-cors':
      return [];
    default: {
      if (answering !== null || !provider.methods.includes(exact.allowedMethods[0] ?? ''))
        return [];
      const last: Change[] = [{ kind: 'insert-rule', at: rules.length, rule: exact }];
      const first: Change[] = [{ kind: 'insert-rule', at: 0, rule: exact }];
      return [...closestEdits(asked, trace, rules), last, first];
    }
  }
}

/** An edit of the closest rule, where it fails in one condition only and the edit gives nothing to everybody. */
function closestEdits(
  { origin }: CallNeeds,
  { closest, rules: traces }: NonNullable<Story['exchanges'][number]>['trace'],
  rules: RuleSet['rules']
): Change[][] {
  const trace = traces.find(({ rule }) => rule === closest);
  const failed = trace?.conditions.filter(({ outcome }) => outcome === 'fail') ?? [];
  const [only] = failed;
  if (closest === null || only === undefined || failed.length > 1) return [];
  const tied = traces.filter(
    ({ conditions }) =>
      conditions
        .filter(({ outcome }) => outcome === 'fail')
        .map(({ condition }) => condition)
        .join() === only.condition
  );
  if (only.condition === 'origin') {
    const replaced = tied.flatMap(({ rule }): Change[][] =>
      (rules[rule]?.allowedOrigins ?? []).flatMap(({ value }, index) => {
        const miss = nearMiss(value, origin);
        return miss === null || KEPT.has(miss.cause.code)
          ? []
          : [[{ kind: 'replace-value', rule, field: 'allowedOrigins', index, value: miss.mended }]];
      })
    );
    return [...replaced, [add(closest, 'allowedOrigins', origin)]];
  }
  if (only.condition === 'method') {
    const open = rules[closest]?.allowedOrigins.some(({ value }) => value === '*') ?? false;
    return only.steps.flatMap((step) =>
      step.code === 'method-unlisted' && !(open && WRITES.has(step.args.method))
        ? [[add(closest, 'allowedMethods', step.args.method)]]
        : []
    );
  }
  const headers = only.steps.flatMap((step) =>
    step.code === 'header-unlisted' ? [step.args.header] : []
  );
  return [headers.map((header) => add(closest, 'allowedHeaders', header))];
}

/** Misses in which the written origin may well serve another page: it stays, and the right one is added beside it. */
const KEPT: ReadonlySet<string> = new Set([
  'origin-scheme-differs',
  'origin-port-differs',
  'origin-bare-domain'
]);

const add = (
  rule: number,
  field: 'allowedOrigins' | 'allowedMethods' | 'allowedHeaders' | 'exposeHeaders',
  value: string
): Change => ({
  kind: 'add-value',
  rule,
  field,
  value
});

/** A rule that allows just this call; what a rule before it exposes and caches is kept. */
function exactRule(
  { origin, method, unsafe }: CallNeeds,
  needs: readonly string[],
  like: RuleSet['rules'][number] | undefined
): PlainRule {
  const exposed = like?.exposeHeaders.map(({ value }) => value) ?? [];
  const folded = new Set(exposed.map((name) => name.toLowerCase()));
  return {
    id: null,
    allowedOrigins: [origin],
    allowedMethods: [method],
    allowedHeaders: unsafe,
    exposeHeaders: [...exposed, ...needs.filter((name) => !folded.has(name.toLowerCase()))],
    maxAgeSeconds: like?.maxAgeSeconds?.value ?? '600'
  };
}
