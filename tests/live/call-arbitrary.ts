/** One call of a page: what the script says, to whom, and who answers. */
import fc from 'fast-check';
import { PAGE_KINDS, type LiveCall, type Script } from './call.ts';
import { anyFetch, anyXhr, mixed, of, plainFetch, plainXhr } from './script-arbitrary.ts';
import { answers, redirects, store } from './server-arbitrary.ts';

const kind = of(...PAGE_KINDS, 'localhost', 'localhost');
const url = mixed(
  [24, of('$target/c/$id')],
  [8, of('$named/c/$id', '$third/c/$id')],
  [4, of('$target/c/$id?a=1&b=%20x', '$target/c/$id#part', '$target/c/$id/a%2Fb/../é')],
  [
    1,
    of(
      '$keyed/c/$id',
      'ftp://a.test/c/$id',
      'foo:/c/$id',
      'http://[/c/$id',
      'data:text/html,/c/$id'
    )
  ]
);
const needs = fc.uniqueArray(
  of('ETag', 'x-amz-request-id', 'Content-Type', 'Date', 'Set-Cookie', 'X-A'),
  {
    maxLength: 3
  }
);
const scripted = mixed<LiveCall['server']>(
  [3, answers.map((both) => ({ ...both, hops: {} }))],
  [2, redirects]
);

const asked = (
  api: LiveCall['api'],
  script: fc.Arbitrary<Script>,
  server: fc.Arbitrary<LiveCall['server']>,
  second: fc.Arbitrary<Script | null>
): fc.Arbitrary<LiveCall> =>
  fc.record({ kind, api: fc.constant(api), url, script, server, second, needs });

const none = fc.constant(null);
/** A second call is most telling where it is the first again, or nearly. */
const again = asked(
  'fetch',
  plainFetch,
  mixed<LiveCall['server']>([1, store], [3, scripted]),
  none
).chain((call) =>
  mixed(
    [2, fc.constant(call.script)],
    [1, plainFetch.map(({ method }) => ({ ...call.script, ...(method && { method }) }))],
    [1, plainFetch.map(({ headers }) => ({ ...call.script, ...(headers && { headers }) }))],
    [1, of('no-store', 'reload', 'no-cache').map((cache) => ({ ...call.script, cache }))],
    [1, plainFetch]
  ).map((second) => ({ ...call, second }))
);

/**
 * Chromium follows a `keepalive` call outside of the page. Without CORS it asks even where the page then takes no answer (an
 * address with a user name) or none but the first (redirects by hand). Those requests are not predicted, and not made here.
 */
function withoutKept(call: LiveCall): LiveCall {
  const { keepalive, ...script } = call.script;
  const leads = JSON.stringify(call.server).includes('"Location"');
  return keepalive && leads && script.mode === 'no-cors' ? { ...call, script } : call;
}

export const liveCall: fc.Arbitrary<LiveCall> = mixed(
  [8, asked('fetch', plainFetch, store, none)],
  [3, asked('xhr', plainXhr, store, none)],
  [5, asked('fetch', anyFetch, scripted, none).map(withoutKept)],
  [3, asked('xhr', anyXhr, scripted, none)],
  [2, asked('fetch', plainFetch, scripted, none)],
  [3, again]
);
