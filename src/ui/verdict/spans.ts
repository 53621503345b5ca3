import type { Span } from '#engine';

/** The smallest span that holds them all; null where there are none. */
export function around(spans: readonly Span[]): Span | null {
  if (spans.length === 0) return null;
  return {
    from: Math.min(...spans.map(({ from }) => from)),
    to: Math.max(...spans.map(({ to }) => to))
  };
}
