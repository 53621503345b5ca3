import { dirname, join, relative, sep } from 'node:path';

/**
 * Calls back with each module that a file names, however it names it.
 * @param {(source: string | null, node: import('eslint').Rule.Node) => void} check `source` is null where it is computed
 * @returns {import('eslint').Rule.RuleListener}
 */
function onImport(check) {
  /** @param {any} node */
  const fromSource = (node) => {
    if (node.source) check(literal(node.source), node);
  };
  return {
    ImportDeclaration: fromSource,
    ExportNamedDeclaration: fromSource,
    ExportAllDeclaration: fromSource,
    ImportExpression: fromSource,
    TSImportType: fromSource,
    TSExternalModuleReference: (/** @type {any} */ node) => check(literal(node.expression), node),
    'CallExpression[callee.object.type="MetaProperty"]': (/** @type {any} */ node) =>
      node.arguments.forEach((/** @type {any} */ argument) => check(literal(argument), node))
  };
}

/** @param {any} node @returns {string | null} */
const literal = (node) => (typeof node.value === 'string' ? node.value : null);

/**
 * The path from the project's folder that a relative import means; null for a package.
 * @param {import('eslint').Rule.RuleContext} context @param {string} source
 */
function pathOf(context, source) {
  if (source.startsWith('/')) return source.slice(1);
  if (!source.startsWith('.')) return null;
  return relative(context.cwd, join(dirname(context.filename), source))
    .split(sep)
    .join('/');
}

/** The engine imports only itself and the parsers, and needs no compiler but TypeScript's: it runs anywhere. */
const pure = {
  meta: {
    messages: {
      impure: 'The engine imports only itself and its parsers, not {{source}}.',
      svelte: 'The engine holds no Svelte.'
    }
  },
  /** @param {import('eslint').Rule.RuleContext} context */
  create: (context) => ({
    Program(/** @type {any} */ node) {
      if (/\.svelte(\.|$)/.test(context.filename)) context.report({ node, messageId: 'svelte' });
    },
    ...onImport((source, node) => {
      const path = source === null ? null : pathOf(context, source);
      const isAllowed = path === null ? isParser(source) : path.startsWith('src/engine/');
      if (isAllowed) return;
      context.report({
        node,
        messageId: 'impure',
        data: { source: source ?? 'a computed module' }
      });
    })
  })
};

const isParser = (/** @type {string | null} */ source) => source === 'yaml';

/** The other rooms import the engine through its doors alone: `#engine`, and one for each capability. */
const door = {
  meta: {
    messages: {
      door: "Import the engine by a door ('#engine', '#engine/lint', …), not {{source}}."
    }
  },
  /** @param {import('eslint').Rule.RuleContext} context */
  create: (context) =>
    onImport((source, node) => {
      if (source === null) return;
      const isInside = /^src\/engine(\/|$)/.test(pathOf(context, source) ?? '');
      if (isInside || /^#engine\/.*[/.]/.test(source)) {
        context.report({ node, messageId: 'door', data: { source } });
      }
    })
};

/** @type {import('eslint').ESLint.Plugin} */
export const boundaries = { rules: { pure, door } };
