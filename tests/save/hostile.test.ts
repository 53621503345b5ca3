import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseAst } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { providers, readRules, type RuleSet, writeIn } from '#engine';
import {
  guideSave,
  SHELL_IDS,
  TARGET_FIELDS,
  type SaveGuide,
  type SaveStep,
  type SaveWay,
  type ShellId
} from '#engine/save';
import { HOSTILE_PIECES } from '../../src/engine/shell/hostile.testdata.ts';

const PROGRAMS =
  'aws curl gcloud az npx npm pip ossutil obsutil b2 swift mc s3rver terraform jq openssl base64'.split(
    ' '
  );
/** Each program only says what it was called with; the steps of a way stand in a folder of their own. */
const STUBS = [
  `say() { printf '%s\\0' "$@" >> "$LOG"; printf '\\n\\0' >> "$LOG"; }`,
  ...PROGRAMS.map((name) => `${name}() { say ${name} "$@"; }`)
].join('\n');

const PROBES = ['$(touch pwned)', '`touch pwned`', "'; touch pwned; '", '"; touch pwned; "'];
const text = (pieces: readonly string[], maxLength = 6) =>
  fc.array(fc.constantFrom(...pieces, ...PROBES), { maxLength }).map((list) => list.join(''));
/** What a person may type into a field: no line ends, which no name has. */
const name = text(HOSTILE_PIECES.filter((piece) => !/[\n\r\t\u2028]/.test(piece))).map(
  (rest) => `n${rest.trimEnd()}`
);
const value = text(HOSTILE_PIECES.filter((piece) => !/[\r\u2028]/.test(piece))).map(
  (rest) => `v${rest}w`
);

const inXml = (written: string): string =>
  written.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const rulesOf = (values: readonly string[]): string =>
  `<CORSConfiguration><CORSRule>${values
    .map((one) => `<AllowedOrigin>${inXml(one)}</AllowedOrigin>`)
    .join(
      ''
    )}<AllowedMethod>PUT</AllowedMethod><AllowedHeader>${inXml(values[0] ?? '')}</AllowedHeader>
  <MaxAgeSeconds>600</MaxAgeSeconds></CORSRule></CORSConfiguration>`;

const guideOf = (id: string, bucket: string, rules: string, shell: ShellId): SaveGuide => {
  const provider = providers.find((one) => one.id === id) ?? providers[0]!;
  const given = Object.fromEntries(TARGET_FIELDS.map((field) => [field, bucket]));
  return guideSave({
    provider,
    read: readRules(rules),
    request: {
      pageOrigin: 'https://app.example.com',
      method: 'PUT',
      url: `https://s3.test/${encodeURIComponent(bucket)}/a'$(touch pwned)"`,
      headers: [['X-A', bucket]],
      credentials: 'omit',
      needs: []
    },
    given: { ...given, endpoint: `https://s3.test/${encodeURIComponent(bucket)}'$(touch pwned)` },
    shell
  });
};

const plain = ({ rules, responseVary }: RuleSet) => ({
  rules: rules.map(({ allowedOrigins, allowedMethods, allowedHeaders, maxAgeSeconds }) => ({
    origins: allowedOrigins.map((one) => one.value),
    methods: allowedMethods.map((one) => one.value),
    headers: allowedHeaders.map((one) => one.value),
    age: maxAgeSeconds?.value
  })),
  responseVary
});

/** What the rules are once they have been through a form, which may have lost something. */
const through = (rules: string, { format }: SaveWay) =>
  plain(writeIn(readRules(rules).ruleSet, format ?? 's3-xml').read.ruleSet);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'preflight-save-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const shellSteps = ({ steps }: SaveWay): SaveStep[] =>
  steps.filter(({ language }) => language === 'sh');

/** Runs all steps for a shell, and gives what the programs were called with, each call as a list. */
function run(shell: string, guide: SaveGuide, at: string): string[][] {
  const log = join(folder, at, 'log');
  const ways = guide.ways.map(
    (way) =>
      `mkdir -p ${way.id}\ncd ${way.id}\n${shellSteps(way)
        .map((step) => `${step.text}\n`)
        .join('\n')}\ncd ..`
  );
  execFileSync('mkdir', ['-p', join(folder, at)]);
  const { stderr, status } = spawnSync(shell, ['-c', [STUBS, ...ways].join('\n')], {
    cwd: join(folder, at),
    env: { PATH: process.env['PATH'], LOG: log },
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8'
  });
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  const calls = readFileSync(log, 'utf8').split('\n\0').slice(0, -1);
  return calls.map((call) => call.split('\0').slice(0, -1));
}

describe.each(['sh', 'bash'])('%s', (shell) => {
  test.each(providers.map(({ id }) => id))('takes what it is given as it is: %s', (id) => {
    let number = 0;
    fc.assert(
      fc.property(name, fc.array(value, { minLength: 1, maxLength: 3 }), (bucket, values) => {
        const rules = rulesOf(values);
        const guide = guideOf(id, bucket, rules, 'sh');
        const at = `${shell}-${id}-${String(number++)}`;
        const calls = run(shell, guide, at);
        const named = [bucket, encodeURIComponent(bucket)];
        const own = calls.filter(([program]) => program !== 'curl' || id.includes('swift'));
        for (const call of own.filter(([, first]) => first === 's3api')) {
          expect(named).toContain(call[call.indexOf('--bucket') + 1]);
        }
        for (const way of guide.ways) {
          for (const file of ['cors.json', 'cors.xml', 'pwned']) {
            const path = join(folder, at, way.id, file);
            if (!existsSync(path)) continue;
            expect(file).not.toBe('pwned');
            expect(plain(readRules(readFileSync(path, 'utf8')).ruleSet)).toEqual(
              through(rules, way)
            );
          }
        }
        expect(existsSync(join(folder, at, 'pwned'))).toBe(false);
      }),
      { numRuns: 4 }
    );
  });
});

/** All strings of a program. */
function stringsOf(node: unknown, found: string[] = []): string[] {
  if (typeof node !== 'object' || node === null) return found;
  const { type, value: literal } = node as { type?: string; value?: unknown };
  if (type === 'Literal' && typeof literal === 'string') found.push(literal);
  for (const child of Object.values(node)) stringsOf(child, found);
  return found;
}

const stepsIn = (language: string, bucket: string, rules: string) =>
  providers.flatMap(({ id }) =>
    SHELL_IDS.flatMap((shell) =>
      guideOf(id, bucket, rules, shell).ways.flatMap((way) =>
        way.steps.filter((step) => step.language === language).map((step) => ({ way, step }))
      )
    )
  );

test('every program in JavaScript is one, and holds the rules as they are', () => {
  fc.assert(
    fc.property(name, value, (bucket, origin) => {
      for (const { step } of stepsIn('js', bucket, rulesOf([origin]))) {
        const strings = stringsOf(parseAst(step.text));
        if (step.id === 'save') expect(strings.some((one) => one.includes(origin))).toBe(true);
      }
    }),
    { numRuns: 8 }
  );
});

test('every program in Terraform holds the rules as they are', () => {
  fc.assert(
    fc.property(name, value, (bucket, origin) => {
      const rules = rulesOf([origin]);
      for (const { way, step } of stepsIn('hcl', bucket, rules)) {
        const read = readRules(step.text);
        if (read.format !== null) expect(plain(read.ruleSet)).toEqual(through(rules, way));
        else expect(way.id).toBe('terraform');
      }
    }),
    { numRuns: 8 }
  );
});

test('every program in Python is one, where there is Python to tell', () => {
  const [bucket = '', origin = ''] = fc.sample(fc.tuple(name, value), 1).flat();
  const sources = stepsIn('python', bucket, rulesOf([origin])).map(({ step }) => step.text);
  const script =
    'import ast, json, sys\nfor source in json.load(sys.stdin): ast.parse(source)\nprint("read")';
  const { error, stdout, stderr } = spawnSync('python3', ['-c', script], {
    input: JSON.stringify(sources),
    encoding: 'utf8'
  });
  expect(error === undefined ? `${stdout}${stderr}` : 'read\n').toBe('read\n');
});
