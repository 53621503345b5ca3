/**
 * The exact difference of two rule sets, each at a store. The calls that browsers make are split into kinds that both sides
 * answer alike; one call of each kind is put to the stores' own `decide`, and what they say is compared as a browser sees it.
 */
import { isForbiddenMethod, isMethod, normaliseMethod } from '../3-browser/request/method.ts';
import type { RuleSet } from '../model.ts';
import {
  answerTo,
  compiledSide,
  requestsOf,
  type CallAnswer,
  type CompiledSide,
  type TestCall,
  type ObjectAddress,
  type Side
} from './call.ts';
import { CHANGE_CODES, changesOf, isOfMeaning, type AnswerChange } from './change-of-answer.ts';
import type { CompiledRule } from '../2-bucket/compiled.ts';
import { headerClasses, headerLists } from './header-classes.ts';
import { originClasses, type OriginClass } from './origin-classes.ts';

/** One thing that changes, a call that shows it, and all that show the same. */
export type Difference = AnswerChange & {
  witness: TestCall;
  before: CallAnswer;
  after: CallAnswer;
  /** Methods and origins of the calls that show it, the witness's first; origins stand for all of their kind. */
  methods: string[];
  origins: (string | null)[];
};

export interface Differences {
  /** The gravest first. */
  list: Difference[];
  /** False where a limit was met, so that there may be differences which are not in the list. */
  exhaustive: boolean;
}

/** Calls that are put to both sides. */
const CALL_LIMIT = 60_000;

/** A method that no rule lists. */
const UNLISTED = 'PROPFIND';

/** Every method that a script can use and that may make a difference, the commonest first. */
function methodsOf(...sides: readonly Side[]): string[] {
  const listed = ({ rules }: RuleSet) =>
    rules.flatMap(({ allowedMethods }) => allowedMethods.map(({ value }) => value));
  const written = sides.flatMap(({ ruleSet, provider }) => [
    ...listed(ruleSet),
    ...provider.methods
  ]);
  const spelt = written.flatMap((name) => [name, name.toUpperCase(), name.toLowerCase()]);
  const names = ['GET', 'PUT', 'POST', 'DELETE', 'HEAD', ...spelt, UNLISTED];
  const usable = names.filter((name) => isMethod(name) && !isForbiddenMethod(name));
  return [...new Set(usable.map(normaliseMethod))];
}

/** The rule of the preflight's answer, or of the actual one where there is none. */
export const ruleOf = ({ preflight, actual }: CallAnswer): number | null =>
  (preflight ?? actual).rule;

const isOutcome = ({ args }: AnswerChange): boolean => Object.keys(args).length === 0;

/** What is told apart of one change; where a call goes on as before, its answers' texts are not. */
const toldOf = ({ code, args }: AnswerChange): string =>
  isOfMeaning(code) ? `${code} ${JSON.stringify(args)}` : code;

/** What makes two differences one: the same change, between the same rules, for want of the same headers. */
function keyOf(change: AnswerChange, { headers }: TestCall, before: CallAnswer, after: CallAnswer) {
  const needed = isOutcome(change) ? headers.join() : '';
  return [toldOf(change), ruleOf(before), ruleOf(after), needed].join(' ');
}

class DifferenceCollection {
  readonly #byKey = new Map<string, Difference>();

  take(change: AnswerChange, witness: TestCall, before: CallAnswer, after: CallAnswer): void {
    const key = keyOf(change, witness, before, after);
    const { method, origin } = witness;
    const known = this.#byKey.get(key);
    if (known === undefined) {
      const kinds = { methods: [method], origins: [origin] };
      this.#byKey.set(key, { ...change, witness, before, after, ...kinds });
      return;
    }
    if (!known.methods.includes(method)) known.methods.push(method);
    if (!known.origins.includes(origin)) known.origins.push(origin);
  }

  list(): Difference[] {
    const rank = ({ code }: Difference) => CHANGE_CODES.indexOf(code);
    return [...this.#byKey.values()].sort((one, other) => rank(one) - rank(other));
  }
}

/** The call that a change is made for: kinds of calls are told apart from it, and not only from each other. */
export interface OwnCall extends ObjectAddress {
  origin: string;
  method: string;
  /** Names in small letters. */
  headers: readonly string[];
}

/** Whether the call is the one that a change is made for, or a part of it. */
export const isOwnCall = ({ origin, method, headers }: TestCall, own?: OwnCall): boolean =>
  own !== undefined &&
  origin === own.origin &&
  method === own.method &&
  headers.every((name) => own.headers.includes(name));

/** Puts calls to both sides. A list of headers says nothing new where a part of it has shown the same change. */
class DifferenceSearch {
  readonly found = new DifferenceCollection();
  readonly #before: CompiledSide;
  readonly #after: CompiledSide;
  readonly #own: OwnCall | undefined;
  calls = 0;

  constructor(before: Side, after: Side, own?: OwnCall) {
    this.#own = own;
    this.#before = compiledSide(before);
    this.#after = compiledSide(after);
  }

  get rules() {
    return [...this.#before.compiled.rules, ...this.#after.compiled.rules];
  }

  /** The rules that only one side has; null where a side has none at all, for then every call may go otherwise. */
  get touched() {
    const [before, after] = [this.#before, this.#after].map(({ ruleSet }) => ruleSet.rules);
    if (before === undefined || after === undefined) return null;
    if (before.length === 0 || after.length === 0) return null;
    const only = ({ compiled, ruleSet }: CompiledSide, others: RuleSet['rules']) => {
      const kept = new Set(others);
      return compiled.rules.filter((_, index) => {
        const rule = ruleSet.rules[index];
        return rule === undefined || !kept.has(rule);
      });
    };
    return [...only(this.#before, after), ...only(this.#after, before)];
  }

  ask(origin: string | null, method: string, lists: readonly string[][]): void {
    const shown: { told: string; headers: string[] }[] = [];
    for (const headers of lists) {
      this.calls += 1;
      const call = { origin, method, headers };
      const requests = requestsOf(call, this.#own);
      const before = answerTo(this.#before, call, requests);
      const after = answerTo(this.#after, call, requests);
      for (const change of changesOf(call, before, after)) {
        const told = toldOf(change);
        const isPart = (part: (typeof shown)[number]) =>
          part.told === told && part.headers.every((name) => headers.includes(name));
        if (shown.some(isPart)) continue;
        if (!isOwnCall(call, this.#own)) shown.push({ told, headers });
        this.found.take(change, call, before, after);
      }
    }
  }
}

/** Pages first that a person may have; those without an origin of their own last. */
const byLikeness = (one: OriginClass, other: OriginClass): number =>
  Number(one.origin === 'null') - Number(other.origin === 'null');

/** Own origins of both stores. */
const ownOrigins = (...sides: readonly Side[]): string[] =>
  sides.flatMap(({ provider }) => provider.ownOrigins ?? []);

/**
 * What changes for browsers between two rule sets, each at its store: empty where nothing does. It knows the calls of pages
 * with a host name or an opaque origin, to an object that exists, without a signature. It takes time in proportion to the
 * kinds of origins times the rules, up to a limit.
 */
export function differences(before: Side, after: Side): Differences {
  const comparison = new DifferenceSearch(before, after);
  const origins = originClasses(comparison.rules, ownOrigins(before, after));
  const headers = headerClasses(comparison.rules);
  const methods = methodsOf(before, after);
  const exhaustive = askAll(comparison, origins, headers, methods, CALL_LIMIT);
  for (const method of methods) comparison.ask(null, method, [[]]);
  return { list: comparison.found.list(), exhaustive };
}

/** Calls that are put to both sides to tell what a change does, which is asked while a person types. */
const CHANGE_LIMIT = 3_000;

/** A rule of no store that takes just the call, so that none that is like it to all rules stands for it. */
const ruleOfCall = ({ origin, headers }: OwnCall): CompiledRule => ({
  origins: [{ pattern: { kind: 'literal', text: origin }, written: unplaced(origin) }],
  headerEntries: headers.map((name) => ({
    pattern: { kind: 'literal', text: name },
    written: unplaced(name)
  }))
});

const unplaced = (value: string) => ({ value, span: { from: 0, to: 0 } });

/**
 * The same of a rule set before and after a change at one store that is made for a call. The rules that stay are the same
 * objects in both: a page that no other rule takes is answered as before, so it is not asked for.
 */
export function differencesOfChange(before: Side, after: Side, own: OwnCall): Differences {
  const comparison = new DifferenceSearch(before, after, own);
  const rules = [...comparison.rules, ruleOfCall(own)];
  const origins = originClasses(rules, ownOrigins(before), comparison.touched);
  const last = rules.length - 1;
  const classes = origins.classes.map((one) => ({
    ...one,
    rules: [...one.rules.filter((rule) => rule !== last), last]
  }));
  const taking = new Set(classes.flatMap((one) => one.rules));
  const headers = headerClasses(rules.map((rule, at) => (taking.has(at) ? rule : NO_RULE)));
  const methods = methodsOf(before, after);
  const exhaustive = askAll(comparison, { ...origins, classes }, headers, methods, CHANGE_LIMIT);
  return { list: comparison.found.list(), exhaustive };
}

/** A rule that takes nothing, in the place of one that takes none of the pages asked for. */
const NO_RULE: CompiledRule = { origins: [] };

/** Puts a call of each kind to both sides; false where there were too many kinds for that. */
function askAll(
  comparison: DifferenceSearch,
  origins: ReturnType<typeof originClasses>,
  headers: ReturnType<typeof headerClasses>,
  methods: readonly string[],
  limit: number
): boolean {
  let exhaustive = origins.exhaustive && headers.exhaustive;
  for (const { origin, rules } of origins.classes.sort(byLikeness)) {
    const { lists, exhaustive: all } = headerLists(headers.classes, rules);
    exhaustive &&= all && comparison.calls <= limit;
    if (comparison.calls > limit) break;
    for (const method of methods) comparison.ask(origin, method, lists);
  }
  return exhaustive;
}
