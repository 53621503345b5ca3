import { createServer, type AddressInfo, type Socket } from 'node:net';
import type { Header, WireRequest } from '#engine';

/** What goes out, to the byte; header values are one character for each byte. */
export interface RawAnswer {
  status: number;
  reason: string;
  headers: readonly Header[];
  body: string;
}

/** One listening port. */
export interface RawServer {
  port: number;
  close: () => void;
}

const END_OF_HEAD = '\r\n\r\n';

/**
 * Listens on a free port of 127.0.0.1 and reads HTTP/1.1 as it comes: no header is folded, joined, sorted or left out.
 * In: the answer for a request; null closes the connection without a word.
 */
export async function listen(
  answer: (request: WireRequest) => RawAnswer | null
): Promise<RawServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // A browser that loses interest resets the connection.
    socket.on('error', () => socket.destroy());
    serveOn(socket, answer);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    }
  };
}

/** One request after the other; a body is waited for and thrown away. */
function serveOn(socket: Socket, answer: (request: WireRequest) => RawAnswer | null): void {
  let received = '';
  socket.setNoDelay();
  socket.setEncoding('latin1');
  socket.on('data', (chunk: string) => {
    received += chunk;
    for (let end = received.indexOf(END_OF_HEAD); end !== -1; end = received.indexOf(END_OF_HEAD)) {
      const request = readHead(received.slice(0, end));
      const next = end + END_OF_HEAD.length + lengthOf(request);
      if (received.length < next) return;
      received = received.slice(next);
      const reply = answer(request);
      if (reply === null) socket.destroy();
      else socket.write(bytesOf(reply, request.method));
    }
  });
}

function readHead(head: string): WireRequest {
  const [start = '', ...lines] = head.split('\r\n');
  const [method = '', path = ''] = start.split(' ');
  const headers = lines.map((line): Header => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).replace(/^ /, '')];
  });
  return { method, host: valueOf(headers, 'host') ?? '', path, headers };
}

const lengthOf = ({ headers }: WireRequest) => Number(valueOf(headers, 'content-length') ?? 0);

/** The lines of a header joined as the field's list syntax has it; null where there is none. */
export function valueOf(headers: readonly Header[], lowerName: string): string | null {
  const values = headers.filter(([name]) => name.toLowerCase() === lowerName);
  return values.length === 0 ? null : values.map(([, value]) => value).join(', ');
}

function bytesOf({ status, reason, headers, body }: RawAnswer, method: string): Buffer {
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const head = Buffer.from(`HTTP/1.1 ${status} ${reason}\r\n${lines}\r\n`, 'latin1');
  const isBare = method === 'HEAD' || status === 204 || status === 304;
  return isBare ? head : Buffer.concat([head, Buffer.from(body)]);
}
