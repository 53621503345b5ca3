/** A rule and a request with nothing out of the ordinary: what a question to a store changes in one place. */
import type { Header, PlainRule, WireRequest } from '../model.ts';

/** The page's origin where a question is about something else. */
export const ORIGIN = 'https://a.test';

/** A rule that every store takes, as far as its format can say it. */
export const ORDINARY: PlainRule = {
  id: 'rule-1',
  allowedOrigins: [ORIGIN],
  allowedMethods: ['GET', 'PUT'],
  allowedHeaders: ['x-a'],
  exposeHeaders: [],
  maxAgeSeconds: '600'
};

const request = (method: string, headers: readonly Header[]): WireRequest => ({
  method,
  host: 'bucket.test',
  path: '/key',
  headers
});

/** What a preflight asks for; a header that is null, or a list of none, is not sent. */
export interface Asked {
  origin: string | null;
  method: string | null;
  headers: readonly string[];
}

export function preflight({ origin, method, headers }: Asked): WireRequest {
  const lines: [string, string | null][] = [
    ['Origin', origin],
    ['Access-Control-Request-Method', method],
    ['Access-Control-Request-Headers', headers.length === 0 ? null : headers.join(',')]
  ];
  const sent = lines.flatMap(([name, value]): Header[] => (value === null ? [] : [[name, value]]));
  return request('OPTIONS', sent);
}

/** A plain call; an origin that is null is not sent. */
export const actual = (origin: string | null, method = 'GET'): WireRequest =>
  request(method, origin === null ? [] : [['Origin', origin]]);
