/** Answers on the wire as S3 and the stores of its lineage give them. */
import type {
  Decision,
  Header,
  ServerStamp,
  StoreError,
  WireRequest,
  WireResponse
} from '../../../model.ts';
import { xmlText } from '../../shared/error-body.ts';
import { byteLength } from '../../../written.ts';

/** What sets one store's answers apart. */
export interface S3Look {
  /** What the store says of itself on every answer. */
  own(stamp: ServerStamp): Header[];
  errorBody(error: StoreError, request: WireRequest, stamp: ServerStamp): string;
}

/** What an object's own answer carries beside CORS, by method; the values are the object's. */
const OBJECT_HEADERS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries<readonly string[]>({
    GET: ['Content-Type', 'Content-Length', 'Last-Modified', 'ETag', 'Accept-Ranges'],
    HEAD: ['Content-Type', 'Content-Length', 'Last-Modified', 'ETag', 'Accept-Ranges'],
    PUT: ['Content-Length', 'ETag'],
    POST: ['Content-Length', 'ETag']
  })
);

/** Builds a provider's `respond`: the store's own headers, those of CORS, then those of the body. */
export const respondAsS3 =
  ({ own, errorBody }: S3Look) =>
  (
    { status, headers, error }: Decision,
    request: WireRequest,
    stamp: ServerStamp
  ): WireResponse => {
    const told = [...own(stamp), ...headers];
    if (status === null) {
      const object = (OBJECT_HEADERS.get(request.method) ?? []).map((name): Header => [name, '…']);
      const healthy = request.method === 'DELETE' ? 204 : 200;
      return { status: healthy, headers: [...told, ...object], body: '' };
    }
    const body = error === null ? '' : errorBody(error, request, stamp);
    const length = String(byteLength(body));
    const type: Header[] = body === '' ? [] : [['Content-Type', 'application/xml']];
    return { status, headers: [...told, ...type, ['Content-Length', length]], body };
  };

/** An error document; `inside` is what stands in it, element by element, in the store's order. */
export const errorXml = (
  declaration: string,
  inside: readonly (readonly [string, string])[]
): string =>
  `${declaration}<Error>${inside
    .map(([name, text]) => `<${name}>${xmlText(text)}</${name}>`)
    .join('')}</Error>`;
