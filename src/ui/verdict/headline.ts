import { reasonOf, type Verdict } from '#engine';
import { m } from '../../paraglide/messages.js';
import { say } from '../../words/say.ts';
import type { JudgedDocument } from '../document.ts';

/** What, why and what to do, of any verdict. */
export interface Headline {
  what: string;
  why: string;
  do: string;
}

/** The sentences of the banner. An allowed call has no cause, so its sentences are the page's own. */
export function headlineOf({ verdict, request }: JudgedDocument): Headline {
  if (verdict.cause !== null) return { ...say.cause(verdict.cause), do: say.remedy(verdict) };
  if (isSameOrigin(verdict))
    return {
      what: m['panel.allowed.same-origin.what'](),
      why: m['panel.allowed.same-origin.why'](),
      do: ''
    };
  const rule = (verdict.rule ?? 0) + 1;
  const names = request.needs.join(', ');
  return {
    what:
      names === ''
        ? m['panel.allowed.what']({ rule })
        : m['panel.allowed.what-reads']({ rule, names }),
    why: verdict.exchanges.length > 1 ? m['panel.allowed.why']() : m['panel.allowed.why-simple'](),
    do: ''
  };
}

/** Status and error code of the last answer, as the store words it; null where nothing was sent. */
export function statusOf({ exchanges }: Verdict): string | null {
  const last = exchanges.at(-1);
  if (last === undefined) return null;
  const { status } = last.response;
  return `${status} ${last.trace.decision.error?.code ?? reasonOf(status)}`.trim();
}

function isSameOrigin({ stages }: Verdict): boolean {
  return stages.some(({ steps }) => steps.some(({ code }) => code === 'same-origin'));
}
