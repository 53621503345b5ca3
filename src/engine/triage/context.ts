import { planRequest, type Plan } from '../3-browser/index.ts';
import type { Target } from '../3-browser/url.ts';
import type { PageRequest, RuleSet, WireRequest } from '../model.ts';
import type { Provider } from '../providers/provider.ts';

/** A call, and the store that is meant to answer it. */
export interface TriageInput {
  provider: Provider;
  ruleSet: RuleSet;
  request: PageRequest;
}

/** What a reason is weighed by: a call that leaves the browser for another origin. */
export interface Context extends TriageInput {
  plan: Plan;
  target: Target;
  /** Host name of the address, without its port. */
  hostname: string;
  actual: WireRequest;
}

/** Null for a call that is not sent, or that needs no CORS: then something else is wrong, and the verdict says it. */
export function contextOf(input: TriageInput): Context | null {
  const plan = planRequest(input.request);
  const { target, actual, crossOrigin } = plan;
  if (target === null || actual === null || !crossOrigin) return null;
  return { ...input, plan, target, actual, hostname: new URL(target.href).hostname };
}
