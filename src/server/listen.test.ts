import { createServer, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { listen, ListenError } from './listen.ts';

const HOST = '127.0.0.1';
const servers: Server[] = [];

function server() {
  const made = createServer();
  servers.push(made);
  return made;
}

afterEach(() => {
  for (const made of servers.splice(0)) made.close();
});

test('without a wish, the next free port is taken', async () => {
  const first = await listen(server(), HOST);
  const second = await listen(server(), HOST);
  expect(Number(first.port)).toBeGreaterThanOrEqual(4173);
  expect(Number(second.port)).toBeGreaterThan(Number(first.port));
});

test('0 asks for any port', async () => {
  expect(await listen(server(), HOST, '0')).toMatchObject({ protocol: 'http:', hostname: HOST });
});

test('a wish for a taken port is refused', async () => {
  const { port } = await listen(server(), HOST, '0');
  await expect(listen(server(), HOST, port)).rejects.toEqual(
    new ListenError('port-taken', HOST, port)
  );
});

test.each(['abc', '-1', '65536', '80.5', ' ', '1e3'])('PORT=%s is refused', async (port) => {
  await expect(listen(server(), HOST, port)).rejects.toEqual(
    new ListenError('port-invalid', HOST, port)
  );
});

test('an address of another machine is refused', async () => {
  const host = '192.0.2.1';
  await expect(listen(server(), host, '0')).rejects.toMatchObject({ reason: 'host-unknown', host });
});

test('an address for every interface is shown as localhost', async () => {
  expect((await listen(server(), '0.0.0.0', '0')).hostname).toBe('localhost');
});
