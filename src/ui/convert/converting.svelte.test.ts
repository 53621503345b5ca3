import { expect, test } from 'vitest';
import { providerById, readRules } from '#engine';
import { convertRules } from '#engine/compare';
import { tryCall } from '../compare/try-call.ts';
import { examples } from '../examples/list.ts';
import type { Draft } from '../document.ts';
import { Workbench } from '../workbench.svelte.ts';
import { Converting } from './converting.svelte.ts';

const S3 = JSON.stringify([
  {
    AllowedOrigins: ['https://app.example.com'],
    AllowedMethods: ['PUT'],
    AllowedHeaders: ['x-amz-meta-*']
  }
]);
const R2 = JSON.stringify({
  rules: [{ allowed: { origins: ['https://app.example.com'], methods: ['GET'] } }]
});

function open(draft: Partial<Draft>) {
  const whole = { ...examples[0].draft, provider: 'aws-s3' as const, chosen: true, ...draft };
  const workbench = new Workbench(whole);
  return { workbench, converting: new Converting(workbench) };
}

const made = ({ job }: Converting) => {
  if (job === null) throw new Error('nothing to convert');
  const { text, from, to, format } = job;
  const stores = { from: providerById(from), to: providerById(to) };
  return convertRules({ text, read: readRules(text), ...stores, format });
};

test('at first the store stays, and the format is the next of its own', () => {
  const { converting } = open({ rules: S3 });
  expect([converting.from.id, converting.to.id]).toEqual(['aws-s3', 'aws-s3']);
  expect(converting.format).toBe('s3-xml');
});

test('another store brings its own format, and a chosen one holds where the store takes it', () => {
  const { converting } = open({ rules: S3 });
  converting.chooseFormat('terraform-aws');
  expect(converting.format).toBe('terraform-aws');
  converting.chooseTo('google-cloud-storage');
  expect(converting.format).toBe(converting.to.formats[0]);
  converting.chooseTo('aws-s3');
  expect(converting.format).toBe('terraform-aws');
});

test('rules that the page’s store does not take are those of the store that does', () => {
  const { converting } = open({ rules: R2 });
  expect([converting.from.id, converting.to.id]).toEqual(['cloudflare-r2', 'aws-s3']);
  converting.chooseFrom('google-cloud-storage');
  expect(converting.job?.from).toBe('google-cloud-storage');
});

test.each([
  ['<CORSConfiguration>', 'unreadable'],
  [' \n', 'empty']
])('nothing to convert: %j', (rules, refusal) => {
  const { converting } = open({ rules });
  expect(converting.refusal).toBe(refusal);
  expect(converting.job).toBeNull();
});

test('the new rules come with their store', () => {
  const { workbench, converting } = open({ rules: S3 });
  converting.chooseTo('tencent-cos');
  converting.replace(made(converting));
  expect(workbench.draft).toMatchObject({ provider: 'tencent-cos', chosen: true });
  expect(workbench.draft.rules).toMatch(/^<CORSConfiguration>[^]*<\/CORSConfiguration>$/);
  expect(workbench.read.complete).toBe(true);
});

test('a call that shows a difference is judged as it says, before and after', () => {
  const { workbench, converting } = open({ rules: S3 });
  converting.chooseTo('tencent-cos');
  const conversion = made(converting);
  const blocked = conversion.differences.list.find(({ code }) => code === 'blocked');
  if (blocked === undefined) throw new Error('no such difference');
  workbench.show('stores');
  expect(tryCall(workbench, blocked)).toBe(true);
  expect([workbench.view, workbench.verdict?.outcome]).toEqual(['verdict', 'allowed']);
  converting.replace(conversion);
  expect(workbench.verdict?.outcome).toBe('blocked');
});

test('a request without an Origin is left alone', () => {
  const { workbench, converting } = open({ rules: S3 });
  converting.chooseTo('google-cloud-storage');
  const [first] = made(converting).differences.list;
  if (first === undefined) throw new Error('no difference');
  const before = workbench.draft;
  const bare = { ...first, witness: { origin: null, method: 'GET', headers: [] } };
  expect(tryCall(workbench, bare)).toBe(false);
  expect(workbench.draft).toBe(before);
});
