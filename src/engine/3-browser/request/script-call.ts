import type { Header } from '../../model.ts';
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
