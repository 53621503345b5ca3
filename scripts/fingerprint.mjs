import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** @param {string} path @returns {string[]} */
function files(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => files(`${path}/${name}`));
}

/**
 * A hash of the names and contents of files and folders.
 * @param {string[]} paths
 * @param {(file: string) => boolean} [counts] false for a file to leave out
 */
export function fingerprint(paths, counts = () => true) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(files).filter(counts)) {
    hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/**
 * Whether the stamp file holds this fingerprint.
 * @param {string} stamp @param {string} print
 */
export function isFresh(stamp, print) {
  return (
    statSync(stamp, { throwIfNoEntry: false }) !== undefined &&
    readFileSync(stamp, 'utf8') === print
  );
}

/** @param {string} stamp @param {string} print */
export function writeStamp(stamp, print) {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, print);
}
