import { randomUUID } from 'node:crypto';
import { open, realpath, rename, rm, stat, writeFile, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Gives a file another text. It is written beside the file and then renamed, so that the file holds the old text or the
 * new one and never half of it. Its mode stays, its owner where that may be given away, and a link to it.
 * @param path of a file that is there; what is no file, such as a pipe, is written to as it is
 * @throws what the system says where it cannot be written; the file is then as it was
 */
export async function replaceFile(path: string, text: string): Promise<void> {
  const target = await realpath(path);
  const before = await stat(target);
  if (!before.isFile()) return writeFile(target, text);
  const beside = join(dirname(target), `.${basename(target)}.${randomUUID()}`);
  try {
    const file = await open(beside, 'wx', 0o600);
    await fill(file, text, before).finally(() => file.close());
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

async function fill(
  file: FileHandle,
  text: string,
  { uid, gid, mode }: { uid: number; gid: number; mode: number }
): Promise<void> {
  await file.writeFile(text);
  // Another's file may be written by many, and given to its owner by few.
  await file.chown(uid, gid).catch(() => undefined);
  await file.chmod(mode & 0o7777);
  await file.sync();
}
