import { askingOf, type Asking } from '../3-browser/fetch/asking.ts';
import { standard } from '../3-browser/engines/standard.ts';
import type { Target } from '../3-browser/url/target.ts';
import type { PageRequest, RuleSet } from '../model.ts';
import type { Provider } from '../providers/providers.ts';

/** A call, and the store that is meant to answer it. */
export interface TriageInput {
  provider: Provider;
  ruleSet: RuleSet;
  request: PageRequest;
}

/** What a reason is weighed by: a call that leaves the browser for another origin. */
export interface Context extends TriageInput {
  asking: Asking;
  target: Target;
  /** Host name of the address, without its port. */
  hostname: string;
}

/** Null for a call that is not sent, or that needs no CORS: then something else is wrong, and the verdict says it. */
export function contextOf(input: TriageInput): Context | null {
  const asking = askingOf(input.request, false, standard.rules);
  if (asking === null || !asking.crossOrigin) return null;
  const { target } = asking.request;
  return { ...input, asking, target, hostname: new URL(target.href).hostname };
}
