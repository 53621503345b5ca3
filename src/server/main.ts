/** The server behind `npm start`: SvelteKit's handler, with the same headers on every answer. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { m } from '../paraglide/messages.js';
import { listen, PortError } from './listen.ts';
import { HEADERS } from './policy.js';

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => unknown;

const PORT_MESSAGES = { invalid: m['server.port-invalid'], taken: m['server.port-taken'] };

/** How long answers under way may take after a signal to stop, in milliseconds. */
const GRACE = 2000;

// SvelteKit takes a request for an https one unless a header that we name says otherwise.
process.env['PROTOCOL_HEADER'] = 'x-forwarded-proto';
const built = new URL('../build/handler.js', import.meta.url).href;
const { handler } = (await import(built)) as { handler: Handler };

const server = createServer((request, response) => {
  for (const [name, value] of HEADERS) response.setHeader(name, value);
  if (!isDecodable(request.url ?? '')) return void response.writeHead(400).end();
  request.headers['x-forwarded-proto'] ??= 'http';
  handler(request, response, () => response.writeHead(404).end());
});

/** SvelteKit answers a path with a broken percent sequence too, but an error thrown by our hook then ends the process. */
function isDecodable(path: string) {
  try {
    return decodeURI(path) !== '';
  } catch {
    return false;
  }
}

function stop() {
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), GRACE).unref();
}

try {
  const { HOST, PORT } = process.env;
  const url = await listen(server, HOST || '127.0.0.1', PORT || undefined);
  process.once('SIGINT', stop).once('SIGTERM', stop);
  console.log(m['server.ready']({ url: url.href }));
} catch (error) {
  if (!(error instanceof PortError)) throw error;
  console.error(PORT_MESSAGES[error.reason]({ port: error.port }));
  process.exit(1);
}
