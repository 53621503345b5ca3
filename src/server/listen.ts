import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const FIRST_PORT = 4173;
const LAST_PORT = 4272;

/** What the system says of a host or port that cannot be had. */
const REASONS = new Map<string | undefined, 'port-taken' | 'port-forbidden' | 'host-unknown'>([
  ['EADDRINUSE', 'port-taken'],
  ['EACCES', 'port-forbidden'],
  ['EADDRNOTAVAIL', 'host-unknown'],
  ['EAFNOSUPPORT', 'host-unknown'],
  ['EINVAL', 'host-unknown'],
  ['ENOTFOUND', 'host-unknown'],
  ['EAI_AGAIN', 'host-unknown']
]);

/** The host or the port that was asked for cannot be had. */
export class ListenError extends Error {
  readonly reason: 'port-invalid' | 'port-taken' | 'port-forbidden' | 'host-unknown';
  readonly host: string;
  readonly port: string;

  constructor(reason: ListenError['reason'], host: string, port: string) {
    super(`${host}, port ${port}: ${reason}`);
    this.reason = reason;
    this.host = host;
    this.port = port;
  }
}

function listenOn(server: Server, host: string, port: number): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen({ host, port }, () => {
      server.off('error', fail);
      done();
    });
  });
}

/**
 * Starts listening and gives the address for people to open.
 * @param wanted the port that was asked for, 0 for any; undefined takes 4173 or the next that is free
 * @throws ListenError where `wanted` is no port or cannot be had, or `host` is no address of this machine
 */
export async function listen(server: Server, host: string, wanted?: string): Promise<URL> {
  if (wanted !== undefined && !(/^\d{1,5}$/.test(wanted) && Number(wanted) <= 65535)) {
    throw new ListenError('port-invalid', host, wanted);
  }
  for (let port = Number(wanted ?? FIRST_PORT); ; port++) {
    try {
      await listenOn(server, host, port);
      return addressOf(server);
    } catch (error) {
      const reason = REASONS.get((error as NodeJS.ErrnoException).code);
      if (reason === undefined) throw error;
      const isNextTried = reason === 'port-taken' && wanted === undefined && port < LAST_PORT;
      if (!isNextTried) throw new ListenError(reason, host, String(port));
    }
  }
}

function addressOf(server: Server): URL {
  const { address, family, port } = server.address() as AddressInfo;
  const isAny = address === '0.0.0.0' || address === '::';
  const host = isAny ? 'localhost' : family === 'IPv6' ? `[${address}]` : address;
  return new URL(`http://${host}:${port}`);
}
