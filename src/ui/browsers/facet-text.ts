import type { EngineColumn, EngineComparison, EngineFacet } from '#engine/compare';
import { m } from '../../paraglide/messages.js';
import { inSentence, list } from '../../words/list.ts';
import { say } from '../../words/say.ts';

const listText = (names: readonly string[], none: string): string =>
  names.length === 0 ? none : names.join(', ');

/** Each facet's value in a few words. */
const TEXTS: { [F in EngineFacet]: (value: EngineColumn['facets'][F]) => string } = {
  outcome: (outcome) => m[`stores.outcome.${outcome}`](),
  cause: (cause) => (cause === null ? m['engine.value.cause.none']() : say.cause(cause).what),
  asks: (asks) => {
    if (asks === null) return m['engine.value.asks.none']();
    const { method, headers } = asks;
    return headers.length === 0
      ? m['engine.value.asks.method']({ method })
      : m['engine.value.asks.headers']({ method, headers: headers.join(', ') });
  },
  dropped: (names) => listText(names, m['engine.value.dropped.none']()),
  check: (step) => (step === null ? m['engine.value.check.passes']() : say.step(step)),
  readable: (names) =>
    names === null
      ? m['engine.value.readable.none']()
      : listText(names, m['engine.value.readable.no-header']()),
  keeps: (seconds) => {
    if (seconds === null) return m['engine.value.keeps.none']();
    return seconds === 0 ? m['engine.value.keeps.zero']() : m['engine.value.keeps']({ seconds });
  }
};

function textIn<F extends EngineFacet>(facet: F, { facets }: EngineColumn): string {
  return TEXTS[facet](facets[facet]);
}

/** The value of one facet in one engine. */
export const facetText = (facet: EngineFacet, column: EngineColumn): string =>
  textIn(facet, column);

const named = (facets: readonly EngineFacet[]): string =>
  list(facets.map((facet) => inSentence(m[`engine.facet.${facet}`]())));

/** Do the browsers agree, and if not, in what. */
export function summaryText({ differing, besideStandard }: EngineComparison): string {
  if (differing.includes('outcome')) return m['engine.compare.differ-outcome']();
  if (differing.length > 0) return m['engine.compare.differ']({ facets: named(differing) });
  return besideStandard.length > 0
    ? m['engine.compare.agree-beside']({ facets: named(besideStandard) })
    : m['engine.compare.agree']();
}
