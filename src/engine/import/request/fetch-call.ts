import { parseUrl } from '../../3-browser/url/parse-url.ts';
import type { CredentialsMode, Header } from '../../model.ts';

import type { RemovedSecret } from '../../secrets/index.ts';
import { JsReader, type JsValue } from './js-literal.ts';
import { originOfPage, seenRequest } from './seen-request.ts';
import type { ClueReading } from '../symptom.ts';

const CREDENTIALS: readonly CredentialsMode[] = ['omit', 'same-origin', 'include'];

/** `fetch(` with what can be its first argument, so that no sentence about fetch is taken for a call. */
const CALL = /(?:^|[^\w$.]|window\.|globalThis\.|self\.)fetch\(\s*(?=["'`\w])/;

/**
 * A call of `fetch` as JavaScript: DevTools' "Copy as fetch", for browsers and for Node, and what people write.
 * What only running it would tell stays unknown.
 */
export function readFetchCall(text: string): ClueReading {
  const found = CALL.exec(text);
  if (found === null) return { clues: [], problems: [] };
  const from = found.index + found[0].indexOf('fetch(');
  const reader = new JsReader(text, found.index + found[0].length);
  const [address, init] = reader.arguments();
  const url = textOf(address);
  const member = (name: string) => (init?.type === 'object' ? init.members.get(name) : undefined);
  const headers = headersOf(member('headers'));
  const seen = seenRequest({
    url: url !== null && parseUrl(url) !== null ? url : null,
    method: init === undefined ? 'GET' : methodOf(init),
    headers: headers ?? []
  });
  const referrer = textOf(member('referrer'));
  const origin = seen.request.pageOrigin ?? (referrer === null ? null : originOfPage(referrer));
  const credentials = CREDENTIALS.find((mode) => mode === textOf(member('credentials')));
  return {
    clues: [
      {
        kind: 'fetch',
        span: { from, to: reader.at },
        removed: [...seen.removed, ...removedOf(init)],
        headersKnown: headers !== null && (init === undefined || init.type === 'object'),
        request: {
          ...seen.request,
          ...(origin === null ? {} : { pageOrigin: origin }),
          ...(credentials === undefined ? {} : { credentials })
        }
      }
    ],
    problems: []
  };
}

/** A body, and the address of the page, of which its origin is kept. */
function removedOf(init: JsValue | undefined): RemovedSecret[] {
  const length = (name: string) =>
    init?.type === 'object' ? (textOf(init.members.get(name)) ?? '').length : 0;
  return [
    { place: 'body' as const, name: '', length: length('body') },
    { place: 'header' as const, name: 'referrer', length: length('referrer') }
  ].filter((removed) => removed.length > 0);
}

const textOf = (value: JsValue | undefined): string | null =>
  value?.type === 'text' ? value.value : null;

/** GET where none is written; null where it is computed. */
function methodOf(init: JsValue): string | null {
  if (init.type !== 'object') return null;
  const written = init.members.get('method');
  return written === undefined ? 'GET' : textOf(written);
}

/** A header whose value is computed is still sent by that name. Null where the names are computed too. */
function headersOf(value: JsValue | undefined): Header[] | null {
  if (value === undefined) return [];
  if (value.type === 'object')
    return [...value.members].map(([name, written]): Header => [name, textOf(written) ?? '']);
  if (value.type !== 'list') return null;
  return value.items.flatMap((item): Header[] => {
    if (item.type !== 'list') return [];
    const name = textOf(item.items[0]);
    return name === null ? [] : [[name, textOf(item.items[1]) ?? '']];
  });
}
