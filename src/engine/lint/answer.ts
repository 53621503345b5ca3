import { headerOf } from '../2-bucket/question.ts';
import type { LintContext } from './check.ts';

/** How a store answers a page by an allowed origin. */
export interface AllowOriginAnswer {
  /** The star itself, the page's own origin, or nothing. */
  origin: 'star' | 'echo' | null;
  credentials: boolean;
}

const PAGE = 'https://w.example';

/** How the store answers a call from some page by a rule that allows `value`. */
export function answerTo({ probe }: LintContext, value: string): AllowOriginAnswer {
  const { headers } = probe.actual({ allowedOrigins: [value] }, PAGE);
  const allowed = headerOf(headers, 'access-control-allow-origin');
  const credentials = headerOf(headers, 'access-control-allow-credentials') === 'true';
  return { origin: allowed === '*' ? 'star' : allowed === PAGE ? 'echo' : null, credentials };
}
