import { scrubAddresses, scrubCall, scrubHeaders, scrubUrl } from '../secrets/index.ts';
import type { Exchange, Verdict } from './verdict.ts';

/** Args that are an address, also where they cannot be read as one. */
const ADDRESSES: ReadonlySet<string> = new Set(['url', 'location']);

/**
 * A verdict fit to be printed, copied or passed on: what it says of the call is scrubbed, in its cause, its steps, its requests and
 * answers, and the console's line. The mend is of the rules and stays.
 */
export function withoutSecrets(verdict: Verdict): Verdict {
  const { cause, inferred, browser, exchanges, stages, callMend } = verdict;
  return {
    ...verdict,
    cause: scrubbed(cause),
    inferred: scrubbed(inferred),
    stages: scrubbed(stages),
    browser: { ...browser, console: scrubbed(browser.console) },
    exchanges: exchanges.map(scrubExchange),
    callMend: callMend && { ...callMend, request: scrubCall(callMend.request).value }
  };
}

const scrubExchange = ({ request, response, trace, ...rest }: Exchange): Exchange => ({
  ...rest,
  request: {
    ...request,
    path: scrubUrl(request.path).value,
    headers: scrubHeaders(request.headers).value
  },
  response: { ...response, headers: scrubHeaders(response.headers).value },
  trace: scrubbed(trace)
});

/** The same value, with every address in its texts scrubbed. */
function scrubbed<T>(value: T, name = ''): T {
  if (typeof value === 'string')
    return (ADDRESSES.has(name) ? scrubUrl(value) : scrubAddresses(value)).value as T;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each: unknown) => scrubbed(each, name)) as T;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, scrubbed<unknown>(each, key)])
  ) as T;
}
