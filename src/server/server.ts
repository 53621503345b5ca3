import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http';
import { refuseTheRest } from './refuse.ts';

/** Limits on what a client may send and how long it may take, times in milliseconds, sizes in bytes. */
const LIMITS = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 5000,
  connectionsCheckingInterval: 2000
} as const satisfies ServerOptions;

/** Requests on one connection, which a client may send all at once and take no answer to. */
const MAX_REQUESTS = 1000;

/** A connection on which nothing moves, in either direction, is closed after this time, in milliseconds. */
const IDLE = 60_000;

/** A server with limits, whose every answer has our headers. */
export function makeServer(answer: RequestListener, limits: ServerOptions = {}): Server {
  // Node's own answer to a request without a host lacks the headers.
  const server = createServer({ ...LIMITS, ...limits, requireHostHeader: false }, answer);
  server.maxRequestsPerSocket = MAX_REQUESTS;
  server.setTimeout(IDLE);
  refuseTheRest(server);
  return server;
}
