import type { IncomingMessage, ServerResponse } from 'node:http';
import { m } from '../paraglide/messages.js';
import { printable } from '../cli/printable.ts';
import { withoutEnding, type BuiltFiles } from './files.ts';
import { HEADERS } from './policy.js';
import { METHODS, refuse } from './refuse.ts';
import { sendFile } from './send-file.ts';
import { targetOf } from './target.ts';

/** SvelteKit's handler; `next` is called where it has no answer. */
export type Handler = (
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void
) => unknown;

/**
 * Answers each request: with a file of the build, else by SvelteKit, which redirects and has the page for an address
 * without one. Whatever the request, and whatever fails, there is an answer, and nothing is thrown.
 * @param log takes a line for each failure of ours
 */
export function answerWith(files: BuiltFiles, rest: Handler, log: (line: string) => void) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const fail = (error: unknown) => {
      log(failureLine(request, error));
      refuse(response, 500);
    };
    try {
      await turnOf(response);
      for (const [name, value] of HEADERS) response.setHeader(name, value);
      const target = targetOf(request);
      if (target === null) return refuse(response, 400);
      if (!METHODS.includes(request.method ?? '')) {
        return refuse(response, 405, { Allow: METHODS.join(', ') });
      }
      const file = files.get(target.path);
      if (file !== undefined) {
        return sendFile(file, request, response, (status, error) =>
          status < 500 ? refuse(response, status) : fail(error)
        );
      }
      if (files.get(withoutEnding(target.path))?.isPage === false) return refuse(response, 404);
      prepare(request, target.url);
      await rest(request, response, () => refuse(response, 404));
    } catch (error) {
      fail(error);
    }
  };
}

/**
 * Waits until the answers to earlier requests of the connection are out. One that is begun before holds its file open for
 * good where the client goes away, since Node closes the answer under way alone.
 */
async function turnOf(response: ServerResponse): Promise<void> {
  if (response.socket === null) await new Promise((begin) => response.once('socket', begin));
}

/**
 * Leaves nothing in a request that SvelteKit's handler trips over: it throws for ranges that end before they start, and
 * for hosts that are none. It takes a request for an https one unless the header says otherwise.
 */
function prepare(request: IncomingMessage, url: string): void {
  request.url = url;
  delete request.headers.range;
  request.headers['x-forwarded-proto'] = 'http';
  request.headers.host = 'localhost';
}

/** One line without the query, which may hold what is secret. */
function failureLine({ method, url }: IncomingMessage, error: unknown): string {
  const request = `${method} ${(url ?? '').replace(/\?.*$/s, '')}`;
  return printable(m['server.failed']({ request, reason: reasonOf(error) }));
}

/** What went wrong, in the words of whatever was thrown. */
export const reasonOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);
