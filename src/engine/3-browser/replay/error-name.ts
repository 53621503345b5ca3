import type { FetchCause } from '../fetch-cause.ts';
import type { BrowserCase, CaseCall } from './case.ts';

/** What XMLHttpRequest throws before it sends. https://xhr.spec.whatwg.org/#the-open()-method */
const XHR_EXCEPTIONS: Partial<Record<FetchCause['code'], string>> = {
  'method-forbidden': 'SecurityError',
  'method-invalid': 'SyntaxError',
  'header-invalid': 'SyntaxError',
  'url-invalid': 'SyntaxError'
};

/** What the script gets for a call that fails: the name of an exception, or `error event`. */
export function errorNameOf(api: BrowserCase['api'], call: CaseCall, cause: FetchCause): string {
  if (api === 'fetch')
    return cause.code === 'stream-unsupported' ? 'NotSupportedError' : 'TypeError';
  if (api === 'element') return 'error event';
  if (cause.code === 'header-invalid' && !call.headers.flat().every(isByteString))
    return 'TypeError';
  return XHR_EXCEPTIONS[cause.code] ?? (call.sync ? 'NetworkError' : 'error event');
}

/** https://webidl.spec.whatwg.org/#es-ByteString */
const isByteString = (text: string): boolean => {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0xff) return false;
  return true;
};
