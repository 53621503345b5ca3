/** The answers of the RADOS Gateway on the wire; what is not CORS in them is inferred from its own way of writing. */
import type { Decision, Header, ServerStamp, WireRequest, WireResponse } from '../../../model.ts';
import type { RgwInterface } from './store.ts';
import { xmlText } from '../../shared/error-body.ts';
import type { StoreDefinition } from '../../provider.ts';
import { byteLength } from '../../../written.ts';

/** The errors of the S3 interface: a code, and an empty message whatever it is about. recorded: Ceph RGW 20.2.4 */
export const RGW_S3_REFUSALS: RgwInterface['refusals'] = {
  root: { status: 405, code: 'MethodNotAllowed', message: '' },
  noBucket: { status: 404, code: 'NoSuchBucket', message: '' },
  incomplete: { status: 400, code: 'InvalidArgument', message: '' },
  notAllowed: { status: 403, code: 'AccessDenied', message: '' },
  badSignature: { status: 403, code: 'SignatureDoesNotMatch', message: '' }
};

/** The error document of the S3 interface. */
const errorDocument = ({ code }: { code: string }, { requestId, traceId }: ServerStamp): string =>
  '<?xml version="1.0" encoding="UTF-8"?><Error>' +
  `<Code>${xmlText(code)}</Code><Message></Message>` +
  `<RequestId>${requestId}</RequestId><HostId>${traceId}</HostId></Error>`;

/** What an object's own answer carries beside CORS, by method; the values are the object's. */
const OBJECT_HEADERS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries<readonly string[]>({
    GET: ['Content-Type', 'Content-Length', 'Last-Modified', 'ETag'],
    HEAD: ['Content-Type', 'Content-Length', 'Last-Modified', 'ETag'],
    PUT: ['Content-Length', 'ETag'],
    POST: ['Content-Length', 'ETag']
  })
);

/** What one interface says beside CORS: of itself, and as the document of an error. */
interface Wording {
  own: Header[];
  type: string;
  document: string;
}

/** The whole answer: CORS headers first, as the gateway writes them, then what it says of itself. */
function respond(
  { headers, status }: Decision,
  { method }: WireRequest,
  { own, type, document }: Wording
): WireResponse {
  if (status === null) {
    const object = (OBJECT_HEADERS.get(method) ?? []).map((name): Header => [name, '…']);
    const healthy = method === 'DELETE' ? 204 : 200;
    return { status: healthy, headers: [...object, ...headers, ...own], body: '' };
  }
  const length = byteLength(document);
  const entity: Header[] = [['Content-Length', String(length)]];
  if (document !== '') entity.push(['Content-Type', type]);
  return { status, headers: [...headers, ...entity, ...own], body: document };
}

export const respondAsRgw: StoreDefinition['respond'] = (decision, request, stamp) =>
  respond(decision, request, {
    own: [
      ['x-amz-request-id', stamp.requestId],
      ['Accept-Ranges', 'bytes'],
      ['Date', stamp.date]
    ],
    type: 'application/xml',
    document: decision.error === null ? '' : errorDocument(decision.error, stamp)
  });

/** The Swift interface names the error in plain text. recorded for 403: Ceph RGW 16.2.15 */
const SWIFT_ERRORS: Readonly<Record<number, string>> = {
  400: 'InvalidArgument',
  403: 'AccessDenied',
  404: 'NoSuchBucket',
  405: 'MethodNotAllowed'
};

export const respondAsRgwSwift: StoreDefinition['respond'] = (decision, request, stamp) =>
  respond(decision, request, {
    own: [
      ['X-Trans-Id', stamp.requestId],
      ['X-Openstack-Request-Id', stamp.requestId],
      ['Accept-Ranges', 'bytes'],
      ['Date', stamp.date]
    ],
    type: 'text/plain; charset=utf-8',
    document: SWIFT_ERRORS[decision.status ?? 200] ?? ''
  });
