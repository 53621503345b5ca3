import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import type { RequestListener, ServerOptions } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { answerWith, type Handler } from './answer.ts';
import { listFiles, withoutEnding } from './files.ts';
import { makeServer } from './server.ts';

const build = mkdtempSync(join(tmpdir(), 'preflight-server-'));
for (const [path, content] of [
  ['client/a.js', 'plain'],
  ['client/a.js.br', 'coded'],
  ['client/archive.gz', 'an archive'],
  ['prerendered/index.html', 'page'],
  ['prerendered/docs/index.html', 'docs'],
  ['prerendered/docs/checks.html', 'checks']
] as const) {
  mkdirSync(join(build, path, '..'), { recursive: true });
  writeFileSync(join(build, path), content);
}
afterAll(() => rmSync(build, { recursive: true }));

const ends: (() => unknown)[] = [];
afterEach(() => ends.splice(0).forEach((end) => end()));

async function serve(answer: RequestListener, limits: ServerOptions = {}): Promise<number> {
  const server = makeServer(answer, limits).listen(0, '127.0.0.1');
  ends.push(() => server.close());
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** Writes bytes and reads until the server closes the connection. */
async function send(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  socket.write(bytes);
  return text(socket);
}

const ASK = 'GET /none HTTP/1.1\r\nHost: a.test\r\nConnection: close\r\n\r\n';

test('every file has one address, in whatever codings there are', () => {
  const files = listFiles(build);
  expect([...files.keys()].sort()).toEqual(['/', '/a.js', '/archive.gz', '/docs/', '/docs/checks']);
  expect(files.get('/a.js')).toMatchObject({ coded: new Map([['br', 'a.js.br']]), isPage: false });
  expect(files.get('/docs/')).toMatchObject({ path: 'docs/index.html', isPage: true });
});

test.each([
  ['/a.js', '/a.js'],
  ['/a.js/', '/a.js'],
  ['/a.js.br', '/a.js'],
  ['/a.js.gz/', '/a.js'],
  ['/', '']
])('%s is another spelling of %s', (address, file) => {
  expect(withoutEnding(address)).toBe(file);
});

describe('a fault of ours is a 500 and a line, and the next request is answered', () => {
  const fails: [name: string, rest: Handler, reason: string][] = [
    [
      'thrown',
      () => {
        throw new Error('broken\nin two');
      },
      'Error: broken\\u{a}in two'
    ],
    ['rejected', () => Promise.reject(new RangeError('late')), 'RangeError: late'],
    ['no error', () => Promise.reject('a text'), 'a text']
  ];
  test.each(fails)('%s', async (_, rest, reason) => {
    const lines: string[] = [];
    const port = await serve(answerWith(listFiles(build), rest, (line) => lines.push(line)));
    const answer = await send(port, ASK.replace('/none', '/none?secret'));
    expect(answer).toMatch(/^HTTP\/1\.1 500 .*\r\nContent-Security-Policy: default-src 'none'/);
    expect(lines).toEqual([`GET /none could not be answered: ${reason}`]);
    expect(await send(port, ASK.replace('/none', '/'))).toMatch(/^HTTP\/1\.1 200 [^]*page$/);
  });

  test('after the answer has begun, it is cut off', async () => {
    const lines: string[] = [];
    const rest: Handler = (_, response) => {
      response.writeHead(200, { 'Content-Length': 100 }).write('begun');
      throw new Error('then broken');
    };
    const port = await serve(answerWith(listFiles(build), rest, (line) => lines.push(line)));
    await send(port, ASK);
    expect(lines).toHaveLength(1);
    expect(await send(port, ASK.replace('/none', '/'))).toMatch(/^HTTP\/1\.1 200 /);
  });

  test('a file that has gone', async () => {
    const files = listFiles(build);
    const gone = new Map([
      ...files,
      ['/gone', { ...files.get('/a.js')!, path: 'gone.js', coded: new Map() }]
    ]);
    const port = await serve(
      answerWith(
        gone,
        () => undefined,
        () => undefined
      )
    );
    expect(await send(port, ASK.replace('/none', '/gone'))).toMatch(/^HTTP\/1\.1 404 /);
  });
});

test('an answer is begun when those before it are out', async () => {
  const begun: (string | undefined)[] = [];
  const counts: number[] = [];
  const rest: Handler = ({ url }, response) => {
    begun.push(url);
    setTimeout(() => {
      counts.push(begun.length);
      response.end(url);
    }, 50);
  };
  const port = await serve(answerWith(listFiles(build), rest, () => undefined));
  const kept = 'GET /first HTTP/1.1\r\nHost: a.test\r\n\r\n';
  const answers = await send(port, kept + ASK);
  expect(answers).toMatch(/\/first[^]*\/none/);
  expect(counts).toEqual([1, 2]);
});

test('a request that takes too long is a 408 with the headers', async () => {
  const limits = { headersTimeout: 50, requestTimeout: 50, connectionsCheckingInterval: 20 };
  const port = await serve(() => undefined, limits);
  const answer = await send(port, 'GET / HTTP/1.1\r\nHost: a');
  expect(answer).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\nContent-Security-Policy: /);
});
