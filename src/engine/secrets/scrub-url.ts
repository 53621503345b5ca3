import { HIDDEN } from '../model.ts';
import { isHarmlessName, isHarmlessParameter } from './harmless-parameters.ts';
import type { RemovedSecret, ScrubResult } from './removed-secret.ts';

/** A name that is longer is more likely a secret itself. */
const LONGEST_NAME = 64;
/** How often one address is written into another, each time escaped once more. */
const DEEPEST = 4;

/**
 * An address without user name, password and fragment, and with {@link HIDDEN} for every value that is not known to be harmless:
 * of a parameter, of a `name=value` in the path, and of what follows an escaped question mark there. Else the path stays, since it
 * names the object, and so does the host. In: any text that may be an address, whole or relative. Linear.
 * https://url.spec.whatwg.org/#url-writing
 */
export function scrubUrl(address: string): ScrubResult<string> {
  const removed: RemovedSecret[] = [];
  const take = (place: RemovedSecret['place'], name: string, value: string) => {
    if (value !== '' && !isHidden(value)) removed.push({ place, name, length: value.length });
  };
  const hash = address.indexOf('#');
  const whole = hash === -1 ? address : address.slice(0, hash);
  const mark = whole.indexOf('?');
  const before = mark === -1 ? whole : whole.slice(0, mark);
  const path = scrubPath(withoutUser(before, take), take);
  const query = mark === -1 ? '' : `?${scrubQuery(whole.slice(mark + 1), take)}`;
  if (hash !== -1) take('fragment', '', address.slice(hash + 1));
  return { value: path + query, removed };
}

/** As it was written, or as an address in its normal form has it. */
const isHidden = (value: string): boolean =>
  value === HIDDEN || value === encodeURIComponent(HIDDEN);

type Take = (place: RemovedSecret['place'], name: string, value: string) => void;

function withoutUser(address: string, take: Take): string {
  const authority = address.startsWith('//') ? 2 : address.indexOf('://') + 3;
  if (authority === 2 && !address.startsWith('//')) return address;
  const length = address.slice(authority).search(/[/\\]/);
  const end = length === -1 ? address.length : authority + length;
  const at = address.slice(authority, end).lastIndexOf('@');
  if (at === -1) return address;
  take('user', '', address.slice(authority, authority + at));
  return address.slice(0, authority) + address.slice(authority + at + 1);
}

/** What is no path names nothing: `data:` holds what it is, and `blob:` a name that only its page knows. */
const OPAQUE = /^[a-z][a-z0-9+.-]*:(?!\/\/|$)/i;
const HOST_AND_PORT = /^[\w.-]+:\d+(?:\/|$)/;

/** An address in the path of another is scrubbed with it: `/proxy/https://me:secret@b.example/k%3Fsig%3D…`. */
function scrubPath(path: string, take: Take): string {
  const [opaque] = OPAQUE.exec(path) ?? [];
  if (opaque !== undefined && !HOST_AND_PORT.test(path)) {
    take('path', '', path.slice(opaque.length));
    return opaque + HIDDEN;
  }
  const hide = (name: string, value: string) => {
    take('path', name, value);
    return HIDDEN;
  };
  return path
    .replace(/(%(?:25)*3F)(.+)$/is, (_, mark: string, rest: string) => mark + hide('', rest))
    .replace(/:\/\/([^/@]+)@/g, (_, user: string) => `://${hide('', user)}@`)
    .split('/')
    .map((segment) => {
      const [equals] = /=|%3D/i.exec(segment) ?? [];
      if (equals === undefined) return segment;
      const from = segment.indexOf(equals);
      const value = segment.slice(from + equals.length);
      const name = segment.slice(segment.slice(0, from).search(/[^;&]*$/), from);
      return value === '' ? segment : segment.slice(0, from) + equals + hide(name, value);
    })
    .join('/');
}

const scrubQuery = (query: string, take: Take): string =>
  query
    .split('&')
    // Some servers part parameters by semicolons, and a copied page by `&amp;`; what is hidden already was a parameter before.
    .map((part) =>
      part
        .split(/;(?=[^;=]*=|(?:…|%E2%80%A6)(?:;|$))/)
        .map((pair) => scrubPair(pair, take))
        .join(';')
    )
    .join('&');

function scrubPair(pair: string, take: Take): string {
  const equals = pair.indexOf('=');
  const written = equals === -1 ? pair : pair.slice(0, equals);
  const value = equals === -1 ? '' : pair.slice(equals + 1);
  const name = decoded(written);
  if (isHarmlessParameter(name) && !isHidden(value) && isPlain(value)) return pair;
  if (/^=*$/.test(value) || written.length > LONGEST_NAME) return scrubName(pair, name, take);
  take('parameter', name, value);
  return `${written}=${HIDDEN}`;
}

/** What stands without a value may be one itself, as where the `=` at its end is padding. */
function scrubName(pair: string, name: string, take: Take): string {
  if (pair === '' || pair === 'amp' || isHarmlessName(name)) return pair;
  take('parameter', '', pair);
  return HIDDEN;
}

/** Whether a value holds no other address and no parameters of its own. */
function isPlain(value: string): boolean {
  let text = value;
  for (let depth = 0; depth < DEEPEST; depth++) {
    if (/[=?&@]|:\/\//.test(text)) return false;
    const next = decoded(text);
    if (next === text) return true;
    text = next;
  }
  return false;
}

/** `X%2DAmz%2DSignature` is the same parameter; a name that cannot be decoded is taken as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
