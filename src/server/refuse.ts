import { STATUS_CODES, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { HEADERS } from './policy.js';

/** The methods that every address has, as the page is nothing but files. */
export const METHODS: readonly string[] = ['GET', 'HEAD'];

/** What Node's parser and timers report, where it is not the 400 of a request that is no HTTP. */
const STATUS = new Map([
  ['HPE_HEADER_OVERFLOW', 431],
  ['HPE_CHUNK_EXTENSIONS_OVERFLOW', 413],
  ['ERR_HTTP_REQUEST_TIMEOUT', 408]
]);

/** How long a refused client may take to read the answer, in milliseconds. */
const GRACE = 1000;

/** Ends a response with a status, our own headers and no body; a response that has begun is cut off. */
export function refuse(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>> = {}
): void {
  if (response.headersSent) return void response.destroy();
  const kept = status === 416 ? response.getHeader('Content-Range') : undefined;
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  for (const [name, value] of HEADERS) response.setHeader(name, value);
  if (kept !== undefined) response.setHeader('Content-Range', kept);
  // What follows on the connection may be the rest of what was not understood.
  if (status === 400) response.shouldKeepAlive = false;
  response.writeHead(status, { ...headers, 'Content-Length': 0 }).end();
}

/**
 * Answers what never becomes a request, with the same headers as every answer: bytes that are no HTTP, headers that are
 * too large, a request that takes too long, CONNECT and an expectation that nobody meets.
 */
export function refuseTheRest(server: Server): void {
  /** The last answer under way on each connection, which a refusal of what follows must not break into. */
  const last = new WeakMap<Duplex, ServerResponse>();
  server
    .prependListener('request', (request, response) => last.set(request.socket, response))
    .on('checkExpectation', (_, response) => refuse(response, 417))
    .on('connect', (_, socket) => close(socket, 405))
    .on('clientError', (error: NodeJS.ErrnoException, socket) => {
      const answer = last.get(socket);
      const status = STATUS.get(error.code ?? '') ?? 400;
      if (answer === undefined) return close(socket, status);
      // Such an answer is the last one, and Node closes the connection after it.
      if (!answer.shouldKeepAlive) return;
      if (answer.writableFinished || answer.destroyed) close(socket, status);
      else answer.once('close', () => close(socket, status));
    });
}

function close(socket: Duplex, status: number): void {
  if (!socket.writable) return void socket.destroy();
  const headers = [
    ...HEADERS,
    ...(status === 405 ? [['Allow', METHODS.join(', ')]] : []),
    ['Date', new Date().toUTCString()],
    ['Connection', 'close'],
    ['Content-Length', '0']
  ];
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  socket.on('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines}\r\n`);
  // A connection that is closed while bytes wait to be read takes the answer with it.
  socket.resume();
  setTimeout(() => socket.destroy(), GRACE).unref();
}
