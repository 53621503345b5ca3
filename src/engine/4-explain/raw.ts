import type { Header, WireRequest, WireResponse } from '../model.ts';
import { scrubHeaders, scrubUrl } from '../secrets/index.ts';

const CRLF = '\r\n';

/** Reason phrases of RFC 9110 for the statuses that the stores answer with. */
const REASONS: Readonly<Record<number, string>> = {
  200: 'OK',
  204: 'No Content',
  301: 'Moved Permanently',
  302: 'Found',
  307: 'Temporary Redirect',
  308: 'Permanent Redirect',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  500: 'Internal Server Error'
};

/** The reason phrase of a status, empty where it has none here. */
export const reasonOf = (status: number): string => REASONS[status] ?? '';

const linesOf = (headers: readonly Header[]): string[] =>
  scrubHeaders(headers).value.map(([name, value]) => `${name}: ${value}`);

/** A request as it stands on an HTTP/1.1 wire, lines ended by CRLF, without a body and without secrets. */
export function rawRequest({ host, method, path, headers }: WireRequest): string {
  const start = `${method} ${scrubUrl(path).value} HTTP/1.1`;
  return [start, ...(host === '' ? [] : [`Host: ${host}`]), ...linesOf(headers), '', ''].join(CRLF);
}

/** An answer as it stands on an HTTP/1.1 wire, without secrets in its headers; the body is appended as it is. */
export function rawResponse(response: WireResponse): string {
  const status = `HTTP/1.1 ${response.status} ${reasonOf(response.status)}`;
  return [status, ...linesOf(response.headers), '', response.body].join(CRLF);
}
