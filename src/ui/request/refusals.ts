import type { Verdict } from '#engine';

/** The request headers, lower case, that the verdict says are refused: by the bucket, its answer or the browser. */
export function refusedHeaders(verdict: Verdict | null): ReadonlySet<string> {
  const { cause } = verdict ?? { cause: null };
  switch (cause?.code) {
    case 'header-not-allowed':
    case 'header-not-in-answer':
      return new Set(cause.args.headers.map((name) => name.toLowerCase()));
    case 'header-invalid':
      return new Set([cause.args.header.toLowerCase()]);
    default:
      return new Set();
  }
}

/**
 * What became of the response headers that the script needs: names in lower case, true where it can read them.
 * A header can be readable without being in this answer. Empty where the script gets no answer.
 */
export function neededHeaders(verdict: Verdict | null): ReadonlyMap<string, boolean> {
  const steps = verdict?.stages.find(({ stage }) => stage === 'script')?.steps ?? [];
  const needed = new Map<string, boolean>();
  for (const step of steps) {
    if (step.code === 'needed-readable') needed.set(step.args.header.toLowerCase(), true);
    if (step.code === 'needed-unreadable' || step.code === 'needed-forbidden')
      needed.set(step.args.header.toLowerCase(), false);
  }
  return needed;
}
