/** Answers on the wire as Azure and its emulator give them. */
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
export interface AzureLook {
  /** What the store says of itself on every answer. */
  own(stamp: ServerStamp): Header[];
  /** The XML declaration of an error document. */
  declaration: string;
  /** What the error is about, in the store's words. */
  details(error: StoreError, request: WireRequest): string;
  /** What an object's own answer carries beside CORS. */
  sent(request: WireRequest): readonly string[];
}

const HEALTHY: ReadonlyMap<string, number> = new Map(
  Object.entries<number>({ PUT: 201, DELETE: 202 })
);

/** Builds a provider's `respond`: the store's own headers, those of CORS, then those of the body. */
export const respondAsAzure =
  ({ own, declaration, details, sent }: AzureLook) =>
  (
    { status, headers, error }: Decision,
    request: WireRequest,
    stamp: ServerStamp
  ): WireResponse => {
    const told = [...own(stamp), ...headers];
    if (status === null) {
      const named = new Set(told.map(([name]) => name.toLowerCase()));
      const object = sent(request).flatMap((name): Header[] => {
        const lower = name.toLowerCase();
        if (named.has(lower)) return [];
        named.add(lower);
        return [[name, '…']];
      });
      return {
        status: HEALTHY.get(request.method) ?? 200,
        headers: [...told, ...object],
        body: ''
      };
    }
    if (error === null) {
      return { status, headers: [...told, ['Content-Length', '0']], body: '' };
    }
    const message = `${error.message}\nRequestId:${stamp.requestId}\nTime:${stamp.date}`;
    const inside = [
      ['Code', error.code],
      ['Message', message],
      ['MessageDetails', details(error, request)]
    ].map(([name = '', text = '']) => `<${name}>${xmlText(text)}</${name}>`);
    const body = `${declaration}<Error>${inside.join('')}</Error>`;
    const length = String(byteLength(body));
    const entity: Header[] = [
      ['x-ms-error-code', error.code],
      ['Content-Type', 'application/xml'],
      ['Content-Length', length]
    ];
    return { status, headers: [...told, ...entity], body };
  };
