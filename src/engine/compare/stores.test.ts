import { describe, expect, test } from 'vitest';
import { readRules } from '../1-read/read-rules.ts';
import { judge } from '../4-explain/judge.ts';
import type { PageRequest } from '../model.ts';
import { providers, type ProviderId } from '../providers/providers.ts';
import { compareStores } from './stores.ts';

const text = `<CORSConfiguration><CORSRule>
  <AllowedOrigin>https://*.example.com</AllowedOrigin>
  <AllowedMethod>GET</AllowedMethod><AllowedMethod>PUT</AllowedMethod>
  <AllowedHeader>x-cos-*</AllowedHeader>
</CORSRule></CORSConfiguration>`;

const request: PageRequest = {
  pageOrigin: 'https://app.example.com',
  method: 'PUT',
  url: 'https://bucket.test/key',
  headers: [['x-cos-acl', 'private']],
  credentials: 'omit',
  needs: []
};

const input = { text, read: readRules(text), request, chosen: 'tencent-cos' as ProviderId };
const rows = compareStores(input);
const rowOf = (id: ProviderId) => rows.find(({ provider }) => provider.id === id);

describe('the stores side by side', () => {
  test('are all there, in the order of the list', () => {
    expect(rows.map(({ provider }) => provider)).toEqual(providers);
  });

  test('each has the verdict that choosing it gives', () => {
    for (const { provider, verdict } of rows) {
      const chosen = judge({ ...input, provider });
      expect([verdict.outcome, verdict.cause, verdict.rule]).toEqual([
        chosen.outcome,
        chosen.cause,
        chosen.rule
      ]);
    }
  });

  test('the chosen one differs in nothing from itself', () => {
    expect(rowOf('tencent-cos')).toMatchObject({ differs: [], headers: [], why: null });
  });

  test('a header pattern parts them, and the step says so', () => {
    const row = rowOf('aws-s3');
    expect([row?.verdict.outcome, row?.why?.step.code]).toEqual(['allowed', 'header-pattern']);
    expect(row?.differs).toContain('outcome');
    expect(row?.allowOrigin).toBe('https://app.example.com');
  });

  test('a store that stops at an earlier rule says at which step', () => {
    const two = `<CORSConfiguration>${['GET', 'PUT'].map(
      (method) =>
        `<CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>${method}</AllowedMethod><AllowedHeader>x-a</AllowedHeader></CORSRule>`
    )}</CORSConfiguration>`;
    const found = compareStores({ ...input, text: two, read: readRules(two) });
    const row = found.find(({ provider }) => provider.id === 'ceph-rgw');
    expect(row?.differs).toContain('cause');
    expect([row?.why?.kind, row?.why?.step.code]).toEqual(['stops', 'method-unlisted']);
  });

  test('stores that differ in a header line alone name it', () => {
    const lines = rowOf('aws-s3')?.headers.filter(({ stage }) => stage === 'preflight') ?? [];
    expect(lines.map(({ name }) => name)).toContain('Vary');
    expect(lines.every(({ value, other }) => value !== other)).toBe(true);
  });

  test('a store that does not take the text is asked about it in its own format', () => {
    expect(rowOf('aws-s3')?.conversion).toBeNull();
    expect(rowOf('minio')?.conversion).toMatchObject({
      format: 'minio-setting',
      losses: [{ code: 'values-dropped' }, { code: 'values-dropped' }]
    });
  });

  test('an empty text is saved nowhere and needs no conversion', () => {
    const empty = compareStores({ ...input, text: '', read: readRules('') });
    expect(empty.every(({ saved, conversion }) => saved === null && conversion === null)).toBe(
      true
    );
  });

  test('where nothing is sent nothing differs', () => {
    const silent = compareStores({ ...input, request: { ...request, url: 'nowhere' } });
    expect(silent.every(({ status, why }) => status === null && why === null)).toBe(true);
  });
});
