import { isLoopback, readTarget } from '../3-browser/url/target.ts';

/** How private an address is, from the public net to the own machine. */
const SPACES = ['public', 'local', 'loopback'] as const;
type Space = (typeof SPACES)[number];

/** The private ranges of RFC 1918 and RFC 4193, and those of a single link. Names as the URL parser gives them. */
function isLocal(hostname: string): boolean {
  if (hostname.startsWith('[')) return /^\[f[cd][0-9a-f]{2}:|^\[fe[89ab][0-9a-f]:/.test(hostname);
  if (/^[\d.]+$/.test(hostname)) {
    const [first = 0, second = 0] = hostname.split('.').map(Number);
    if (first === 10 || (first === 172 && second >= 16 && second <= 31)) return true;
    return (first === 192 && second === 168) || (first === 169 && second === 254);
  }
  return !hostname.includes('.') || hostname.endsWith('.local') || hostname.endsWith('.internal');
}

/**
 * The space of a host name. A name may resolve to another one, which only a look-up tells.
 * https://wicg.github.io/local-network-access/#ip-address-space-section
 */
export function spaceOf(hostname: string): Space {
  if (isLoopback(hostname)) return 'loopback';
  return isLocal(hostname) ? 'local' : 'public';
}

/** True where a page calls into a space more private than its own. */
export function callsInward(origin: string, hostname: string): boolean {
  const page = readTarget(origin);
  const from = page === null ? 'public' : spaceOf(new URL(page.origin).hostname);
  return SPACES.indexOf(spaceOf(hostname)) > SPACES.indexOf(from);
}

/** Hosts of content delivery networks, by the end of their names. */
const CDN_SUFFIXES = [
  '.akamaized.net',
  '.azureedge.net',
  '.azurefd.net',
  '.b-cdn.net',
  '.cloudfront.net',
  '.fastly.net'
];

/** Whether a host name says that a content delivery network answers. */
export const isCdn = (hostname: string): boolean =>
  CDN_SUFFIXES.some((suffix) => hostname.endsWith(suffix)) || hostname.split('.').includes('cdn');

/**
 * Whether the endpoint is one of all regions, which redirects to the bucket's own while that is young.
 * https://github.com/boto/boto3/issues/421
 */
export const isGlobalEndpoint = (hostname: string): boolean =>
  hostname === 's3.amazonaws.com' || hostname.endsWith('.s3.amazonaws.com');

/** Whether a label stands twice at the start: an SDK was given an endpoint that holds the bucket already. */
export function isBucketTwice(hostname: string): boolean {
  const [first, second] = hostname.split('.');
  return first !== undefined && first !== '' && first === second && spaceOf(hostname) === 'public';
}

/** Query parameters, lower case, in which a signature stands. */
const SIGNATURES: ReadonlySet<string> = new Set([
  'q-signature',
  'sig',
  'signature',
  'x-amz-signature',
  'x-goog-signature',
  'x-obs-signature',
  'x-oss-signature'
]);

/** Whether an address carries its own signature. */
export const isSigned = (url: string): boolean =>
  [...new URL(url).searchParams.keys()].some((name) => SIGNATURES.has(name.toLowerCase()));
