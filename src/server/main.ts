/** The server behind `npm start`: the files of the build, SvelteKit's handler for the rest, and the headers on every answer. */
import { fileURLToPath } from 'node:url';
import { m } from '../paraglide/messages.js';
import { printable } from '../cli/printable.ts';
import { answerWith, reasonOf, type Handler } from './answer.ts';
import { listFiles } from './files.ts';
import { listen, ListenError } from './listen.ts';
import { makeServer } from './server.ts';

/** How long answers under way may take after a signal to stop, in milliseconds. */
const GRACE = 2000;

const BUILD = new URL('../build/', import.meta.url);

const log = (line: string) => console.error(printable(line));

/** The listening server, or why there is none. */
async function start() {
  // Named so that no header of a request chooses the scheme but the one that we set.
  process.env['PROTOCOL_HEADER'] = 'x-forwarded-proto';
  const { HOST, PORT } = process.env;
  const { handler } = (await import(new URL('handler.js', BUILD).href)) as { handler: Handler };
  const server = makeServer(answerWith(listFiles(fileURLToPath(BUILD)), handler, log));
  const url = await listen(server, HOST || '127.0.0.1', PORT || undefined);
  return { server, url };
}

function sentenceOf(error: unknown): string {
  if (error instanceof ListenError) return m[`server.${error.reason}`](error);
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ERR_MODULE_NOT_FOUND' || code === 'ENOENT') return m['server.build-missing']();
  return m['server.not-started']({ reason: reasonOf(error) });
}

try {
  const { server, url } = await start();
  const stop = () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), GRACE).unref();
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  // The last net: what no request's own answer catches must not end the answers to all others.
  const survive = (error: unknown) => log(m['server.fault']({ reason: reasonOf(error) }));
  server.on('error', survive);
  process.on('uncaughtException', survive).on('unhandledRejection', survive);
  console.log(m['server.ready']({ url: url.href }));
} catch (error) {
  log(sentenceOf(error));
  process.exit(1);
}
