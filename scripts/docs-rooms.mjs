import { readFileSync, writeFileSync } from 'node:fs';
import { MODEL, ROOMS } from './rooms.mjs';
import { isMain } from './run.mjs';

const FILE = 'ARCHITECTURE.md';
const [BEGIN, END] = ['<!-- rooms: npm run docs:rooms -->', '<!-- /rooms -->'];
const ENGINE = 'src/engine/';

/** @typedef {import('./rooms.mjs').Room} Room */

const isInEngine = (/** @type {Room} */ { path }) => path.startsWith(ENGINE);

/** @param {Room} room */
function row(room) {
  const { path, what, may, packages = [], apart } = room;
  const shown = (/** @type {string} */ name) =>
    `\`${isInEngine(room) && name.startsWith(ENGINE) ? name.slice(ENGINE.length) : name}\``;
  const names = [...may.filter((name) => name !== MODEL), ...packages].map(shown).join(', ');
  const told = apart ? `${what}; its folders do not import each other` : what;
  return `| ${shown(path)} | ${told} | ${names || 'nothing'} |`;
}

/** @param {readonly Room[]} rooms */
const table = (rooms) =>
  ['| room | what | may import |', '| --- | --- | --- |', ...rooms.map(row)].join('\n');

const written = `In \`${ENGINE}\`, where all may import the model, \`${MODEL.slice(ENGINE.length)}\`:

${table(ROOMS.filter(isInEngine))}

Around it, where \`#engine\` is each of the engine's doors (\`#engine\`, \`#engine/lint\`, …):

${table(ROOMS.filter((room) => !isInEngine(room)))}`;

/** The text of ARCHITECTURE.md with the rooms as they are, laid out. @param {string} text */
export async function architecture(text) {
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (from === -1 || to < from) throw new Error(`${FILE} lacks ${BEGIN} or ${END}.`);
  const { format, resolveConfig } = await import('prettier');
  const config = await resolveConfig(FILE);
  const whole = `${text.slice(0, from)}${BEGIN}\n\n${written}\n\n${text.slice(to)}`;
  return format(whole, { ...config, filepath: FILE });
}

if (isMain(import.meta.url)) writeFileSync(FILE, await architecture(readFileSync(FILE, 'utf8')));
