/** Programs of a few lines, one for each step, which all libraries are used by in the same way. */
import { fileOf, type WayDraft } from './store.ts';

const { before: BEFORE } = fileOf('json');

export type Operation = 'read' | 'save' | 'restore' | 'delete';

/** What sets one library apart; every text is source code of our own with literals in it. */
interface Library {
  /** Lines that import it, and what an operation needs of it. */
  imports: (operation: Operation) => readonly string[];
  client: readonly string[];
  /** Puts the rules that the bucket has into a variable `before`. */
  read: readonly string[];
  /** The rules as a literal. */
  rules: string;
  /** Saves the rules of a variable of that name. */
  put: (rules: string) => readonly string[];
  remove: readonly string[];
}

type Steps = WayDraft['steps'];

/** The steps in JavaScript, as ES modules for Node. */
export function jsSteps({ imports, client, read, rules, put, remove }: Library): Steps {
  const script = (operation: Operation, file: string | null, ...body: readonly string[]): string =>
    [
      `// node cors-${operation}.mjs`,
      ...(file === null ? [] : [`import { ${file} } from 'node:fs/promises';`]),
      ...imports(operation),
      '',
      ...client,
      ...body
    ].join('\n');
  return {
    read: script(
      'read',
      'writeFile',
      ...read,
      `await writeFile('${BEFORE}', JSON.stringify(before, null, 2));`
    ),
    save: script('save', null, `const rules = ${rules};`, ...put('rules')),
    restore: script(
      'restore',
      'readFile',
      `const before = JSON.parse(await readFile('${BEFORE}', 'utf8'));`,
      ...put('before')
    ),
    delete: script('delete', null, ...remove)
  };
}

/** The steps in Python; `modules` of its own library stand before the others. */
export function pythonSteps(
  python: string,
  { modules = [], imports, client, read, rules, put, remove }: Library & { modules?: string[] }
): Steps {
  const standardOf = (json: boolean): string[] => {
    const lines = [...(json ? ['json'] : []), ...modules].map((module) => `import ${module}`);
    return lines.length === 0 ? [] : [...lines, ''];
  };
  const script = (operation: Operation, json: boolean, ...body: readonly string[]): string =>
    [
      `# ${python} cors_${operation}.py`,
      ...standardOf(json),
      ...imports(operation),
      '',
      ...client,
      ...body
    ].join('\n');
  return {
    read: script(
      'read',
      true,
      ...read,
      `with open("${BEFORE}", "w", encoding="utf-8") as file:`,
      '    json.dump(before, file, indent=2)'
    ),
    save: script('save', false, `rules = ${rules}`, ...put('rules')),
    restore: script(
      'restore',
      true,
      `with open("${BEFORE}", encoding="utf-8") as file:`,
      '    before = json.load(file)',
      ...put('before')
    ),
    delete: script('delete', false, ...remove)
  };
}
