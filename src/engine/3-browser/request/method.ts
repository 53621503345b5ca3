import { isToken } from '../syntax.ts';

const NORMALISED = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'POST', 'PUT']);
const SAFELISTED = new Set(['GET', 'HEAD', 'POST']);
const FORBIDDEN = new Set(['CONNECT', 'TRACE', 'TRACK']);

/** Whether the text can be a method at all. https://fetch.spec.whatwg.org/#methods */
export function isMethod(method: string): boolean {
  return isToken(method);
}

/** Methods no script may use, in any case. https://fetch.spec.whatwg.org/#forbidden-method */
export function isForbiddenMethod(method: string): boolean {
  return FORBIDDEN.has(method.toUpperCase());
}

/**
 * Six methods are upper-cased, no other: `patch` goes out as `patch`.
 * https://fetch.spec.whatwg.org/#concept-method-normalize
 */
export function normaliseMethod(method: string): string {
  const upper = method.toUpperCase();
  return NORMALISED.has(upper) ? upper : method;
}

/** Methods that alone need no preflight. https://fetch.spec.whatwg.org/#cors-safelisted-method */
export function isSafelistedMethod(method: string): boolean {
  return SAFELISTED.has(method);
}
