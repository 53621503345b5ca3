import { dirname, join, relative, sep } from 'node:path';
import { mayImport, mayUse, roomOf } from './rooms.mjs';

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

/** A path as the rooms have it. @param {import('eslint').Rule.RuleContext} context @param {string} path */
const fromProject = (context, path) => relative(context.cwd, path).split(sep).join('/');

/**
 * The path from the project's folder that a relative import means; null for a package.
 * @param {import('eslint').Rule.RuleContext} context @param {string} source
 */
function pathOf(context, source) {
  if (source.startsWith('/')) return source.slice(1);
  return source.startsWith('.')
    ? fromProject(context, join(dirname(context.filename), source))
    : null;
}

const isInEngine = (/** @type {string} */ path) => /^src\/engine(\/|$)/.test(path);

/** Each file imports what `rooms.mjs` lets its room import, and enters the engine from outside by its doors alone. */
const rooms = {
  meta: {
    messages: {
      homeless: 'scripts/rooms.mjs has no room for {{file}}.',
      room: '{{from}} may not import {{to}}: scripts/rooms.mjs says what it may.',
      door: "Import the engine by a door ('#engine', '#engine/lint', …), not {{source}}.",
      computed: 'A room is known by what it imports, so that must be written out.',
      svelte: 'The engine holds no Svelte.'
    }
  },
  /** @param {import('eslint').Rule.RuleContext} context */
  create(context) {
    const file = fromProject(context, context.filename);
    const room = roomOf(file);
    const inEngine = isInEngine(file);
    /** @param {string} source @returns {{ messageId: string, data?: object } | null} */
    const faultOf = (source) => {
      const path = pathOf(context, source);
      const refused = { messageId: 'room', data: { from: room?.path, to: source } };
      if (path !== null && isInEngine(path) && !inEngine)
        return { messageId: 'door', data: { source } };
      if (path !== null) return mayImport(file, path) ? null : refused;
      if (/^#engine\/.*[/.]/.test(source)) return { messageId: 'door', data: { source } };
      return room && mayUse(room, source) ? null : refused;
    };
    // Only what runs on Node.js loads what a build has made.
    const computed = room && mayUse(room, 'node:fs') ? null : { messageId: 'computed' };
    return {
      Program(/** @type {any} */ node) {
        if (room === null) context.report({ node, messageId: 'homeless', data: { file } });
        if (inEngine && /\.svelte(\.|$)/.test(file)) context.report({ node, messageId: 'svelte' });
      },
      ...onImport((source, node) => {
        if (room === null) return;
        const fault = source === null ? computed : faultOf(source);
        if (fault) context.report({ node, ...fault });
      })
    };
  }
};

/** @type {import('eslint').ESLint.Plugin} */
export const boundaries = { rules: { rooms } };
