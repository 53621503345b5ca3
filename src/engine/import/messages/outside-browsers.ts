import { line, type ConsoleLine } from '../../3-browser/engines/console-line.ts';
import type { KnownLine } from './known-line.ts';
import type { SymptomCode } from '../symptom.ts';

const says = (
  known: ConsoleLine,
  causes: readonly SymptomCode[] = ['not-a-browser']
): KnownLine => ({ kind: 'script-error', engine: null, line: known, causes });

/** What programs say that are no browser, so that CORS has no part in their failures: Node, mini programs, React Native, Python, Java, Go. */
export const OUTSIDE_BROWSERS: readonly KnownLine[] = [
  says(line`TypeError: fetch failed`),
  says(line`node:internal/deps/undici`),
  says(line`Error: connect ECONNREFUSED ${'host'}`),
  says(line`Error: connect ETIMEDOUT ${'host'}`),
  says(line`Error: read ECONNRESET`),
  says(line`Error: socket hang up`),
  says(line`Error: getaddrinfo ENOTFOUND ${'host'}`),
  says(line`Error: getaddrinfo EAI_AGAIN ${'host'}`),
  says(line`UND_ERR_CONNECT_TIMEOUT`),
  says(line`FetchError: request to ${'url'} failed, reason: ${'reason'}`),
  // WeChat's and others' mini programs
  says(line`request:fail url not in domain list`),
  says(line`request:fail url not in user domain list`),
  says(line`uploadFile:fail url not in domain list`),
  says(line`uploadFile:fail url not in user domain list`),
  says(line`downloadFile:fail url not in domain list`),
  says(line`request:fail ${'reason'}`),
  says(line`uploadFile:fail ${'reason'}`),
  says(line`downloadFile:fail ${'reason'}`),
  says(line`不在以下 request 合法域名列表中`),
  says(line`不在以下 uploadFile 合法域名列表中`),
  says(line`不在以下 downloadFile 合法域名列表中`),
  // React Native, and fetch where it is made up from XMLHttpRequest
  says(line`TypeError: Network request failed`, ['not-a-browser', 'call-failed']),
  // Python, Java, Go
  says(line`requests.exceptions.ConnectionError`),
  says(line`botocore.exceptions.EndpointConnectionError`),
  says(line`urllib3.exceptions.MaxRetryError`),
  says(line`java.net.UnknownHostException`),
  says(line`java.net.ConnectException`),
  says(line`dial tcp: lookup ${'host'}: no such host`),
  says(line`SocketException: Failed host lookup: '${'host'}'`)
];
