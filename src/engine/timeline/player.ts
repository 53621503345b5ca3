import { actualRequest } from '../3-browser/request/actual.ts';
import { checkCors } from '../3-browser/check/check-cors.ts';
import type { CachedPreflight } from '../3-browser/fetch/preflight-cache.ts';
import { serialiseOrigin } from '../3-browser/url/origin.ts';
import { readTarget } from '../3-browser/url/target.ts';
import type { CompiledRules } from '../2-bucket/compiled.ts';
import { documented } from '../2-bucket/evidence.ts';
import type { Scene } from '../4-explain/story.ts';
import type { RuleSet, WireResponse } from '../model.ts';
import type { Act, CacheSetup } from './plan.ts';
import { askingOf, type Asking } from '../3-browser/fetch/asking.ts';
import { CacheChain, type ChainResponse, type Tell } from './cache-chain.ts';
import type { Moment } from './moment.ts';
import { playPreflight } from './play-preflight.ts';
import { siteOf } from './site.ts';

/** A store and a browser, without the rules that are in force. */
export interface PlayerSetting extends Omit<Scene, 'compiled'> {
  /** The store's own compiler, which need not be asked twice for the same rules. */
  compile(ruleSet: RuleSet): CompiledRules;
}

/** How a call ends. */
export interface CallEnd {
  /** The page gets its answer. */
  passes: boolean;
  /** The actual request reached the bucket. */
  carriedOut: boolean;
  /** When the last kept thing that decided the call is no longer used, in seconds; null where nothing kept did. */
  until: number | null;
}

type ElementAct = Extract<Act, { kind: 'element' }>;
type CallAct = Extract<Act, { kind: 'call' }>;

const CHECK = documented('https://fetch.spec.whatwg.org/#concept-cors-check');
const SENDS = documented('https://fetch.spec.whatwg.org/#append-a-request-origin-header');
const PLANS = documented('https://fetch.spec.whatwg.org/#main-fetch');
const CROSSORIGIN = documented('https://html.spec.whatwg.org/#create-a-potential-cors-request');

const NOT_SENT: CallEnd = { passes: false, carriedOut: false, until: null };

const later = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.max(one, other);

/** Plays acts one after the other and notes every moment. Its caches are empty at first. */
export class Player {
  readonly moments: Moment[] = [];
  readonly #stage: PlayerSetting;
  readonly #line: CacheChain;
  #compiled: CompiledRules;
  #preflights: readonly CachedPreflight[] = [];
  #now = 0;

  constructor(stage: PlayerSetting, ruleSet: RuleSet, between: CacheSetup) {
    this.#stage = stage;
    this.#compiled = stage.compile(ruleSet);
    this.#line = new CacheChain(between, this.#tell);
  }

  /** Plays one act; how a call ends, null for the others. */
  play(act: Act): CallEnd | null {
    this.#now = act.at;
    switch (act.kind) {
      case 'rules':
        this.#changeRules(act.ruleSet);
        return null;
      case 'element':
        this.#show(act);
        return null;
      case 'call':
        return this.#call(act);
    }
  }

  readonly #tell: Tell = (who, code, args, outcome, fact, { request, answer } = {}) => {
    const at = this.#now;
    const wire = { request: request ?? null, answer: answer ?? null };
    const step = { code, args, outcome, spans: [], ...fact };
    this.moments.push({ ...step, at, who, ...wire } as unknown as Moment);
  };

  get #scene(): Scene {
    return { ...this.#stage, compiled: this.#compiled };
  }

  #changeRules(ruleSet: RuleSet): void {
    this.#compiled = this.#stage.compile(ruleSet);
    const code = ruleSet.rules.length === 0 ? 'rules-none' : 'rules-saved';
    this.#tell('owner', code, {}, 'note', PLANS);
  }

  /** https://html.spec.whatwg.org/#update-the-image-data */
  #show({ page, url, crossorigin, elsewhere }: ElementAct): void {
    const { origin } = serialiseOrigin(page);
    const target = readTarget(url);
    if (target === null) return;
    const cors = crossorigin !== null && origin !== target.origin;
    const request = actualRequest({ target, method: 'GET', headers: [] }, origin, cors);
    if (cors)
      this.#tell('page', 'element-asks-cors', { page, origin }, 'note', CROSSORIGIN, { request });
    else {
      const code = elsewhere ? 'element-asks-elsewhere' : 'element-asks';
      this.#tell('page', code, { page }, 'note', CROSSORIGIN, { request });
    }
    const sent = { request, url: target.href, site: siteOf(origin), elsewhere, reload: false };
    const { answer } = this.#line.send(sent, this.#scene, this.#now);
    if (cors) this.#check(answer, origin, crossorigin === 'use-credentials');
    else this.#tell('browser', 'element-shows', {}, 'pass', CROSSORIGIN);
  }

  #call(act: CallAct): CallEnd {
    const { pageOrigin: page } = act.request;
    const asking = askingOf(act.request, act.reload, this.#stage.engine.rules);
    if (asking === null) {
      this.#tell('browser', 'nothing-sent', { page }, 'fail', PLANS);
      return NOT_SENT;
    }
    const { actual, origin, request } = asking;
    const { method, target } = request;
    this.#tell('page', 'page-calls', { page, method }, 'note', SENDS, { request: actual });
    const asked = this.#preflight(asking);
    if (!asked.passes) return asked;
    const sent = { request: actual, url: target.href, site: siteOf(origin), elsewhere: false };
    const arrived = this.#line.send({ ...sent, reload: act.reload }, this.#scene, this.#now);
    return this.#end(asking, arrived, asked.until);
  }

  /** Null `until` where a preflight was asked or none is needed. */
  #preflight(call: Asking): CallEnd {
    if (!call.needed) return { ...NOT_SENT, passes: true };
    const [scene, cache, now] = [this.#scene, this.#preflights, this.#now];
    const { kept, passes, until } = playPreflight({ call, scene, cache, now }, this.#tell);
    if (kept !== null) this.#preflights = [...this.#preflights, kept];
    return { passes, carriedOut: false, until };
  }

  #end(
    asking: Asking,
    { answer, until, reachedBucket }: ChainResponse,
    asked: number | null
  ): CallEnd {
    const end = { carriedOut: reachedBucket, until: later(until, asked) };
    const { crossOrigin, origin, credentialed } = asking;
    if (crossOrigin) return { ...end, passes: this.#check(answer, origin, credentialed) };
    this.#tell('browser', 'same-origin', {}, 'pass', PLANS);
    return { ...end, passes: true };
  }

  /** The CORS check of an answer, wherever it came from. */
  #check(answer: WireResponse, origin: string, credentialed: boolean): boolean {
    const { failure } = checkCors(answer, origin, credentialed);
    const wire = { answer };
    switch (failure?.code) {
      case undefined:
        this.#tell('browser', 'check-passes', { origin }, 'pass', CHECK);
        return true;
      case 'allow-origin-mismatch':
        this.#tell('browser', 'check-differs', failure.args, 'fail', CHECK, wire);
        return false;
      case 'credentials-with-wildcard':
        this.#tell('browser', 'check-wildcard', {}, 'fail', CHECK, wire);
        return false;
      case 'allow-credentials-missing':
        this.#tell('browser', 'check-credentials', failure.args, 'fail', CHECK, wire);
        return false;
      default:
        this.#tell('browser', 'check-missing', {}, 'fail', CHECK, wire);
        return false;
    }
  }
}
