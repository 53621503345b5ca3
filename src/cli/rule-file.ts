import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { m } from '../paraglide/messages.js';
import type { Io } from './io.ts';

/** Far above any store's own limit on a configuration; keeps an endless file or pipe from filling the memory. */
const MAX_BYTES = 10 * 1024 * 1024;

const BYTE_ORDER_MARK = '\ufeff';
const REPLACEMENT = '\ufffd';
const WRITTEN = Buffer.from(REPLACEMENT);

export type RuleFile =
  | {
      ok: true;
      name: string;
      text: string;
      /** The byte order mark, or nothing. */
      mark: string;
    }
  | { ok: false; message: string };

/** Reads a rule text from a file, or from standard input where `path` is `-`. A byte order mark is left out. */
export async function readRuleFile(path: string, io: Io): Promise<RuleFile> {
  const name = path === '-' ? m['cli.file.stdin']() : path;
  const refuse = (message: string): RuleFile => ({ ok: false, message });
  let bytes: Buffer | null;
  try {
    bytes = await collect(path === '-' ? io.stdin : createReadStream(path));
  } catch (error) {
    return refuse(failureOf(error, name));
  }
  if (bytes === null) return refuse(m['cli.file.too-large']({ file: name, megabytes: 10 }));
  const nul = bytes.indexOf(0);
  if (nul !== -1) return refuse(m['cli.file.binary']({ file: name, offset: nul }));
  const text = bytes.toString('utf8');
  const offset = firstWrongByte(bytes, text);
  if (offset !== null) {
    const byte = `0x${(bytes[offset] ?? 0).toString(16).toUpperCase()}`;
    return refuse(m['cli.file.not-utf8']({ file: name, offset, byte }));
  }
  const mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
  return { ok: true, name, text: text.slice(mark.length), mark };
}

/** Null where there are more bytes than allowed. */
async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Buffer | null> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > MAX_BYTES) return null;
    pieces.push(chunk);
  }
  return Buffer.concat(pieces);
}

/**
 * Where bytes stop being UTF-8, counted from 0; null where they are all of it.
 * @param text what they decode to, with U+FFFD for wrong bytes, and for itself
 */
function firstWrongByte(bytes: Buffer, text: string): number | null {
  if (isUtf8(bytes)) return null;
  let offset = 0;
  let from = 0;
  for (let at = text.indexOf(REPLACEMENT); at !== -1; at = text.indexOf(REPLACEMENT, from)) {
    offset += Buffer.byteLength(text.slice(from, at));
    if (!bytes.subarray(offset, offset + WRITTEN.length).equals(WRITTEN)) return offset;
    offset += WRITTEN.length;
    from = at + 1;
  }
  return null;
}

function failureOf(error: unknown, file: string): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  switch (code) {
    case 'ENOENT':
      return m['cli.file.missing']({ file });
    case 'EISDIR':
      return m['cli.file.directory']({ file });
    case 'EACCES':
      return m['cli.file.forbidden']({ file });
    default:
      return m['cli.file.failed']({ file, code });
  }
}
