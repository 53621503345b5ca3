/** The same cases held against the store alone: what is on the wire, and what a save is told. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  DEFAULT_FACTS,
  providerById,
  readRules,
  type Decision,
  type Header,
  type ProviderId
} from '#engine';

interface Case {
  id: string;
  store: string;
  phase: 'preflight' | 'actual' | 'put-config' | 'import';
  ruleSet: string;
  request: { origin: string | null; method: string | null; headers: string[] };
  expect: {
    verdict: string;
    status?: number;
    code?: string;
    message?: string;
    matchedRule?: number | null;
    nearest?: number;
    headers?: Record<string, string>;
    absent?: string[];
    by?: string;
    headers_failed?: string[];
    suggest?: string;
    putAccepted?: boolean;
  };
}

const STORES: Readonly<Record<string, ProviderId>> = {
  s3: 'aws-s3',
  's3+cloudfront': 'aws-s3',
  azure: 'azure-blob',
  minio: 'minio',
  'ceph-rgw': 'ceph-rgw'
};

/** Recorded against an Access-Control-Request-Headers that the script put on the actual request itself. */
const ASKED_ON_ACTUAL: ReadonlySet<string> = new Set(['s3-rec-acrh-on-get']);

const cases = readFileSync(new URL('cases.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Case)
  .filter(({ store }) => store in STORES);

const providerOf = ({ store }: Case) => providerById(STORES[store] as ProviderId);

function asked({ id, phase, request }: Case) {
  const { origin, method, headers } = request;
  const line = (name: string, value: string | null): Header[] =>
    value === null || value === '' ? [] : [[name, value]];
  const preflight = phase !== 'actual';
  const names = preflight || ASKED_ON_ACTUAL.has(id) ? headers.join(',') : null;
  return {
    method: preflight ? 'OPTIONS' : (method ?? 'GET'),
    host: '',
    path: '/bucket/key',
    headers: [
      ...line('Origin', origin),
      ...line('Access-Control-Request-Method', preflight ? method : null),
      ...line('Access-Control-Request-Headers', names)
    ]
  };
}

const grants = ({ headers }: Decision): boolean =>
  headers.some(([name]) => name.toLowerCase() === 'access-control-allow-origin');

const of = (phases: readonly Case['phase'][]) =>
  cases.filter(({ phase }) => phases.includes(phase)).map((row) => [row.id, row] as const);

describe('cases of real users, on the wire', () => {
  test.each(of(['preflight', 'actual']))('%s', (_, row) => {
    const wanted = row.expect;
    const provider = providerOf(row);
    const compiled = provider.compile(readRules(row.ruleSet).ruleSet);
    const { decision, rules, closest } = provider.trace(compiled, asked(row), DEFAULT_FACTS);
    const refused = ['deny', 'no-cors-headers'].includes(wanted.verdict) && wanted.by !== 'browser';
    expect(grants(decision)).toBe(!refused);
    if (row.phase === 'preflight' && wanted.status !== undefined) {
      expect(decision.status).toBe(wanted.status);
    }
    if (wanted.code !== undefined) expect(decision.error?.code).toBe(wanted.code);
    if (wanted.message !== undefined) expect(decision.error?.message).toBe(wanted.message);
    if (typeof wanted.matchedRule === 'number') expect(decision.rule).toBe(wanted.matchedRule - 1);
    if (wanted.nearest !== undefined) expect(closest).toBe(wanted.nearest - 1);
    const said = Object.fromEntries(decision.headers);
    if (wanted.headers !== undefined) expect(said).toMatchObject(wanted.headers);
    for (const name of wanted.absent ?? []) expect(said).not.toHaveProperty(name);
    if (wanted.headers_failed !== undefined) {
      const steps = rules.flatMap(({ conditions }) => conditions.flatMap((each) => each.steps));
      const failed = steps.flatMap((step) =>
        step.code === 'header-unlisted' ? [step.args.header.toLowerCase()] : []
      );
      expect([...new Set(failed)]).toEqual(wanted.headers_failed);
    }
  });

  test.each(of(['put-config', 'import']))('%s', (_, row) => {
    const wanted = row.expect;
    const read = readRules(row.ruleSet);
    const saved = providerOf(row).save(read);
    const rejected = wanted.verdict === 'config-rejected';
    if (wanted.suggest === undefined) expect(saved.accepted).toBe(!rejected);
    else expect(JSON.stringify(read.problems)).toContain(wanted.suggest);
    if (wanted.code !== undefined) expect(saved.code).toBe(wanted.code);
    if (wanted.message !== undefined) expect(saved.message).toBe(wanted.message);
  });
});
