import type { WireRequest } from '#engine';
import type { BrowserCase } from '../../src/engine/3-browser/replay/case.ts';
import { openBrowser, type Browser, type Said } from './browser.ts';
import { PAGE_KINDS, placed, type LiveCall, type PageKind } from './call.ts';
import { answererOf, caseOf } from './predict.ts';
import type { Done } from './script.ts';
import { openSite, type Site } from './site.ts';

/** What came of one call in the browser. */
export interface Observed {
  id: string;
  /** As generated, and with its places filled in. */
  call: LiveCall;
  asked: LiveCall;
  live: BrowserCase;
  received: WireRequest[];
  done: Done;
  said: Said;
}

/** Lines of the console come by another way than the calls' results. */
const SETTLING_MS = 500;
/** So many calls go to a page at once. */
const BATCH = 200;
/** So many of them are under way together. */
const LANES = 6;

/** Makes all calls in a real browser against real servers. */
export async function observe(
  calls: readonly LiveCall[]
): Promise<{ observed: Observed[]; version: string }> {
  const site = await openSite();
  const browser = await openBrowser(site.places);
  const prepared = calls.map((call, at) => prepare(call, `n${at}`, site));
  const done = new Map<string, Done>();
  const of = (kind: PageKind, sync: boolean) =>
    prepared.filter(({ call }) => call.kind === kind && (call.script.sync ?? false) === sync);
  await Promise.all(PAGE_KINDS.map((kind) => callAll(of(kind, false), browser, LANES, done)));
  // A script that waits holds up every page of its process, and with them the connections that it may be waiting for.
  for (const kind of PAGE_KINDS) await callAll(of(kind, true), browser, 1, done);
  await new Promise((settled) => setTimeout(settled, SETTLING_MS));
  await browser.close();
  site.close();
  const observed = prepared.map(({ id, ...rest }): Observed => {
    const result = done.get(id);
    if (result === undefined) throw new Error(`${id} was not made`);
    const received = site.received.get(id) ?? [];
    const said = browser.said.get(id) ?? { lines: [], refusals: [] };
    return { id, ...rest, received, done: result, said };
  });
  return { observed, version: browser.version };
}

type Prepared = Pick<Observed, 'id' | 'call' | 'asked' | 'live'>;

function prepare(call: LiveCall, id: string, site: Site): Prepared {
  const asked = placed(call, site.places, id);
  const live = caseOf(asked, id, site.places.pages[call.kind]);
  site.answerers.set(id, answererOf(asked, live));
  return { id, call, asked, live };
}

/** Calls of one page, so many at once. */
async function callAll(
  prepared: Prepared[],
  browser: Browser,
  lanes: number,
  done: Map<string, Done>
) {
  for (let from = 0; from < prepared.length; from += BATCH) {
    const batch = prepared.slice(from, from + BATCH);
    const [first] = batch;
    if (first === undefined) return;
    const orders = batch.map(({ asked: { api, url, script, second } }) => ({
      api,
      url,
      script,
      second
    }));
    const results = await browser.call(first.call.kind, orders, lanes);
    for (const [at, { id }] of batch.entries()) {
      const result = results[at];
      if (result !== undefined) done.set(id, result);
    }
  }
}
