import pc from 'picocolors';
import { expect, test } from 'vitest';
import { judge, providerById, readRules, type EngineId, type PageRequest } from '#engine';
import { checkText } from './text.ts';

const rule = (id: string, origin: string, ...methods: string[]): string =>
  [
    '  <CORSRule>',
    `    <ID>${id}</ID>`,
    `    <AllowedOrigin>${origin}</AllowedOrigin>`,
    ...methods.map((method) => `    <AllowedMethod>${method}</AllowedMethod>`),
    '    <AllowedHeader>content-type</AllowedHeader>',
    '  </CORSRule>',
    ''
  ].join('\n');

const set = (...rules: string[]): string =>
  `<CORSConfiguration>\n${rules.join('')}</CORSConfiguration>\n`;

const APP = 'https://app.example.com';
const TWO = set(rule('public', '*', 'GET'), rule('upload', APP, 'PUT'));

function linesOf(
  text: string,
  change: Partial<PageRequest> = {},
  { colored = false, engine = 'chromium' }: { colored?: boolean; engine?: EngineId } = {}
): string[] {
  const provider = providerById('tencent-cos');
  const request: PageRequest = {
    pageOrigin: APP,
    method: 'PUT',
    url: 'https://media-1250000000.cos.ap-guangzhou.myqcloud.com/photo.png',
    headers: [],
    credentials: 'omit',
    needs: [],
    ...change
  };
  const read = readRules(text);
  const verdict = judge({ text, read, provider, request, engine });
  const checked = {
    file: 'rules.xml',
    text,
    mark: '',
    read,
    provider,
    guess: null,
    request,
    verdict
  };
  return checkText(checked, pc.createColors(colored)).split('\n');
}

const matching = (lines: readonly string[], pattern: RegExp): string[] =>
  lines.filter((line) => pattern.test(line));

test.each<[name: string, change: Partial<PageRequest>, first: RegExp, stages: RegExp]>([
  [
    'an allowed call',
    {},
    /^✓ /,
    /^✓ browser {2}✓ preflight {2}✓ bucket {2}✓ check {2}✓ actual {2}✓ script$/
  ],
  [
    'a blocked call',
    { headers: [['x-a', '1']] },
    /^✗ /,
    /^✓ browser {2}✓ preflight {2}✗ bucket {2}\D+check, actual, script$/
  ],
  ['an unreadable answer', { needs: ['etag'] }, /^! /, / ✓ actual {2}! script$/],
  ['a simple call', { method: 'GET' }, /^✓ /, /^✓ browser {2}· preflight .*· check .*✓ script$/],
  [
    'a call that is not sent',
    { url: 'x' },
    /^✗ /,
    /^✗ browser {2}\D+preflight, bucket, check, actual, script$/
  ]
])('%s: the verdict first, then the stages', (_, change, first, stages) => {
  const lines = linesOf(TWO, change);
  expect(lines[0]).toMatch(first);
  expect(lines.find((line) => /^[✓!✗] browser {2}/.test(line))).toMatch(stages);
});

test('the table has a row a rule, and the ID last', () => {
  const lines = linesOf(TWO, { headers: [['x-a', '1']] });
  expect(matching(lines, /^ {2}\d/)).toEqual([
    expect.stringMatching(/^ {2}1 +✓ \S+ +✗ \S+ +[^✓✗]+ public$/),
    expect.stringMatching(/^ {2}2 +✓ \S+ +✓ \S+ +✗ \S+ +\S+ +upload$/)
  ]);
  expect(matching(lines, /^ {4}[✓✗] /)).toHaveLength(3);
});

test.each<[EngineId, string[]]>([
  [
    'chromium',
    [
      'The console of Chromium says:',
      "  Access to fetch at 'https://media-1250000000.cos.ap-guangzhou.myqcloud.com/photo.png' from origin 'https://app.example.com' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
      'The script gets TypeError: Failed to fetch'
    ]
  ],
  [
    'firefox',
    [
      'The console of Firefox says:',
      '  Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://media-1250000000.cos.ap-guangzhou.myqcloud.com/photo.png. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 403.',
      'The script gets TypeError: NetworkError when attempting to fetch resource.'
    ]
  ],
  [
    'webkit',
    [
      'The console of Safari (WebKit) says:',
      '  Preflight response is not successful. Status code: 403',
      'The script gets TypeError: Load failed'
    ]
  ],
  [
    'standard',
    [
      'The Fetch standard prints nothing to a console; choose a browser to see its line.',
      'The script gets TypeError'
    ]
  ]
])('what a person at %s sees stands below the verdict', (engine, wanted) => {
  const lines = linesOf(TWO, { headers: [['x-a', '1']] }, { engine });
  const start = lines.indexOf('') + 1;
  expect(lines.slice(start, start + wanted.length)).toEqual(wanted);
});

test('an allowed call has no console line, and says for how long its preflight is kept', () => {
  const lines = linesOf(TWO);
  expect(matching(lines, /console|script gets/)).toEqual([]);
  expect(matching(lines, /^Chromium keeps the preflight's answer for 5 seconds\.$/)).toHaveLength(
    1
  );
});

test('a long table is cut, but keeps the rule that answers', () => {
  const others = Array.from({ length: 50 }, (_, at) => rule(`r${at}`, 'https://b.test', 'GET'));
  const rows = matching(linesOf(set(...others, rule('last', APP, 'PUT'))), /^ {2}\d/);
  expect(rows).toContainEqual(expect.stringMatching(/^ {2}51 .*last$/));
  // Twenty rows, the one that answers and how many are left out, for the preflight and for the actual request.
  expect(rows).toHaveLength(2 * (20 + 1 + 1));
});

test('the mend is a diff', () => {
  const lines = linesOf(TWO, { headers: [['x-a', '1']] });
  const start = lines.findIndex((line) => line.startsWith('  @@'));
  expect(lines.slice(start, start + 6)).toEqual([
    '  @@ -11,4 +11,5 @@',
    '       <AllowedMethod>PUT</AllowedMethod>',
    '       <AllowedHeader>content-type</AllowedHeader>',
    '  +    <AllowedHeader>x-a</AllowedHeader>',
    '     </CORSRule>',
    '   </CORSConfiguration>'
  ]);
});

test('problems stand with file, line and column', () => {
  const lines = linesOf(TWO.replace('<ID>upload</ID>', '<Foo>upload</Foo>'));
  expect(matching(lines, /^rules\.xml:9:\d+: \S+: .* \[[a-z-]+\]$/)).toHaveLength(1);
});

test('what the store answers is shown', () => {
  expect(linesOf(TWO)).toContain(`  Access-Control-Allow-Origin: ${APP}`);
  expect(
    matching(linesOf(TWO, { method: 'DELETE' }), /^OPTIONS .* 403 AccessForbidden$/)
  ).toHaveLength(1);
});

test('an escape sequence in a rule text stays text', () => {
  const lines = linesOf(set(rule('x\x9b2J', APP, 'PUT')), {}, { colored: true });
  expect(lines.join('\n')).toContain('x\\u{9b}2J');
  expect(lines.join('\n')).not.toContain('\x9b');
});
