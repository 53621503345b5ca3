/** Far more than any store takes, and still read and judged at once. */
export const LARGEST_BYTES = 1_000_000;

export type OpenedFile =
  { text: string } | { refused: 'size' | 'binary' | 'encoding' | 'unreadable' };

/** The text of a file, without its byte order mark; or why it cannot be a rule text. */
export async function readRuleFile(file: Blob): Promise<OpenedFile> {
  if (file.size > LARGEST_BYTES) return { refused: 'size' };
  try {
    return decode(new Uint8Array(await file.arrayBuffer()));
  } catch {
    return { refused: 'unreadable' };
  }
}

/** Where an XML declaration names an encoding, before which no other character may stand. https://www.w3.org/TR/xml/#sec-guessing */
const DECLARED = /^<\?xml\s[^>]{0,200}?\bencoding\s*=\s*["']([A-Za-z][\w.-]{0,40})["']/;

/**
 * By its byte order mark, else by the encoding that its XML declaration names, else UTF-8. Bytes that are none of it are
 * refused: which other encoding they are of cannot be known, and a guess would change values.
 * https://encoding.spec.whatwg.org/#bom-sniff
 */
function decode(bytes: Uint8Array): OpenedFile {
  const [marked, declared] = [markOf(bytes), declaredIn(bytes)];
  const text = decodeAs(marked ?? declared ?? 'utf-8', bytes);
  if (text === null) return { refused: bytes.includes(0) ? 'binary' : 'encoding' };
  return text.includes('\0') ? { refused: 'binary' } : { text };
}

function markOf([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xff && second === 0xfe ? 'utf-16le' : null;
}

/** A declaration that can be read byte by byte is not itself of UTF-16, whatever it names. */
function declaredIn(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 300));
  const label = DECLARED.exec(head)?.[1]?.toLowerCase() ?? null;
  return label === null || /^(?:utf-?16|ucs-?2|iso-10646-ucs-2)/.test(label) ? null : label;
}

/** Null where the bytes are not of the encoding, or the browser knows no encoding of the name. */
function decodeAs(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
