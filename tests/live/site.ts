import type { WireRequest } from '#engine';
import type { Network } from '../../src/engine/3-browser/fetch/network.ts';
import { readTarget } from '../../src/engine/3-browser/url/target.ts';
import type { Places } from './call.ts';
import { listen, type RawAnswer } from './raw-server.ts';

/** The servers of a run. */
export interface Site {
  places: Places;
  /** Who answers below `/c/<id>`. */
  answerers: Map<string, Network['serve']>;
  /** What came in for each id, in order. */
  received: Map<string, WireRequest[]>;
  close: () => void;
}

const page = (html: string): RawAnswer => ({
  status: 200,
  reason: 'OK',
  headers: [
    ['Content-Type', 'text/html; charset=utf-8'],
    ['Content-Length', String(html.length)]
  ],
  body: html
});

const PAGES: Record<string, RawAnswer> = {
  '/page': page('<!doctype html><title>page</title>'),
  '/sandbox': page('<!doctype html><iframe sandbox="allow-scripts" src="/page"></iframe>'),
  '/data': page('<!doctype html><iframe src="data:text/html,<title>page</title>"></iframe>')
};

/** Opens the servers: one for the pages, two to be called. */
export async function openSite(): Promise<Site> {
  const answerers: Site['answerers'] = new Map();
  const received: Site['received'] = new Map();
  const answer = (request: WireRequest): RawAnswer | null => {
    const { path, host } = request;
    const id = path.split(/[/?]/)[2] ?? '';
    const serve = path.startsWith('/c/') ? answerers.get(id) : undefined;
    const target = readTarget(`http://${host}${path}`);
    if (serve === undefined || target === null)
      return PAGES[path] ?? { ...page(''), status: 404, reason: 'Not Found' };
    received.set(id, [...(received.get(id) ?? []), request]);
    const { response } = serve(request, target);
    return response && { ...response, reason: `S${response.status}` };
  };
  const servers = await Promise.all([listen(answer), listen(answer), listen(answer)]);
  const [own, target, third] = servers.map(({ port }) => port);
  return {
    places: {
      pages: {
        localhost: `http://localhost:${own}`,
        ip: `http://127.0.0.1:${own}`,
        same: `http://127.0.0.1:${target}`,
        sandbox: 'null',
        data: 'null'
      },
      own: `http://localhost:${own}`,
      target: `http://127.0.0.1:${target}`,
      named: `http://localhost:${target}`,
      third: `http://127.0.0.1:${third}`,
      keyed: `http://u:p@127.0.0.1:${third}`
    },
    answerers,
    received,
    close: () => {
      for (const server of servers) server.close();
    }
  };
}
