import { statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import mime from 'mime-types';
import Negotiator from 'negotiator';
import send from 'send';
import type { BuiltFile } from './files.ts';

/** Where SvelteKit puts files whose names hold a hash of their content. */
const IMMUTABLE = /^_app\/immutable\//;

/** The published types do not know the order of those that a client likes alike. */
type Preferring = Negotiator & {
  encoding(
    available: readonly string[],
    options: { preferred: readonly string[] }
  ): string | undefined;
};

/**
 * Sends a file to a GET or HEAD, with its conditions and ranges, in the coding that the client likes best.
 * https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3, #section-13, #section-14
 * @param fail called where it cannot be sent, with the status that `send` gives: 412, 416, or 5xx for a fault
 */
export function sendFile(
  file: BuiltFile,
  request: IncomingMessage,
  response: ServerResponse,
  fail: (status: number, error: Error) => void
): void {
  const path = codedPath(file, request, response);
  const type = mime.contentType(file.path.slice(file.path.lastIndexOf('/') + 1));
  if (type !== false) response.setHeader('Content-Type', type);
  if (IMMUTABLE.test(file.path)) {
    response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
  }
  mendRange(request, join(file.root, path));
  send(request, encodeURI(path), {
    root: file.root,
    dotfiles: 'allow',
    index: false,
    cacheControl: false
  })
    .on('error', (error: Error & { status?: number }) => fail(error.status ?? 500, error))
    .pipe(response);
}

/** The path of the content in the coding that is chosen, which goes into the headers. */
function codedPath(
  { path, coded }: BuiltFile,
  request: IncomingMessage,
  response: ServerResponse
): string {
  if (coded.size === 0) return path;
  response.setHeader('Vary', 'Accept-Encoding');
  const preferred = [...coded.keys(), 'identity'];
  const coding = (new Negotiator(request) as Preferring).encoding(preferred, { preferred });
  const other = coding === undefined ? undefined : coded.get(coding);
  if (coding === undefined || other === undefined) return path;
  response.setHeader('Content-Encoding', coding);
  return other;
}

/**
 * Takes out a range where the method has none, and makes the whole of one for more last bytes than there are, which the
 * parser that `send` asks finds unsatisfiable.
 * https://www.rfc-editor.org/rfc/rfc9110#section-14.2-4, #section-14.1.2-6
 */
function mendRange(request: IncomingMessage, path: string): void {
  const { method, headers } = request;
  const last = /^ *bytes= *-(\d+) *$/.exec(headers.range ?? '')?.[1];
  if (method !== 'GET') delete headers.range;
  else if (last !== undefined && Number(last) > statSync(path).size) headers.range = 'bytes=0-';
}
