import { rawRequest, rawResponse, type Exchange, type HeaderTrace, type Span } from '#engine';
import { m } from '../../../paraglide/messages.js';
import { say } from '../../../words/say.ts';
import { around } from '../spans.ts';

/** One header on the wire, and what there is to say of it. */
interface WireLine {
  /** As on the wire, to the byte. */
  name: string;
  value: string;
  /** What a header of this name does. */
  does: string;
  /** Why it has this value; null where no rule made it. */
  made: string | null;
  span: Span | null;
}

/** A message as it is on the wire: joined by CRLF, its parts give the raw message again. */
export interface WireMessage {
  start: string;
  lines: WireLine[];
  body: string;
}

export const requestMessage = ({ request, stage }: Exchange): WireMessage =>
  split(rawRequest(request), [], (name) => {
    if (name === 'Host') return m['panel.wire.host']();
    return stage === 'preflight' ? m['panel.wire.by-browser']() : m['panel.wire.by-script']();
  });

export const responseMessage = ({ response, trace }: Exchange): WireMessage =>
  split(rawResponse(response), trace.answer, () => m['panel.wire.by-store']());

const CRLF = '\r\n';

function split(
  raw: string,
  answer: readonly HeaderTrace[],
  otherwise: (name: string) => string
): WireMessage {
  const end = raw.indexOf(CRLF + CRLF);
  const [start = '', ...headers] = raw.slice(0, end).split(CRLF);
  const made = [...answer];
  const lines = headers.map((header): WireLine => {
    const colon = header.indexOf(':');
    const name = header.slice(0, colon);
    // A header may stand twice: each trace explains one line.
    const at = made.findIndex((trace) => trace.header === name);
    const [traced] = at === -1 ? [] : made.splice(at, 1);
    return {
      name,
      value: header.slice(colon + 1),
      does: say.header(name) ?? otherwise(name),
      made: traced ? say.step(traced.step) : null,
      span: around(traced?.step.spans ?? [])
    };
  });
  return { start, lines, body: raw.slice(end + 2 * CRLF.length) };
}
