import { readFileSync, readdirSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** The only name that stands in many files: what a component takes. */
const SHARED = 'Props';

/** The TypeScript of a file; of a component its scripts alone, each at its offset. */
const scriptsOf = (file: string): string => {
  const text = readFileSync(file, 'utf8');
  if (!file.endsWith('.svelte')) return text;
  const blank = (part: string): string => part.replace(/[^\n]/g, ' ');
  let scripts = '';
  for (const { 0: element, 1: script = '', index } of text.matchAll(
    /<script[^>]*>([\s\S]*?)<\/script>/g
  )) {
    const from = index + element.indexOf('>') + 1;
    scripts += blank(text.slice(scripts.length, from)) + script;
  }
  return scripts;
};

/** Each type that a text defines, exported or not, with its line. */
const typesOf = (file: string, text: string): { name: string; place: string }[] => {
  const types: { name: string; place: string }[] = [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const visit = (node: ts.Node): void => {
    if (
      (ts.isInterfaceDeclaration(node) ||
        ts.isTypeAliasDeclaration(node) ||
        ts.isClassDeclaration(node)) &&
      node.name
    ) {
      const { line } = source.getLineAndCharacterOfPosition(node.name.getStart(source));
      types.push({ name: node.name.text, place: `${file}:${String(line + 1)}` });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return types;
};

/** Names that are defined more than once, each with its places. */
const repeated = (types: readonly { name: string; place: string }[]): string[] => {
  const places = new Map<string, string[]>();
  for (const { name, place } of types) places.set(name, [...(places.get(name) ?? []), place]);
  return [...places]
    .filter(([name, list]) => name !== SHARED && list.length > 1)
    .map(([name, list]) => `${name}: ${list.join(', ')}`);
};

test('a type name that is defined twice is found, wherever it stands', () => {
  const first = typesOf('a.ts', 'export interface Line {}\nclass Props {}');
  const second = typesOf('b.ts', 'const f = () => {\n  type Line = string;\n};\ntype Props = 1;');
  expect(repeated([...first, ...second])).toEqual(['Line: a.ts:1, b.ts:2']);
});

test('no type name is defined twice in the sources', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|svelte)$/.test(file) && !file.startsWith('paraglide'))
    .map((file) => `src/${file}`);
  const types = files.flatMap((file) => typesOf(file, scriptsOf(file)));
  expect(types.length).toBeGreaterThan(500);
  expect(repeated(types)).toEqual([]);
});
