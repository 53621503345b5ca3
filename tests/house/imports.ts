import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A file of the sources, and what it imports. */
export interface Source {
  /** From the project's folder, with slashes. */
  file: string;
  /** Files of the project, types and modules that are loaded later as well. */
  files: string[];
  /** Packages, as they are named. */
  packages: string[];
}

const isTest = (file: string) => /\.(test|testdata)\.ts$/.test(file);

/** Every file below a folder that is written by hand and no test, in the order of their names. */
export function filesIn(folder: string): string[] {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
    .filter((file) => !file.startsWith('src/paraglide/') && !isTest(file))
    .sort();
}

/** The scripts of a component, or the whole of a module. */
const codeOf = (file: string, text: string): string =>
  file.endsWith('.svelte')
    ? [...text.matchAll(/<script[^>]*>(.*?)<\/script>/gs)].map(([, code]) => code).join('\n')
    : text;

/** What a file names to import: modules, types of modules, and modules that are loaded later. */
export const importsIn = (file: string, text: string): string[] =>
  ts.preProcessFile(codeOf(file, text), true, true).importedFiles.map(({ fileName }) => fileName);

/** The file that an import means; null for a package. */
function fileOf(from: string, source: string): string | null {
  if (source === '#engine') return 'src/engine/index.ts';
  if (source.startsWith('#engine/')) return `src/engine/${source.slice(8)}/index.ts`;
  return source.startsWith('.') ? join(from, '..', source).replaceAll('\\', '/') : null;
}

/** Every source below some folders, with what it imports. */
export function sourcesIn(...folders: string[]): Source[] {
  const isCode = (file: string) => /\.(ts|js|mjs|svelte)$/.test(file);
  return folders
    .flatMap((folder) => filesIn(folder).filter(isCode))
    .map((file): Source => {
      const named = importsIn(file, readFileSync(file, 'utf8'));
      const files = named.flatMap((source) => fileOf(file, source) ?? []);
      return { file, files, packages: named.filter((source) => fileOf(file, source) === null) };
    });
}
