/** What comments cite is in the repository, down to the section. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

const filesIn = (folder: string, recursive = true): string[] =>
  readdirSync(join(ROOT, folder), { recursive, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(ROOT, join(parentPath, name)).split(sep).join('/'));

const FOLDERS = ['docs', 'messages', 'scripts', 'src', 'static', 'tests'];
const files = [...filesIn('', false), ...FOLDERS.flatMap((folder) => filesIn(folder))];
const pages = files.filter((path) => path.endsWith('.md'));
const source = files.filter((path) =>
  /^(src|tests|scripts)\/.*\.(ts|mjs|js|svelte|css)$/.test(path)
);

const ADDRESS = /\b[a-z]+:\/\/[^\s'"`)]+/g;

/** The comments of a source text, without the addresses in them; what a text within quotes looks like is taken too. */
const commentsOf = (text: string): string[] =>
  (text.replace(ADDRESS, '').match(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|\/\/.*$/gm) ?? []).map(
    (comment) => comment.replace(/\s*\n\s*\*?\s*/g, ' ')
  );

/** Paths, or ends of paths, that a comment names. */
const PATH = /(?<![\w./@<*-])(?:[\w.-]+\/)*[\w.-]*\w\.(?:md|ts|mjs|svelte|jsonl)\b/g;
const SECTIONS = /(docs\/[\w./-]+\.md)((?:(?:,| and| to)? \d+(?:\.\d+)*)*)/g;

/** The type of a neighbour is named as it is imported: `./neighbour.mjs`. */
const isThere = (path: string): boolean =>
  files.some((file) => `/${file}`.endsWith(`/${path.replace(/^\.\//, '')}`));

/** What is cited and is not there, of one comment. */
function missingOf(comment: string): string[] {
  const paths = (comment.match(PATH) ?? []).filter((path) => !isThere(path));
  const sections = [...comment.matchAll(SECTIONS)].flatMap(([, path = '', numbers = '']) =>
    (numbers.match(/\d+(?:\.\d+)*/g) ?? [])
      .filter((number) => isThere(path) && !hasSection(path, number))
      .map((number) => `${path} ${number}`)
  );
  return [...paths, ...sections];
}

const hasSection = (path: string, number: string): boolean =>
  new RegExp(`^#+ ${number.replaceAll('.', '\\.')} `, 'm').test(read(path));

test.each([
  ['/** docs/facts/s3.md 1.1 */', []],
  ['/** docs/facts/s3.md 9.9 and 2 */', ['docs/facts/s3.md 9.9']],
  ['/** docs/facts/rgw-swift.md 1.3, docs/facts/s3.md 1 to 77 */', ['docs/facts/s3.md 77']],
  ['/** facts/s3-family.md 1.1 */', ['facts/s3-family.md']],
  ['/** See tests/nothing.jsonl. */', ['tests/nothing.jsonl']],
  ['/** As providers/providers.ts says. */', []],
  ["/** @type {import('./rooms.mjs').Room} */", []],
  ['/** https://example.com/spec.md */', []]
])('%s', (comment, missing) => {
  expect(commentsOf(comment).flatMap(missingOf)).toEqual(missing);
});

test('every file and section that a comment cites is in the repository', () => {
  expect(source.length).toBeGreaterThan(500);
  const missing = source
    .filter((path) => path !== 'tests/citations.test.ts')
    .flatMap((path) =>
      commentsOf(read(path))
        .flatMap(missingOf)
        .map((cited) => `${path}: ${cited}`)
    );
  expect(missing).toEqual([]);
});

test('the list of facts names every page of them', () => {
  const facts = pages.filter((path) => /^docs\/facts\/(?!README)/.test(path));
  expect(facts.length).toBeGreaterThan(5);
  for (const page of facts) expect(read('docs/facts/README.md')).toContain(`](${page.slice(11)})`);
});

/** Links of a page, from its own folder, and the paths that it names as code, from the project's; those with a blank to fill in aside. */
const cited = (page: string): string[] => {
  const text = read(page);
  const links = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => join(page, '..', target).split(sep).join('/'));
  const named = [...text.matchAll(/`((?:src|tests|scripts|messages|docs)\/[\w./+()[\]-]+)`/g)];
  return [...links, ...named.map(([, path = '']) => path.replace(/\/$/, ''))];
};

test.each(pages)('everything that %s points to is there', (page) => {
  const missing = cited(page).filter(
    (path) => !files.some((file) => file === path || file.startsWith(`${path}/`))
  );
  expect(missing).toEqual([]);
});

test('every script of npm that a page names is one', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const named = pages.flatMap((page) =>
    [...read(page).matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name)
  );
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
});
