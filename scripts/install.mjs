import './node-version.mjs';
import { readFileSync } from 'node:fs';
import { isMain, must } from './run.mjs';

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }} Locked
 * @typedef {{ packages: Record<string, Locked> }} Lock
 */

/**
 * Whether what is installed is what the lock file names. npm keeps a lock file of its own inside node_modules;
 * packages for other platforms are optional and missing from it.
 * @param {Lock} wanted package-lock.json
 * @param {Lock} installed node_modules/.package-lock.json
 */
export function matches(wanted, installed) {
  return Object.entries(wanted.packages).every(([path, { version, integrity, ...kind }]) => {
    const found = installed.packages[path];
    if (path === '') return true;
    if (!found) return kind.optional || kind.devOptional || false;
    return found.version === version && found.integrity === integrity;
  });
}

/** @param {string} path */
function lock(path) {
  try {
    return /** @type {Lock} */ (JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

/** Installs the packages of package-lock.json, unless they are there. */
export async function install() {
  const wanted = lock('package-lock.json');
  const installed = lock('node_modules/.package-lock.json');
  if (wanted && installed && matches(wanted, installed)) return;
  console.log('Installing packages');
  await must('npm ci --include=dev --no-audit --no-fund');
}

if (isMain(import.meta.url)) await install();
