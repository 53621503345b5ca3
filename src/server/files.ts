import { readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Content codings in which the build holds a file beside the file itself, the one that we prefer first. */
const CODINGS = new Map([
  ['br', '.br'],
  ['gzip', '.gz']
]);

/** A file that answers at one address. */
export interface BuiltFile {
  /** The folder, and the path inside it, with `/` on every system. */
  root: string;
  path: string;
  /** The path of the same content in another coding, by the coding's name. */
  coded: ReadonlyMap<string, string>;
  isPage: boolean;
}

/** The files of the build, by the address at which each answers. Files in another coding have no address of their own. */
export type BuiltFiles = ReadonlyMap<string, BuiltFile>;

/**
 * Lists the folders of a build; the content stays on the disk.
 * @param build the folder that SvelteKit's adapter wrote
 */
export function listFiles(build: string): BuiltFiles {
  const assets = filesIn(join(build, 'client')).map((file) => [`/${file.path}`, file] as const);
  const pages = filesIn(join(build, 'prerendered')).map(
    (file) => [addressOf(file.path), { ...file, isPage: true }] as const
  );
  return new Map([...assets, ...pages]);
}

function filesIn(root: string): BuiltFile[] {
  const paths = new Set(
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((path) => statSync(join(root, path)).isFile())
      .map((path) => path.split(sep).join('/'))
  );
  return [...paths]
    .filter((path) => !isCoded(path, paths))
    .map((path) => {
      const coded = [...CODINGS].map(([coding, ending]) => [coding, path + ending] as const);
      return {
        root,
        path,
        coded: new Map(coded.filter(([, other]) => paths.has(other))),
        isPage: false
      };
    });
}

const isCoded = (path: string, paths: ReadonlySet<string>) =>
  [...CODINGS.values()].some(
    (ending) => path.endsWith(ending) && paths.has(path.slice(0, -ending.length))
  );

/** A page's file as SvelteKit names it: `index.html` is `/`, `docs.html` is `/docs`, `docs/index.html` is `/docs/`. */
const addressOf = (path: string) => `/${path.replace(/\.html$/, '').replace(/(^|\/)index$/, '$1')}`;

/** The address of which this one is another spelling: with a slash at its end, or with that of a coding. */
export const withoutEnding = (address: string): string => address.replace(/(\.br|\.gz)?\/?$/, '');
