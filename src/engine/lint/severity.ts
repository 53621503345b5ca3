/** Written values that the store does not take as their writer most likely meant them. */
import type { LintContext, FindingPlace } from './check.ts';
import type { Severity } from './finding.ts';
import { isTidy, meantOrigin } from './origin-shape.ts';
import { eachValue, replaceBy, type PlacedValue } from './visit.ts';

/** What nothing in the world sends. */
const NEVER: Severity = { effect: 'unmatched', level: 'error' };

/** What becomes of an origin; null where the store takes the one that was meant. */
export function originSeverity({ probe }: LintContext, value: string): Severity | null {
  const meant = meantOrigin(value);
  if (meant !== null) return probe.origin(value, meant);
  return probe.refuses({ allowedOrigins: [value] }) ? { effect: 'refused', level: 'error' } : NEVER;
}

/** What becomes of a value of any list that was meant to be `mended`. */
export function severityOf(
  context: LintContext,
  { field, value }: Pick<PlacedValue, 'field' | 'value'>,
  mended: string
): Severity | null {
  const { probe } = context;
  switch (field) {
    case 'allowedOrigins':
      return originSeverity(context, mended) === null
        ? probe.origin(value, meantOrigin(mended) ?? mended)
        : originSeverity(context, value);
    case 'allowedMethods':
      return probe.method(value, mended.toUpperCase());
    case 'allowedHeaders':
      return probe.header(value, mended.replace(/\*/g, 'w').toLowerCase());
    case 'exposeHeaders':
      return probe.refuses({ exposeHeaders: [value] })
        ? { effect: 'refused', level: 'error' }
        : null;
  }
}

/**
 * Reports every tidy origin that has the fault which `mend` takes away, unless the store takes what was meant all the same.
 * `mend` gives null where the fault is not there.
 */
export function eachOriginFault(
  context: LintContext,
  mend: (value: string) => string | null,
  report: (visited: PlacedValue, mended: string, place: FindingPlace) => void
): void {
  eachValue(context, 'allowedOrigins', (visited) => {
    const { value, span, at } = visited;
    const mended = isTidy(value) ? mend(value) : null;
    if (mended === null || mended === value) return;
    const severity = originSeverity(context, value);
    if (severity === null) return;
    report(visited, mended, { span, rule: at, ...severity, mend: replaceBy(visited, mended) });
  });
}
