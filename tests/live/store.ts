import {
  DEFAULT_FACTS,
  providerById,
  readRules,
  type Header,
  type Provider,
  type ReadResult,
  type ServerStamp,
  type WireRequest,
  type WireResponse,
  writeIn
} from '#engine';
import { ruleAt } from '../../src/engine/1-read/plain.ts';
import { valueAt } from '../../src/engine/1-read/plain.ts';
import type { Store } from './call.ts';

export const STAMP: ServerStamp = {
  date: 'Thu, 01 Jan 2026 00:00:00 GMT',
  requestId: 'a'.repeat(16),
  traceId: 'b'.repeat(32)
};

/** What stands in an answer for a header that is the object's own. A date to come keeps the answer out of the HTTP cache. */
const OBJECT: Record<string, string> = {
  'content-length': '0',
  'content-type': 'text/plain',
  'last-modified': 'Fri, 01 Jan 2100 00:00:00 GMT',
  etag: '"x"'
};

/** The rules in the store's own format, as a person would paste them. */
export function rulesOf({ provider, rules }: Store): {
  provider: Provider;
  text: string;
  read: ReadResult;
} {
  const store = providerById(provider);
  const ruleSet = {
    rules: rules.rules.map((rule) => ruleAt(rule, 0)),
    responseVary: rules.responseVary === null ? null : valueAt(String(rules.responseVary), 0)
  };
  const [format] = store.formats;
  const text = format === undefined ? '' : writeIn(ruleSet, format).text;
  return { provider: store, text, read: readRules(text) };
}

/** What the store answers. */
export function storeServer(store: Store): (request: WireRequest) => WireResponse {
  const { provider, read } = rulesOf(store);
  const compiled = provider.compile(read.ruleSet);
  const facts = { ...DEFAULT_FACTS, ...store.facts };
  return (request) =>
    complete(provider.respond(provider.decide(compiled, request, facts), request, STAMP));
}

/** The answer with a value for what is the object's own, and with a length, without which a connection could not go on. */
function complete({ status, headers, body }: WireResponse): WireResponse {
  const told = headers.map(([name, value]): Header => [
    name,
    value === '…' ? (OBJECT[name.toLowerCase()] ?? 'x') : value
  ]);
  const hasLength = told.some(([name]) => name.toLowerCase() === 'content-length');
  const isBare = status === 204 || status === 304;
  if (!hasLength && !isBare) told.push(['Content-Length', String(Buffer.byteLength(body))]);
  return { status, headers: told, body };
}
