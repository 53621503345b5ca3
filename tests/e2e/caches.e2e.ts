/** The timelines against a real browser: a server answers as the store would, and Chromium's own caches do the rest. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  playTimeline,
  SCENARIOS,
  type TimelineMendCode,
  type ScenarioId
} from '../../src/engine/timeline/index.ts';
import { providerById, readRules, type Header, type ProviderId } from '../../src/engine/index.ts';
import { DEFAULT_FACTS } from '../../src/engine/model.ts';
import { expect, test } from './support/test.ts';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAX+XDSwAAAABJRU5ErkJggg==',
  'base64'
);
const STAMP = { date: '', requestId: '', traceId: '' };
const CACHED = new Set(['vary', 'cache-control']);

const listen = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
};

/** A page that does nothing by itself. */
const pageServer = () =>
  createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html').end('<!doctype html><title>page</title>');
  });

/** A bucket with one picture; what it says of CORS and of caching is the store's own. */
const bucketServer = (
  id: ProviderId,
  rules: () => string,
  varies: boolean,
  seen: string[] = []
) => {
  const provider = providerById(id);
  return createServer((request, response) => {
    seen.push(request.method ?? '');
    const compiled = provider.compile(readRules(rules()).ruleSet);
    const pairs = Object.entries(request.headers).map(([name, value]): Header => [
      name,
      `${value}`
    ]);
    const wire = { method: request.method ?? 'GET', host: 'x', path: '/a.png', headers: pairs };
    const decision = provider.decide(compiled, wire, DEFAULT_FACTS);
    const answer = provider.respond(decision, wire, STAMP);
    response.statusCode = answer.status;
    response.setHeader('Content-Type', 'image/png').setHeader('Cache-Control', 'max-age=3600');
    if (varies) response.appendHeader('Vary', 'Origin');
    for (const [name, value] of answer.headers) {
      const lower = name.toLowerCase();
      if (lower.startsWith('access-control-') || CACHED.has(lower)) {
        response.appendHeader(name, value);
      }
    }
    response.end(request.method === 'GET' ? PIXEL : '');
  });
};

interface Row {
  store: ProviderId;
  scenario: ScenarioId;
  origins: 'named' | '*';
  taken: TimelineMendCode[];
}

const row = (
  store: ProviderId,
  scenario: ScenarioId,
  origins: Row['origins'] = 'named',
  ...taken: TimelineMendCode[]
): Row => ({ store, scenario, origins, taken });

const ROWS: Row[] = [
  row('tencent-cos', 'element-first'),
  row('tencent-cos', 'element-first', '*'),
  row('tencent-cos', 'element-first', 'named', 'crossorigin'),
  row('tencent-cos', 'element-first', 'named', 'other-query'),
  row('tencent-cos', 'element-first', 'named', 'reload'),
  row('aws-s3', 'element-first'),
  row('aws-s3', 'element-first', 'named', 'edge-vary'),
  row('azure-blob', 'element-first'),
  row('azure-blob', 'element-first', '*'),
  row('tencent-cos', 'two-pages'),
  row('tencent-cos', 'two-pages', '*'),
  row('tencent-cos', 'two-pages', 'named', 'edge-vary'),
  row('aws-s3', 'two-pages'),
  row('huawei-obs', 'two-pages', 'named', 'reload')
];

for (const { store, scenario: id, origins, taken } of ROWS)
  test(`${store}, ${id}, ${origins}, ${taken.join()}`, async ({ browser }) => {
    const servers = [pageServer(), pageServer()];
    const ports = await Promise.all(servers.map(listen));
    const [first = '', second = ''] = ports.map((port) => `http://127.0.0.1:${port}`);
    const listed = origins === '*' ? ['*'] : [first, second];
    const rules = JSON.stringify([{ AllowedOrigins: listed, AllowedMethods: ['GET'] }]);
    const bucket = bucketServer(store, () => rules, taken.includes('edge-vary'));
    const url = `http://127.0.0.1:${await listen(bucket)}/a.png`;
    const scenario = SCENARIOS.find((one) => one.id === id) ?? SCENARIOS[0];
    const played = playTimeline(
      {
        scenario,
        provider: providerById(store),
        ruleSet: readRules(rules).ruleSet,
        request: {
          pageOrigin: first,
          method: 'GET',
          url,
          headers: [],
          credentials: 'omit',
          needs: []
        },
        engine: 'chromium',
        lifetime: 3600,
        other: second
      },
      taken
    );

    const context = await browser.newContext();
    const page = await context.newPage();
    const read = async (from: string, address: string, cache: RequestCache): Promise<boolean> => {
      await page.goto(from);
      return page.evaluate(
        ([target, mode]) =>
          fetch(target, { cache: mode, credentials: 'omit' }).then(
            () => true,
            () => false
          ),
        [address, cache] as const
      );
    };
    if (id === 'element-first') {
      await page.goto(first);
      await page.evaluate(
        ([src, cors]) =>
          new Promise((resolve) => {
            const image = new Image();
            if (cors) image.crossOrigin = 'anonymous';
            image.onload = image.onerror = resolve;
            image.src = src;
          }),
        [url, taken.includes('crossorigin')] as const
      );
    } else expect(await read(first, url, 'default')).toBe(true);
    const address = taken.includes('other-query') ? `${url}?cors=1` : url;
    const cache = taken.includes('reload') ? 'reload' : 'default';
    const got = await read(id === 'two-pages' ? second : first, address, cache);
    expect(got).toBe(played.ending === 'works');

    await context.close();
    for (const server of [...servers, bucket]) server.closeAllConnections();
    for (const server of [...servers, bucket]) server.close();
  });

for (const [cache, ending, requests] of [
  ['default', 'carried-out', ['OPTIONS', 'PUT', 'PUT']],
  ['reload', 'refused', ['OPTIONS', 'PUT', 'OPTIONS']]
] as const)
  test(`the rules are deleted after an upload; the next one with cache ${cache}`, async ({
    browser
  }) => {
    const pages = pageServer();
    const first = `http://127.0.0.1:${await listen(pages)}`;
    let rules = JSON.stringify([
      { AllowedOrigins: [first], AllowedMethods: ['PUT'], MaxAgeSeconds: 600 }
    ]);
    const { ruleSet } = readRules(rules);
    const seen: string[] = [];
    const bucket = bucketServer('aws-s3', () => rules, false, seen);
    const url = `http://127.0.0.1:${await listen(bucket)}/a.png`;
    const scenario = SCENARIOS.find(({ id }) => id === 'rules-withdrawn') ?? SCENARIOS[0];
    const request = {
      pageOrigin: first,
      method: 'PUT',
      url,
      headers: [],
      credentials: 'omit' as const,
      needs: []
    };
    const input = { scenario, provider: providerById('aws-s3'), ruleSet, request };
    const said = { engine: 'chromium' as const, lifetime: 3600, other: null };
    const taken: TimelineMendCode[] = cache === 'reload' ? ['reload'] : [];
    expect(playTimeline({ ...input, ...said }, taken).ending).toBe(ending);

    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(first);
    const upload = (mode: RequestCache) =>
      page.evaluate(
        ([target, asked]) =>
          fetch(target, { method: 'PUT', cache: asked, credentials: 'omit' }).then(
            () => true,
            () => false
          ),
        [url, mode] as const
      );
    expect(await upload('default')).toBe(true);
    rules = '';
    expect(await upload(cache)).toBe(false);
    expect(seen).toEqual(requests);

    await context.close();
    for (const server of [pages, bucket]) server.closeAllConnections();
    for (const server of [pages, bucket]) server.close();
  });
