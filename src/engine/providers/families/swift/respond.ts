/** The answers of OpenStack Swift on the wire; what is neither CORS nor Allow in them is inferred. */
import type { Header } from '../../../model.ts';
import type { StoreDefinition } from '../../provider.ts';

const UNAUTHORIZED =
  '<html><h1>Unauthorized</h1><p>This server could not verify that you are authorized to access the document you requested.</p></html>';

/**
 * Every OPTIONS is told in Allow which methods there are: those of the CORS answer, or `methods` where it has none. The body
 * of a refusal is a page for people.
 */
export const respondAsSwift =
  (methods: readonly string[]): StoreDefinition['respond'] =>
  (decision, request, stamp) => {
    const { headers, status } = decision;
    const own: Header[] = [
      ['X-Trans-Id', stamp.requestId],
      ['X-Openstack-Request-Id', stamp.requestId],
      ['Date', stamp.date]
    ];
    if (status === null) {
      const object = (OBJECT_HEADERS.get(request.method) ?? []).map((name): Header => [name, '…']);
      const healthy = HEALTHY.get(request.method) ?? 200;
      return { status: healthy, headers: [...object, ...headers, ...own], body: '' };
    }
    const body = status === 401 ? UNAUTHORIZED : '';
    const entity: Header[] = [
      ['Content-Type', 'text/html; charset=UTF-8'],
      ['Content-Length', String(body.length)]
    ];
    const told = headers.find(([name]) => name === 'Access-Control-Allow-Methods')?.[1];
    const allow: Header = ['Allow', told ?? methods.join(', ')];
    return { status, headers: [...entity, allow, ...headers, ...own], body };
  };

const HEALTHY: ReadonlyMap<string, number> = new Map(
  Object.entries<number>({ PUT: 201, POST: 202, DELETE: 204 })
);

/** What an object's own answer carries beside CORS, by method; the values are the object's. */
const OBJECT_HEADERS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries<readonly string[]>({
    GET: ['Content-Type', 'Content-Length', 'Etag', 'Last-Modified', 'X-Timestamp'],
    HEAD: ['Content-Type', 'Content-Length', 'Etag', 'Last-Modified', 'X-Timestamp'],
    PUT: ['Content-Length', 'Etag', 'Last-Modified']
  })
);
