import type { Coded } from '../../model.ts';
import { parseUrl } from './parse-url.ts';
import { isLoopback } from './target.ts';

/** What was changed on the way from the typed text to the origin that a browser sends. */
export interface OriginNoteArgs {
  invalid: { text: string };
  'whitespace-trimmed': Record<string, never>;
  /** No browser sends an origin without a scheme: `origin` is a guess. */
  'scheme-assumed': { origin: string };
  'credentials-dropped': Record<string, never>;
  'path-dropped': { path: string };
  'upper-case-lowered': { written: string };
  'default-port-dropped': { port: string };
  /** Punycode of a name beyond ASCII, or an IP address in its shortest form. */
  'host-rewritten': { written: string; host: string };
  opaque: { scheme: string };
}
export type OriginNote = Coded<OriginNoteArgs>;

export interface SerialisedOrigin {
  /** `null` (the word) for an opaque origin; empty where the text is no origin. */
  origin: string;
  notes: OriginNote[];
}

/** Schemes without an authority, whose pages have an opaque origin. */
const OPAQUE = new Set(['about', 'data', 'file', 'javascript']);

/**
 * Schemes that extensions and app shells register as hierarchical: their engines send `scheme://host`,
 * while the URL standard, which does not know them, says opaque.
 */
const REGISTERED = new Set([
  'app',
  'capacitor',
  'chrome-extension',
  'ionic',
  'moz-extension',
  'safari-web-extension',
  'tauri'
]);

const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*$/;

/** The scheme as written, or null: `localhost:3000` has none, although the URL parser would take one. */
function writtenScheme(text: string): string | null {
  const colon = text.indexOf(':');
  const scheme = text.slice(0, Math.max(colon, 0));
  if (!SCHEME.test(scheme)) return null;
  const known = OPAQUE.has(scheme.toLowerCase()) || scheme.toLowerCase() === 'blob';
  return known || text.startsWith('://', colon) ? scheme : null;
}

/** Scheme, authority and the rest, as they were written. */
function writtenParts(text: string, scheme: string): { authority: string; rest: string } {
  const after = text.slice(scheme.length + 3);
  const end = after.search(/[/?#\\]/);
  const whole = end === -1 ? after : after.slice(0, end);
  return {
    authority: whole.slice(whole.lastIndexOf('@') + 1),
    rest: end === -1 ? '' : after.slice(end)
  };
}

/** Host and port of an authority; an IPv6 host keeps its brackets. */
function hostAndPort(authority: string): [host: string, port: string] {
  const colon = authority.lastIndexOf(':');
  return colon > authority.lastIndexOf(']')
    ? [authority.slice(0, colon), authority.slice(colon + 1)]
    : [authority, ''];
}

/**
 * The origin that a browser sends for a page whose origin, or address, a person typed.
 * Never throws; what was changed is in `notes`, and a text that is no origin has the note `invalid`.
 * https://html.spec.whatwg.org/#ascii-serialisation-of-an-origin
 */
export function serialiseOrigin(text: string): SerialisedOrigin {
  const notes: OriginNote[] = [];
  const trimmed = text.trim();
  if (trimmed !== text) notes.push({ code: 'whitespace-trimmed', args: {} });
  if (trimmed === 'null') return { origin: 'null', notes };

  const scheme = writtenScheme(trimmed);
  const complete = scheme === null ? withScheme(trimmed) : trimmed;
  const url = parseUrl(complete);
  const registered = url !== null && REGISTERED.has(url.protocol.slice(0, -1));
  // A star stands in rules, not in the address of a page.
  if (url === null || url.host.includes('*') || (registered && url.host === '')) {
    notes.push({ code: 'invalid', args: { text: trimmed } });
    return { origin: '', notes };
  }
  const origin = registered ? `${url.protocol}//${url.host}` : url.origin;
  if (origin === 'null') {
    notes.push({ code: 'opaque', args: { scheme: url.protocol.slice(0, -1) } });
    return { origin, notes };
  }
  if (scheme === null) notes.push({ code: 'scheme-assumed', args: { origin } });
  if (url.protocol !== 'blob:') notes.push(...changes(complete, url));
  return { origin, notes };
}

/** A page on the own machine is rarely served over TLS; every other one is. */
function withScheme(text: string): string {
  const guess = `https://${text}`;
  const local = isLoopback(parseUrl(guess)?.hostname ?? '');
  return local ? `http://${text}` : guess;
}

/** What of the written text the origin leaves out or spells another way. */
function changes(text: string, url: URL): OriginNote[] {
  const notes: OriginNote[] = [];
  const scheme = text.slice(0, text.indexOf(':'));
  const { authority, rest } = writtenParts(text, scheme);
  const [host, port] = hostAndPort(authority);
  if (url.username !== '' || url.password !== '')
    notes.push({ code: 'credentials-dropped', args: {} });
  if (rest !== '') notes.push({ code: 'path-dropped', args: { path: rest } });
  if (/[A-Z]/.test(scheme + host))
    notes.push({ code: 'upper-case-lowered', args: { written: `${scheme}://${host}` } });
  if (port !== '' && url.port === '') notes.push({ code: 'default-port-dropped', args: { port } });
  if (host.toLowerCase() !== url.hostname)
    notes.push({ code: 'host-rewritten', args: { written: host, host: url.hostname } });
  return notes;
}
