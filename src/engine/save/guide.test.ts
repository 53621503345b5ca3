import { expect, test } from 'vitest';
import { readRules } from '../1-read/read-rules.ts';
import type { PageRequest } from '../model.ts';
import { providerById, type ProviderId } from '../providers/providers.ts';
import { guideSave, type SaveInput } from './guide.ts';
import type { StepId, WayId } from '../providers/ways/model.ts';

const RULE =
  '<CORSRule><AllowedOrigin>https://a.test</AllowedOrigin><AllowedMethod>PUT</AllowedMethod></CORSRule>';
const S3_XML = `<CORSConfiguration>${RULE}</CORSConfiguration>`;
const VARY = `<CORSConfiguration>${RULE}<ResponseVary>true</ResponseVary></CORSConfiguration>`;
const R2 = '{"rules":[{"allowed":{"origins":["https://a.test"],"methods":["PUT"]}}]}';

const REQUEST: PageRequest = {
  pageOrigin: 'https://a.test',
  method: 'PUT',
  url: 'https://media.example.com/photo.png',
  headers: [],
  credentials: 'omit',
  needs: []
};

const guide = (id: ProviderId, rules: string, more: Partial<SaveInput> = {}) =>
  guideSave({ provider: providerById(id), read: readRules(rules), request: REQUEST, ...more });

const stepsOf = (id: ProviderId, rules: string, way: WayId): StepId[] =>
  guide(id, rules)
    .ways.find((one) => one.id === way)
    ?.steps.map((step) => step.id) ?? [];

test.each<[ProviderId, string, WayId, StepId[]]>([
  ['aws-s3', S3_XML, 'cli', ['read', 'save', 'test', 'restore', 'delete']],
  ['tencent-cos', S3_XML, 'aws-cli', ['setup', 'read', 'save', 'test', 'restore', 'delete']],
  ['aws-s3', S3_XML, 'terraform', ['save', 'apply', 'test']],
  ['aws-s3', S3_XML, 'console', ['save', 'test']],
  ['alibaba-oss', S3_XML, 'cli-before', ['read', 'save', 'test', 'ask-store', 'restore', 'delete']],
  ['aws-s3', '', 'cli', ['read', 'delete', 'test', 'restore']],
  ['aws-s3', '[]', 'curl', ['read', 'delete', 'test', 'restore']],
  ['aws-s3', '', 'terraform', []],
  ['aws-s3', '', 'console', []]
])('%s, %s: the steps of %s', (id, rules, way, steps) => {
  expect(stepsOf(id, rules, way)).toEqual(steps);
});

test.each([
  ['<CORSConfiguration><CORSRule>', 'unreadable'],
  [
    '[{"AllowedOrigins":["https://a\\u001b[201~.test"],"AllowedMethods":["GET"]}]',
    'control-character'
  ],
  ['[{"AllowedOrigins":["https://a\u202e.test"],"AllowedMethods":["GET"]}]', 'control-character'],
  ['[{"AllowedOrigins":["https://a.test\\n"],"AllowedMethods":["GET"]}]', null],
  ['', null]
])('rules that cannot be saved: %j', (rules, refusal) => {
  const { ways, ...rest } = guide('aws-s3', rules);
  expect(rest.refusal).toBe(refusal);
  expect(ways.length === 0).toBe(refusal !== null);
});

test('what the store says is of the rules in its own form', () => {
  expect(guide('aws-s3', R2).saved?.accepted).toBe(true);
  expect(guide('aws-s3', '').saved).toBeNull();
  const refused = guide('aws-s3', S3_XML.replace('PUT', 'PATCH')).saved;
  expect([refused?.accepted, refused?.rule]).toEqual([false, 0]);
});

test('a store that needs an age gets one, and it is said', () => {
  const { saved, notes, ways } = guide('azure-blob', S3_XML);
  expect(saved?.accepted).toBe(true);
  expect(notes[0]?.code).toBe('age-added');
  const curl = ways.find(({ id }) => id === 'curl')?.steps.find(({ id }) => id === 'save');
  expect(curl?.text).toContain('<MaxAgeInSeconds>0</MaxAgeInSeconds>');
  const aged = S3_XML.replace('</CORSRule>', '<MaxAgeSeconds>5</MaxAgeSeconds></CORSRule>');
  expect(guide('azure-blob', aged).notes.map(({ code }) => code)).not.toContain('age-added');
});

test('what a form or a tool cannot say is told', () => {
  const losses = Object.fromEntries(
    guide('alibaba-oss', VARY).ways.map((way) => [way.id, way.losses])
  );
  expect(losses).toEqual({
    cli: [],
    'cli-before': [],
    javascript: [{ code: 'response-vary', args: { value: 'true' } }],
    python: [{ code: 'response-vary', args: { value: 'true' } }],
    terraform: []
  });
});

test('an origin that the command line would take for an option leaves it out', () => {
  const ways = (origin: string) =>
    guide('azure-blob', S3_XML.replace('https://a.test', origin)).ways.map(({ id }) => id);
  expect(ways('https://b.test')).toContain('cli');
  expect(ways('--help')).toEqual(['curl', 'javascript', 'python', 'terraform']);
});

test.each<[string, Partial<PageRequest>, string | null]>([
  ['a call with a preflight', {}, "'Access-Control-Request-Method: PUT'"],
  ['a call without one', { method: 'GET' }, "'Access-Control-Request-Method: GET'"],
  [
    'headers that ask for one',
    { headers: [['X-A', '1']] },
    "'Access-Control-Request-Headers: x-a'"
  ],
  ['a call to the own origin', { pageOrigin: 'https://media.example.com' }, null],
  ['an address that is none', { url: 'nowhere' }, null]
])('the test of %s', (_, change, part) => {
  const { ways } = guide('aws-s3', S3_XML, { request: { ...REQUEST, ...change } });
  const step = ways[0]?.steps.find(({ id }) => id === 'test');
  if (part === null) expect(step).toBeUndefined();
  else expect(step?.text).toContain(part);
});

test('PowerShell gets its own commands, programs stay the same', () => {
  const { ways } = guide('aws-s3', S3_XML, { shell: 'powershell' });
  const languages = ways.map(({ id, steps }) => [id, steps.map(({ language }) => language)]);
  expect(Object.fromEntries(languages)).toMatchObject({
    cli: ['powershell', 'powershell', 'powershell', 'powershell', 'powershell'],
    javascript: ['powershell', 'js', 'js', 'powershell', 'js', 'js'],
    terraform: ['hcl', 'powershell', 'powershell']
  });
  const test = ways[0]?.steps.find(({ id }) => id === 'test')?.text;
  expect(test?.startsWith('curl.exe --include `\n')).toBe(true);
});
