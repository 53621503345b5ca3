import type { Writable } from 'node:stream';

/** What a command may touch of the world around it; `process` is one, tests make their own. */
export interface Io {
  stdin: AsyncIterable<Uint8Array>;
  stdout: Writable & { isTTY?: boolean };
  stderr: Writable & { isTTY?: boolean };
  env: Readonly<Record<string, string | undefined>>;
}

/** Exit statuses, the same for every command. */
export const EXIT = {
  /** Allowed, nothing wrong. */
  fine: 0,
  /** Blocked, or a header that the script needs cannot be read. */
  blocked: 1,
  /** Wrong usage, or input that cannot be read. */
  unreadable: 2,
  /** A fault of this program; never one of the others, which say something of the rules. */
  failed: 3
} as const;

/** Takes the exit status of a command that has come to its end. */
export type Finish = (status: number) => void;
