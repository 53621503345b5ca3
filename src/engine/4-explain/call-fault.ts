/** What is wrong with a call itself, so that no change of the rules is its mend. */
import type { Coded, PageRequest } from '../model.ts';
import { parseUrl } from '../3-browser/url/parse-url.ts';
import type { Endpoint } from '../endpoints/endpoint.ts';
import { methodMeant } from './method-slip.ts';

/** The closed set of mistakes in a call, each with the args that its sentence names. */
export interface CallFaultArgs {
  /** A script sets headers that only an answer has. */
  'answer-header-sent': { headers: string[] };
  /** What a mistake in a script makes of a list or a missing value. */
  'header-accidental': { headers: string[] };
  /** `parameter` of the address holds the signature. */
  'authorization-beside-signature': { parameter: string };
  /** Browsers put the commonest methods into capitals, and leave the others as they are. */
  'method-lower-case': { method: string; meant: string };
  'method-misspelt': { method: string; meant: string };
  /** `name` answers at the address; the bucket of these rules is at `host`. */
  'address-beside-bucket': { name: string; host: string };
}

export type CallFault = Coded<CallFaultArgs>;

/** The call without its mistakes. */
export interface CallMend {
  /** At least one. */
  faults: CallFault[];
  request: PageRequest;
}

/** Query parameters by which an address carries its own signature, in small letters. */
const SIGNATURES: ReadonlySet<string> = new Set([
  'x-amz-signature',
  'x-goog-signature',
  'x-oss-signature',
  'x-tos-signature',
  'x-obs-signature',
  'signature',
  'sig',
  'ossaccesskeyid',
  'q-signature',
  'temp_url_sig'
]);

/** The parameter of an address that signs it; undefined where none does. */
const signatureIn = (url: string): string | undefined =>
  [...(parseUrl(url)?.searchParams.keys() ?? [])].find((name) =>
    SIGNATURES.has(name.toLowerCase())
  );

/** An index of a list, or a word for nothing. */
const ACCIDENT = /^(\d+|undefined|null|nan)$/;

/** The mistakes among the names `unsafe`, in small letters, of headers that the call sets. */
function headerFaults({ url }: PageRequest, unsafe: readonly string[]): CallFault[] {
  const faults: CallFault[] = [];
  const ofAnswers = unsafe.filter((name) => name.startsWith('access-control-'));
  if (ofAnswers.length > 0)
    faults.push({ code: 'answer-header-sent', args: { headers: ofAnswers } });
  const accidental = unsafe.filter((name) => ACCIDENT.test(name));
  if (accidental.length > 0)
    faults.push({ code: 'header-accidental', args: { headers: accidental } });
  const parameter = unsafe.includes('authorization') ? signatureIn(url) : undefined;
  if (parameter !== undefined)
    faults.push({ code: 'authorization-beside-signature', args: { parameter } });
  return faults;
}

/** The names that a fault takes off the call. */
const namesOf = ({ code, args }: CallFault): readonly string[] => {
  if (code === 'authorization-beside-signature') return ['authorization'];
  return 'headers' in args ? args.headers : [];
};

/** The names among `unsafe`, in small letters, that the call should not set. */
export const headersAtFault = (request: PageRequest, unsafe: readonly string[]): string[] =>
  headerFaults(request, unsafe).flatMap(namesOf);

/** The call as it should be, headers first; null where nothing is wrong with it. */
export function mendOfCall(
  request: PageRequest,
  /** Names that need a preflight, in small letters. */
  unsafe: readonly string[],
  /** As the browser sends it. */
  method: string,
  /** The methods that the store's rules may allow. */
  known: readonly string[]
): CallMend | null {
  const faults = headerFaults(request, unsafe);
  const wrong = new Set(faults.flatMap(namesOf));
  const headers = request.headers.filter(([name]) => !wrong.has(name.trim().toLowerCase()));
  const meant = known.includes(method) ? null : methodMeant(method, known);
  if (meant !== null) {
    const code = meant === method.toUpperCase() ? 'method-lower-case' : 'method-misspelt';
    faults.push({ code, args: { method, meant } });
  }
  if (faults.length === 0) return null;
  return { faults, request: { ...request, headers, method: meant ?? request.method } };
}

/**
 * The same call at the bucket's own address; null where that is not known from the one it is sent to, and for a read through a
 * network that is there to be read from.
 */
export function mendOfAddress(
  request: PageRequest,
  { kind, bucketHost, name, host }: Endpoint
): CallMend | null {
  if (kind === 'cdn' && /^(GET|HEAD)$/i.test(request.method)) return null;
  const url = parseUrl(request.url);
  if (bucketHost === null || url === null || url.pathname === '/') return null;
  url.protocol = 'https:';
  url.host = bucketHost;
  return {
    faults: [{ code: 'address-beside-bucket', args: { name: name ?? host, host: bucketHost } }],
    request: { ...request, url: url.href }
  };
}
