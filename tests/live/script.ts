import type { Script } from './call.ts';

/** A call as the page gets it. */
export interface Order {
  api: 'fetch' | 'xhr';
  url: string;
  script: Script;
  second: Script | null;
}

/** What a script saw of one call. */
export interface Seen {
  /** The name of the exception, or `error event`; null where there was an answer. */
  error: string | null;
  /** As in `Response.type`; `default` for XMLHttpRequest. */
  type: string;
  status: number;
  /** Names, lower case, sorted. */
  readable: string[];
}

export interface Done {
  first: Seen;
  second: Seen | null;
  /** Milliseconds from the start of the first call to that of the second. */
  delay: number;
}

/** Makes calls, a few at a time. It runs in the page and stands alone there: it may name nothing around it. */
export async function makeCalls({ orders, lanes }: { orders: Order[]; lanes: number }) {
  const LIMIT = 20_000;

  function bodyOf({ kind, value, type }: NonNullable<Script['body']>): BodyInit | Document {
    const text = value ?? '';
    switch (kind) {
      case 'blob':
        return new Blob([text], type === undefined ? {} : { type });
      case 'file':
        return new File([text], 'f', type === undefined ? {} : { type });
      case 'formdata': {
        const form = new FormData();
        form.append('a', '1');
        return form;
      }
      case 'urlsearchparams':
        return new URLSearchParams('a=1');
      case 'uint8array':
        return new Uint8Array([1]);
      case 'htmldoc':
        return document.implementation.createHTMLDocument('');
      case 'stream':
        return new Blob(['x']).stream();
      default:
        return text;
    }
  }

  async function byFetch(url: string, script: Script): Promise<Seen> {
    const { headers, body, upload, withCredentials, sync, ...options } = script;
    void [upload, withCredentials, sync];
    try {
      const response = await fetch(url, {
        ...(options as RequestInit),
        ...(headers && {
          headers: headers.map(([name, value]): [string, string] => [name, value])
        }),
        ...(body && { body: bodyOf(body) as BodyInit })
      });
      const readable = [...response.headers.keys()];
      await response.text();
      return { error: null, type: response.type, status: response.status, readable };
    } catch (error) {
      return { error: (error as Error).name, type: '', status: 0, readable: [] };
    }
  }

  function byXhr(url: string, script: Script): Promise<Seen> {
    return new Promise((done) => {
      const xhr = new XMLHttpRequest();
      const fail = (error: string) => done({ error, type: '', status: 0, readable: [] });
      const finish = () => {
        const lines = xhr.getAllResponseHeaders().split('\r\n');
        const names = lines.map((line) => line.slice(0, line.indexOf(':')).toLowerCase());
        const readable = names.filter((name) => name !== '').sort();
        done({ error: null, type: 'default', status: xhr.status, readable });
      };
      try {
        xhr.open(script.method ?? 'GET', url, !script.sync);
        xhr.withCredentials = script.withCredentials ?? false;
        for (const [name, value] of script.headers ?? []) xhr.setRequestHeader(name, value);
        if (script.upload === 'listener') xhr.upload.addEventListener('progress', () => {});
        if (script.upload === 'access') void xhr.upload;
        xhr.addEventListener('error', () => fail('error event'));
        xhr.addEventListener('load', finish);
        xhr.send(script.body ? (bodyOf(script.body) as XMLHttpRequestBodyInit) : null);
      } catch (error) {
        fail((error as Error).name);
      }
    });
  }

  function make(order: Order, script: Script): Promise<Seen> {
    const late = new Promise<Seen>((done) =>
      setTimeout(() => done({ error: 'no answer', type: '', status: 0, readable: [] }), LIMIT)
    );
    return Promise.race([(order.api === 'fetch' ? byFetch : byXhr)(order.url, script), late]);
  }

  const results: Done[] = [];
  let next = 0;
  async function lane(): Promise<void> {
    for (let at = next++; at < orders.length; at = next++) {
      const order = orders[at];
      if (order === undefined) return;
      const started = performance.now();
      const first = await make(order, order.script);
      const delay = performance.now() - started;
      const second = order.second && (await make(order, order.second));
      results[at] = { first, second, delay };
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}
