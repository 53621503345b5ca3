/** The changes of rules that may mend one cause. */
import type { BucketTrace, ConditionTrace } from '../2-bucket/trace.ts';
import type { Change, PageRequest, PlainRule, Rule, RuleSet } from '../model.ts';
import { headerOf, listOf } from '../2-bucket/question.ts';
import { refusedOf } from './bucket-cause.ts';
import { headersAtFault } from './call-fault.ts';
import { nearMiss } from './origin-miss.ts';
import type { Scene, Story } from './story.ts';

/** What a rule has to allow for the call. */
export interface CallNeeds {
  origin: string;
  /** As the store's rules name it. */
  method: string;
  /** Names that need a preflight, each once. */
  unsafe: string[];
}

/** What the call asks of the rules, by what a browser sends. */
export function askedBy(
  { call: { origin, result }, exchanges }: Story,
  { provider }: Scene
): CallNeeds {
  const names = headerOf(result.preflight?.headers ?? [], 'access-control-request-headers');
  const sent = exchanges[0]?.request;
  const method = result.request?.method ?? '';
  return {
    origin,
    method: (sent && provider.operationOf?.(sent)) ?? method,
    unsafe: [...new Set(listOf(names ?? ''))]
  };
}

/** What may mend the cause, smallest first; none where the call itself is at fault. */
export function candidates(
  request: PageRequest,
  { rules }: RuleSet,
  scene: Scene,
  story: Story
): Change[][] {
  const { cause, exchanges } = story;
  const trace = exchanges.at(-1)?.trace;
  if (cause === null || trace === undefined) return [];
  const answering = trace.decision.rule;
  const asked = askedBy(story, scene);
  if (headersAtFault(request, asked.unsafe).length > 0) return [];
  const like = rules[answering ?? -1];
  const exact = exactRule(asked, request.needs, like);
  switch (cause.code) {
    case 'header-not-exposed':
      return answering === null
        ? []
        : [cause.args.headers.map((value) => add(answering, 'exposeHeaders', value))];
    case 'credentials-with-wildcard':
      return answering === null
        ? []
        : [[insert(answering, exact)], [insert(answering, mergedRule(exact, like))]];
    case 'method-unsupported':
    case 'bucket-missing':
    case 'endpoint-without-cors':
      return [];
    default: {
      const refused = refusedOf(trace);
      if (answering !== null && refused === null) return [];
      if (!scene.provider.methods.includes(asked.method)) return [];
      const first = rules[refused?.rule ?? -1];
      return [
        ...closestEdits(asked, trace, rules),
        [insert(rules.length, exact)],
        ...(refused === null ? [] : severalEdits(refused.rule, refused.conditions)),
        ...(refused === null ? [] : [[insert(refused.rule, mergedRule(exact, first))]]),
        [insert(0, exact)]
      ];
    }
  }
}

const insert = (at: number, rule: PlainRule): Change => ({ kind: 'insert-rule', at, rule });

/** An edit of the closest rule, where it fails in one condition only and the edit gives nothing to everybody. */
function closestEdits(
  { origin }: CallNeeds,
  { closest: nearest, decision, rules: traces }: BucketTrace,
  rules: RuleSet['rules']
): Change[][] {
  const closest = nearest ?? decision.rule;
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
  return [valuesFor(closest, [only])];
}

/** Everything that a rule which takes the origin lacks for the call. */
const severalEdits = (rule: number, conditions: readonly ConditionTrace[]): Change[][] => {
  const failed = conditions.filter(({ outcome }) => outcome === 'fail');
  return failed.length < 2 ? [] : [valuesFor(rule, failed)];
};

/** The method and headers that failed conditions lack. */
const valuesFor = (rule: number, failed: readonly ConditionTrace[]): Change[] =>
  failed.flatMap(({ steps }) =>
    steps.flatMap((step) => {
      if (step.code === 'method-unlisted') return [add(rule, 'allowedMethods', step.args.method)];
      return step.code === 'header-unlisted' ? [add(rule, 'allowedHeaders', step.args.header)] : [];
    })
  );

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

const union = (values: readonly string[], more: readonly string[]): string[] => [
  ...values,
  ...more.filter((value) => !values.includes(value))
];

/** The rule that allows just this call, and beside it what another rule allows to the same page. */
function mergedRule(exact: PlainRule, like: Rule | undefined): PlainRule {
  if (like === undefined) return exact;
  const valuesOf = (field: 'allowedMethods' | 'allowedHeaders' | 'exposeHeaders') =>
    union(
      like[field].map(({ value }) => value),
      exact[field]
    );
  return {
    ...exact,
    allowedMethods: valuesOf('allowedMethods'),
    allowedHeaders: like.allowedHeaders.some(({ value }) => value === '*')
      ? ['*']
      : valuesOf('allowedHeaders'),
    exposeHeaders: valuesOf('exposeHeaders'),
    maxAgeSeconds: like.maxAgeSeconds?.value ?? exact.maxAgeSeconds
  };
}
