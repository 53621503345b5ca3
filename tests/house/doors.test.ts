import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { filesIn, sourcesIn } from './imports.ts';

/** Where each folder is one thing, which its `index.ts` makes of the files beside it. */
const THINGS = ['src/engine/providers', 'src/engine/1-read/formats'];

const indexes = filesIn('src').filter((file) => basename(file).startsWith('index.'));
const isThing = (file: string) => THINGS.includes(dirname(dirname(file)));
const parsed = (file: string) =>
  ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);

test.each(indexes.filter((file) => !isThing(file)))('%s is a door and nothing else', (file) => {
  const others = parsed(file).statements.filter(
    (statement) => !(ts.isExportDeclaration(statement) && statement.moduleSpecifier)
  );
  expect(others.map(({ kind }) => ts.SyntaxKind[kind])).toEqual([]);
});

test.each(indexes.filter(isThing))('%s gives one thing', (file) => {
  const given = parsed(file).statements.filter(
    (statement) =>
      ts.isVariableStatement(statement) &&
      statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  );
  expect(given).toHaveLength(1);
});

test('the doors of the engine stand in its own folder and in those of its capabilities', () => {
  const doors = indexes.filter((file) => !isThing(file));
  expect(doors.filter((file) => !/^src\/engine\/([a-z]+\/)?index\.ts$/.test(file))).toEqual([]);
  const entered = sourcesIn('src')
    .filter(({ file }) => !file.startsWith('src/engine/'))
    .flatMap(({ files }) => files.filter((file) => file.startsWith('src/engine/')));
  expect([...new Set(entered)].sort()).toEqual(doors.sort());
});
