import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const FIRST_PORT = 4173;
const LAST_PORT = 4272;

/** The port that was asked for cannot be had. */
export class PortError extends Error {
  readonly reason: 'invalid' | 'taken';
  readonly port: string;

  constructor(reason: 'invalid' | 'taken', port: string) {
    super(`port ${port}: ${reason}`);
    this.reason = reason;
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

const isTaken = (error: unknown) => (error as NodeJS.ErrnoException).code === 'EADDRINUSE';

/**
 * Starts listening and gives the address for people to open.
 * @param wanted the port that was asked for, 0 for any; undefined takes 4173 or the next that is free
 * @throws PortError where `wanted` is no port or is taken
 */
export async function listen(server: Server, host: string, wanted?: string): Promise<URL> {
  if (wanted !== undefined && !(/^\d{1,5}$/.test(wanted) && Number(wanted) <= 65535)) {
    throw new PortError('invalid', wanted);
  }
  for (let port = Number(wanted ?? FIRST_PORT); ; port++) {
    try {
      await listenOn(server, host, port);
      return addressOf(server);
    } catch (error) {
      if (!isTaken(error)) throw error;
      if (wanted !== undefined || port === LAST_PORT) throw new PortError('taken', String(port));
    }
  }
}

function addressOf(server: Server): URL {
  const { address, family, port } = server.address() as AddressInfo;
  const isAny = address === '0.0.0.0' || address === '::';
  const host = isAny ? 'localhost' : family === 'IPv6' ? `[${address}]` : address;
  return new URL(`http://${host}:${port}`);
}
