import { createReadStream } from 'node:fs';
import { m } from '../paraglide/messages.js';
import type { Io } from './io.ts';

/** Far above any store's own limit on a configuration; keeps an endless file or pipe from filling the memory. */
const MAX_BYTES = 10 * 1024 * 1024;

const BYTE_ORDER_MARK = '\ufeff';

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
  let bytes: Uint8Array | null;
  try {
    bytes = await collect(path === '-' ? io.stdin : createReadStream(path));
  } catch (error) {
    return refuse(failureOf(error, name));
  }
  if (bytes === null) return refuse(m['cli.file.too-large']({ file: name, megabytes: 10 }));
  const text = textOf(bytes);
  if (text === null) return refuse(m['cli.file.not-text']({ file: name }));
  const mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
  return { ok: true, name, text: text.slice(mark.length), mark };
}

/** Null where there are more bytes than allowed. */
async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > MAX_BYTES) return null;
    pieces.push(chunk);
  }
  return Buffer.concat(pieces);
}

/** Null where the bytes are not UTF-8, or hold a NUL, as no text does. */
function textOf(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
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
