import type { Header } from '../../model.ts';
import type { ScriptCall } from '../request/script-call.ts';
import type { Engine } from '../engines/engine.ts';
import type { FetchCause } from '../fetch-cause.ts';
import type { FetchResult } from '../fetch/fetch-result.ts';

/** What a script gets instead of an answer. */
export interface ScriptError {
  /** The name of an exception, or `error event`. */
  name: string;
  /** Null where it is no exception, or its message was not recorded. */
  message: string | null;
}

/** What XMLHttpRequest throws before it sends. https://xhr.spec.whatwg.org/#the-open()-method */
const XHR_EXCEPTIONS: Partial<Record<FetchCause['code'], string>> = {
  'method-forbidden': 'SecurityError',
  'method-invalid': 'SyntaxError',
  'header-invalid': 'SyntaxError',
  'url-invalid': 'SyntaxError'
};

/** Who calls; a synchronous XMLHttpRequest throws where another one has an event. */
type Caller = Pick<ScriptCall, 'api' | 'headers'> & { sync: boolean };

/** What the script gets for a call that fails; null for one that does not. */
export function scriptErrorOf(
  caller: Caller,
  { failure, request }: FetchResult,
  { rejection }: Engine
): ScriptError | null {
  if (failure === null) return null;
  const { cause } = failure;
  const name = nameOf(caller, cause);
  // What is refused before there is a request is an exception of its own wording.
  const isRejection = request !== null || cause.code === 'scheme-unsupported';
  const rejects = caller.api === 'fetch' && isRejection;
  return { name, message: rejects ? rejection : null };
}

function nameOf({ api, headers, sync }: Caller, cause: FetchCause): string {
  if (api === 'fetch')
    return cause.code === 'stream-unsupported' ? 'NotSupportedError' : 'TypeError';
  if (api === 'element') return 'error event';
  if (cause.code === 'header-invalid' && !isByteStrings(headers)) return 'TypeError';
  return XHR_EXCEPTIONS[cause.code] ?? (sync ? 'NetworkError' : 'error event');
}

/** https://webidl.spec.whatwg.org/#es-ByteString */
function isByteStrings(headers: readonly Header[]): boolean {
  return headers.every((header) => header.every(isByteString));
}

const isByteString = (text: string): boolean => {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0xff) return false;
  return true;
};
