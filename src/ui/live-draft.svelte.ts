import type { Draft } from './document.ts';

/**
 * The document, each part by itself, so that a keystroke in one of them reaches only those who read that part.
 * Out: what is read, and the way to put another document in its place.
 */
export function liveDraft(first: Draft): { draft: Draft; take(next: Draft): void } {
  let provider = $state.raw(first.provider);
  let chosen = $state.raw(first.chosen);
  let rules = $state.raw(first.rules);
  let request = $state.raw(first.request);
  let engine = $state.raw(first.engine);
  const draft: Draft = {
    get provider() {
      return provider;
    },
    get chosen() {
      return chosen;
    },
    get rules() {
      return rules;
    },
    get request() {
      return request;
    },
    get engine() {
      return engine;
    }
  };
  return {
    draft,
    take(next) {
      ({ provider, chosen, rules, request, engine } = next);
    }
  };
}
