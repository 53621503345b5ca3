import { isForbiddenMethod } from './method.ts';
import type { BrowserRules } from '../rules.ts';
import { splitList } from '../syntax.ts';

const FORBIDDEN = new Set([
  'accept-charset',
  'accept-encoding',
  'access-control-request-headers',
  'access-control-request-method',
  'connection',
  'content-length',
  'cookie',
  'cookie2',
  'date',
  'dnt',
  'expect',
  'host',
  'keep-alive',
  'origin',
  'referer',
  'set-cookie',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via'
]);

const METHOD_OVERRIDES = new Set(['x-http-method', 'x-http-method-override', 'x-method-override']);

/**
 * Whether a browser leaves the header out because only it may set it.
 * https://fetch.spec.whatwg.org/#forbidden-request-header
 */
export function isForbiddenHeader(name: string, value: string, rules: BrowserRules): boolean {
  const lower = name.toLowerCase();
  if (FORBIDDEN.has(lower) || rules.extraForbidden.has(lower)) return true;
  if (lower.startsWith('proxy-') || lower.startsWith('sec-')) return true;
  return METHOD_OVERRIDES.has(lower) && splitList(value).some(isForbiddenMethod);
}
