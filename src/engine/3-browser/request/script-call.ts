import type { Header, PageRequest } from '../../model.ts';
import type { CallBody } from './body.ts';

/** What a script says, word for word; a browser may refuse any of it. */
export interface ScriptCall {
  api: 'fetch' | 'xhr' | 'element';
  url: string;
  method: string;
  headers: readonly Header[];
  body: CallBody | null;
  credentials: string;
  mode: string;
  redirect: string;
  cache: string;
  referrerPolicy: string;
  duplex: string | null;
  keepalive: boolean;
  /** Something listens to the upload's progress. */
  listensToUpload: boolean;
  /** The script waits for the answer. */
  sync: boolean;
}

/** What the script says, by `fetch` and with its defaults. */
export function scriptCallOf({ url, method, headers, credentials }: PageRequest): ScriptCall {
  return {
    api: 'fetch',
    url,
    method,
    headers,
    credentials,
    body: null,
    duplex: null,
    keepalive: false,
    listensToUpload: false,
    sync: false,
    mode: 'cors',
    redirect: 'follow',
    cache: 'default',
    referrerPolicy: ''
  };
}
