/**
 * The plan of the house: who may import whom. ESLint's rule, its tests and the table in ARCHITECTURE.md are made from this
 * one list. A room may import only what stands above it, so that no two rooms can need each other.
 *
 * @typedef {object} Room
 * @property {string} path which files are in it: `*` is any name, `**` any path, `{a,b}` either; the longest path that
 *   fits a file is its room
 * @property {string} what
 * @property {readonly string[]} may the rooms above that it may import, as `x/**` for all below a folder that is none; `#engine`
 *   is each door of the engine
 * @property {readonly string[]} [packages] those that it may import, by name; `node:*` is what Node.js brings
 * @property {true} [apart] its folders do not import each other
 */

const ENGINE = 'src/engine/';
/** What every room of the engine may import. */
export const MODEL = `${ENGINE}{model,written}.ts`;

/**
 * A room of the engine; `may` names others of them.
 * @param {string} path @param {string} what @param {readonly string[]} may @param {Pick<Room, 'packages' | 'apart'>} [more]
 * @returns {Room}
 */
const engine = (path, what, may, more = {}) => ({
  path: ENGINE + path,
  what,
  may: [MODEL, ...may.map((room) => ENGINE + room)],
  ...more
});

const SYNTAXES = '1-read/{xml,json,yaml,hcl,headers}/**';
const READ_RULES = '1-read/{read-rules,spelling-of,change-text,losses,own-format,syntaxes,tidy}.ts';
const WRAPPING = '1-read/wrapping/**';
const STORES = 'providers/providers.ts';
const FAMILY_COMMANDS = 'providers/families/*/{commands,ways}.ts';
const DIFFERENCE =
  'compare/{difference,call,change-of-answer,origin-classes,header-classes,representatives,ends}.ts';
const IMPORT = 'import/{index,read-symptom,gather,agreement}.ts';
const LINT = 'lint/{index,lint,all-checks,mend-all,levels}.ts';
const TIMELINE = 'timeline/{index,scenarios}.ts';

/** @type {readonly Room[]} */
export const ROOMS = [
  {
    path: MODEL,
    what: 'the words: Span, Rule, RuleSet, PageRequest, WireRequest, Decision, Step',
    may: []
  },
  engine('1-read/*', 'what every syntax and format speaks of: problems, rules, places', []),
  engine('1-read/text/**', 'texts as such: lines, gaps, what leaves with its line', []),
  engine('1-read/tree/**', 'the tree that JSON, YAML and HCL share: reading, edits, the cursor', [
    '1-read/*',
    '1-read/text/**'
  ]),
  engine(
    SYNTAXES,
    'one folder per syntax: text → document, with what is wrong; tidy, cursor, comments',
    ['1-read/*', '1-read/text/**', '1-read/tree/**'],
    { packages: ['yaml'], apart: true }
  ),
  engine(
    '1-read/formats/**',
    'one file or folder per format: document → rules, printing, edits that touch only what they mean',
    ['1-read/*', '1-read/text/**', '1-read/tree/**', SYNTAXES]
  ),
  engine(
    WRAPPING,
    'what rules stand in: code, commands, outputs, forms; where they stand there, as text that a format reads',
    ['1-read/*', SYNTAXES]
  ),
  engine(
    READ_RULES,
    'text → rules with spans and problems, in whichever format; changes, tidy, comments, losses',
    ['1-read/*', '1-read/text/**', '1-read/tree/**', SYNTAXES, '1-read/formats/**', WRAPPING]
  ),
  engine(
    '2-bucket/**',
    'what stores are built from: patterns, conditions, gates, answer headers',
    []
  ),
  engine('3-browser/*', 'what the stages of a call share: rules, steps, causes, header syntax', []),
  engine('3-browser/url/**', 'addresses and origins', ['3-browser/*']),
  engine('3-browser/request/**', 'what a script asks for, and what of it a browser sends', [
    '3-browser/*',
    '3-browser/url/**'
  ]),
  engine('3-browser/check/**', 'what a browser makes of an answer', [
    '3-browser/*',
    '3-browser/url/**',
    '3-browser/request/**'
  ]),
  engine('3-browser/fetch/**', 'a call from its first address to its last', [
    '3-browser/*',
    '3-browser/url/**',
    '3-browser/request/**',
    '3-browser/check/**'
  ]),
  engine('3-browser/engines/**', 'what each browser engine does and says differently', [
    '3-browser/*',
    '3-browser/url/**',
    '3-browser/fetch/**'
  ]),
  engine('3-browser/page/**', "a page's call in one engine: what its script gets, what differs", [
    '3-browser/*',
    '3-browser/url/**',
    '3-browser/request/**',
    '3-browser/fetch/**',
    '3-browser/engines/**'
  ]),
  engine('3-browser/replay/**', 'recorded calls, run again', [
    '3-browser/*',
    '3-browser/url/**',
    '3-browser/request/**',
    '3-browser/check/**',
    '3-browser/fetch/**',
    '3-browser/engines/**',
    '3-browser/page/**'
  ]),
  engine(
    'secrets/**',
    'what of a call may be shown, kept and copied: values that are known to be harmless',
    ['3-browser/*']
  ),
  engine('shell/**', 'quoting for shells, and cURL', ['secrets/**']),
  engine(
    'form/**',
    "what a store's page asks of one field; lines to changes; what it cannot show",
    ['1-read/*', READ_RULES]
  ),
  engine('providers/provider.ts', 'what a store is', ['1-read/*', '2-bucket/**', 'form/**']),
  engine('providers/shared/**', 'what stores of any family share', [
    '1-read/*',
    'form/**',
    'providers/provider.ts'
  ]),
  engine('providers/families/**', 'what the stores of one family share: S3, RGW, Azure, Swift', [
    '1-read/**',
    '2-bucket/**',
    'form/**',
    'providers/provider.ts',
    'providers/shared/**'
  ]),
  engine(
    'providers/*/**',
    'one folder per store: how it reads, decides and words its answer',
    [
      '1-read/**',
      '2-bucket/**',
      'form/**',
      'providers/provider.ts',
      'providers/shared/**',
      'providers/families/**'
    ],
    { apart: true }
  ),
  engine(STORES, 'the list of stores, each of which keeps rules in its own formats alone', [
    READ_RULES,
    'providers/provider.ts',
    'providers/shared/**',
    'providers/*/**'
  ]),
  engine(
    'endpoints/**',
    'who answers at an address: services, places that are no bucket; which store a text or address speaks of',
    ['1-read/**', '3-browser/url/**', STORES]
  ),
  engine('providers/ways/**', 'what commands are written from: address, target, note, Terraform', [
    '1-read/**',
    '2-bucket/**',
    '3-browser/url/**',
    'shell/**',
    'providers/provider.ts',
    STORES
  ]),
  engine(FAMILY_COMMANDS, 'how the stores of one family are saved to', [
    '1-read/**',
    '2-bucket/**',
    'shell/**',
    STORES,
    'providers/ways/**'
  ]),
  engine(
    'providers/*/commands.ts',
    'how one store is saved to',
    ['1-read/**', '2-bucket/**', 'shell/**', 'providers/ways/**', FAMILY_COMMANDS],
    { apart: true }
  ),
  engine(
    'providers/commands.ts',
    'how each store is saved to: a second list, so that a page can fetch it later',
    [STORES, 'providers/ways/**', 'providers/*/commands.ts']
  ),
  engine(DIFFERENCE, 'the exact difference of two rule sets, each at a store', [
    '2-bucket/**',
    '3-browser/**',
    'providers/**'
  ]),
  engine('4-explain/**', 'the story told stage by stage, its cause, the mend', [
    DIFFERENCE,
    'secrets/**',
    'endpoints/**',
    '1-read/**',
    '2-bucket/**',
    '3-browser/**',
    STORES
  ]),
  engine('ask/**', 'the questions that are put to a store to know what it does', [
    '1-read/**',
    '2-bucket/**',
    'providers/**'
  ]),
  engine('compare/**', 'what each store makes of the same rules; what a conversion changes', [
    DIFFERENCE,
    '1-read/**',
    '2-bucket/**',
    '3-browser/**',
    'providers/**',
    '4-explain/**',
    'ask/**'
  ]),
  engine('lint/*', 'what a check is and asks', [
    '1-read/**',
    '2-bucket/**',
    '3-browser/**',
    'providers/**',
    'ask/**',
    'compare/**'
  ]),
  engine(
    'lint/checks/**',
    'what is wrong, odd or unwise about rules that can be read; one file per check',
    ['1-read/**', '2-bucket/**', '3-browser/**', 'ask/**', 'compare/**', 'lint/*']
  ),
  engine(LINT, 'all checks of one rule text, and what mends it', [
    '1-read/**',
    'providers/**',
    'lint/*',
    'lint/checks/**'
  ]),
  engine(
    'complete/**',
    'what may be written at the cursor, rules to start from, what a store does with a value',
    ['1-read/**', '3-browser/**', 'form/**', 'providers/**', 'ask/**']
  ),
  engine('import/*', 'what a pasted text tells of a call', [
    'secrets/**',
    '3-browser/**',
    'providers/**',
    'endpoints/**'
  ]),
  engine('import/messages/**', 'lines of consoles and errors of scripts and clients', [
    '3-browser/**',
    'providers/**',
    'import/*'
  ]),
  engine('import/request/**', 'requests: cURL, fetch, lines seen', [
    'secrets/**',
    '3-browser/**',
    'import/*',
    'import/messages/**'
  ]),
  engine('import/answers/**', 'answers: HAR, raw headers', [
    'secrets/**',
    '3-browser/**',
    'import/*',
    'import/messages/**',
    'import/request/**'
  ]),
  engine(
    IMPORT,
    'pasted text → what went wrong, what is known of the call, what is still missing',
    [
      '3-browser/**',
      '4-explain/**',
      'secrets/**',
      'import/*',
      'import/messages/**',
      'import/request/**',
      'import/answers/**'
    ]
  ),
  engine('timeline/*', 'what caches make of the rules over time', [
    '2-bucket/**',
    '3-browser/**',
    'providers/**',
    '4-explain/**'
  ]),
  engine('timeline/scenarios/**', 'one file per scenario', ['timeline/*']),
  engine(TIMELINE, 'all scenarios', ['timeline/*', 'timeline/scenarios/**']),
  engine('triage/**', 'why a call fails although its rules are right', [
    '3-browser/**',
    'providers/**',
    'shell/**',
    'ask/**',
    'timeline/*',
    'timeline/scenarios/**'
  ]),
  engine('save/**', 'how rules are saved to a store, as commands', [
    '1-read/**',
    '2-bucket/**',
    '3-browser/**',
    'providers/**',
    'shell/**'
  ]),
  engine('index.ts', 'the door to reading, judging and the model; each capability has its own', [
    '1-read/**',
    '2-bucket/**',
    '3-browser/**',
    'providers/**',
    'endpoints/**',
    '4-explain/**'
  ]),
  { path: 'package.json', what: 'the version, for the command', may: [] },
  {
    path: 'messages/**',
    what: 'the catalogue: a folder per locale, a file per family of codes',
    may: []
  },
  {
    path: 'src/paraglide/**',
    what: 'the catalogue, compiled; made by `scripts/sync.mjs`',
    may: []
  },
  {
    path: 'src/words/**',
    what: 'codes and args → text; every code is typed against the catalogue',
    may: ['#engine', 'src/paraglide/**']
  },
  {
    path: 'src/ui/**',
    what: 'Svelte components and one state class, `workbench.svelte.ts`, with one way to write',
    may: ['#engine', 'src/paraglide/**', 'src/words/**'],
    packages: [
      'svelte',
      '$app/*',
      '@codemirror/*',
      '@lezer/highlight',
      '@lucide/svelte',
      'bits-ui',
      'mode-watcher',
      'paneforge',
      'svelte-sonner'
    ]
  },
  {
    path: 'src/ui/testing/**',
    what: 'what component tests share',
    may: ['#engine', 'src/ui/**'],
    packages: ['svelte', 'vitest-browser-svelte']
  },
  {
    path: 'src/routes/**',
    what: 'SvelteKit pages, prerendered',
    may: ['#engine', 'src/paraglide/**', 'src/words/**', 'src/ui/**'],
    packages: [
      'svelte',
      '$app/*',
      '@sveltejs/kit',
      '@fontsource-variable/*',
      'mode-watcher',
      'svelte-sonner'
    ]
  },
  {
    path: 'src/cli/printable.ts',
    what: 'text as a terminal may be given it',
    may: []
  },
  {
    path: 'src/server/**',
    what: 'Node only: the files of the build, and an answer with our headers to whatever bytes come',
    may: ['src/paraglide/**', 'src/cli/printable.ts'],
    packages: ['node:*', 'mime-types', 'negotiator', 'send']
  },
  {
    path: 'src/cli/**',
    what: 'the command `preflight`',
    may: ['#engine', 'package.json', 'src/paraglide/**', 'src/words/**', 'src/cli/printable.ts'],
    packages: ['node:*', 'commander', 'picocolors']
  },
  {
    path: 'src/*',
    what: "SvelteKit's own entries",
    may: ['src/paraglide/**'],
    packages: ['@sveltejs/kit']
  },
  {
    path: 'scripts/**',
    what: 'set-up, build, start and test; plain JavaScript, since they run before anything is installed',
    may: [],
    packages: ['node:*', '@inlang/paraglide-js', 'playwright', 'prettier', 'rolldown']
  },
  {
    path: 'tests/**',
    what: 'what spans rooms: printed traces, cases, recordings, end to end, this plan',
    may: ['**']
  }
];

/** @param {string} glob @returns {RegExp} each wildcard and choice is a group */
const pattern = (glob) =>
  new RegExp(
    `^${glob
      .replace(/[.$+^()|[\]\\]/g, '\\$&')
      .replace(/\{([^}]*)\}/g, (_, names) => `(${names.replaceAll(',', '|')})`)
      .replace(/\*\*|\*/g, (stars) => (stars === '**' ? '(.+)' : '([^/]+)'))}$`
  );

const patterns = [...ROOMS]
  .sort((a, b) => b.path.length - a.path.length)
  .map((room) => /** @type {const} */ ([room, pattern(room.path)]));

/** The room of a file; null where the plan has none. @param {string} file from the project's folder @returns {Room | null} */
export const roomOf = (file) => patterns.find(([, fits]) => fits.test(file))?.[0] ?? null;

/** The folder of a room that keeps its folders apart. @param {Room} room @param {string} file */
const folderIn = (room, file) => pattern(room.path).exec(file)?.[1];

/**
 * The rooms that an entry of `may` names: that of this path, or else all that lie below it.
 * @param {string} entry @returns {readonly Room[]}
 */
export function roomsNamed(entry) {
  const room = ROOMS.find(({ path }) => path === entry);
  if (room) return [room];
  return entry.endsWith('**')
    ? ROOMS.filter(({ path }) => path.startsWith(entry.slice(0, -2)))
    : [];
}

/**
 * Whether a file may import another; both from the project's folder.
 * @param {string} from @param {string} to
 */
export function mayImport(from, to) {
  const [room, other] = [roomOf(from), roomOf(to)];
  if (room === null || other === null) return false;
  if (room === other) return !room.apart || folderIn(room, from) === folderIn(room, to);
  return room.may.some((entry) => roomsNamed(entry).includes(other));
}

/**
 * Whether a room may import a package, or the engine by a door.
 * @param {Room} room @param {string} source as it is imported
 */
export const mayUse = ({ may, packages = [] }, source) =>
  /^#engine(\/|$)/.test(source)
    ? may.includes('#engine') || may.includes('**')
    : packages.some((name) => covers(name, source));

/** Whether a package's name is that of a module in it. @param {string} name @param {string} source */
export const covers = (name, source) =>
  name === source || source.startsWith(name.endsWith('*') ? name.slice(0, -1) : `${name}/`);
