import type { WireRequest, WireResponse } from '../model.ts';

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

/** A request as it stands on an HTTP/1.1 wire, lines ended by CRLF, without a body. */
export function rawRequest(request: WireRequest): string {
  const host = request.host === '' ? [] : [`Host: ${request.host}`];
  const lines = request.headers.map(([name, value]) => `${name}: ${value}`);
  return [`${request.method} ${request.path} HTTP/1.1`, ...host, ...lines, '', ''].join(CRLF);
}

/** An answer as it stands on an HTTP/1.1 wire; the body is appended as it is. */
export function rawResponse(response: WireResponse): string {
  const lines = response.headers.map(([name, value]) => `${name}: ${value}`);
  const status = `HTTP/1.1 ${response.status} ${reasonOf(response.status)}`;
  return [status, ...lines, '', response.body].join(CRLF);
}
