/** What the verdict says, and what mends it: one row a call. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EngineId } from '../3-browser/engines/engine.ts';
import { readRules } from '../1-read/read-rules.ts';
import type { PageRequest } from '../model.ts';
import { providerById } from '../providers/providers.ts';
import { judge } from './judge.ts';

const URL_ = 'https://media-1250000000.cos.ap-guangzhou.myqcloud.com/photo.png';
const APP = 'https://app.example.com';

const rule = (
  origins: string[],
  methods: string[],
  headers: string[] = [],
  expose: string[] = []
) => ({
  AllowedOrigins: origins,
  AllowedMethods: methods,
  AllowedHeaders: headers,
  ExposeHeaders: expose
});
const json = (...rules: object[]): string => JSON.stringify({ CORSRules: rules }, null, 2);

const judged = (text: string, request: Partial<PageRequest> = {}, engine: EngineId = 'standard') =>
  judge({
    engine,
    text,
    read: readRules(text),
    provider: providerById('tencent-cos'),
    request: {
      pageOrigin: APP,
      method: 'PUT',
      url: URL_,
      headers: [['content-type', 'image/png']],
      credentials: 'omit',
      needs: [],
      ...request
    }
  });

interface JudgeRow {
  name: string;
  rules: string;
  request?: Partial<PageRequest>;
  outcome: string;
  stage: string | null;
  cause: string | null;
  rule: number | null;
  closest: number | null;
  carriedOut: boolean;
  /** The changes of the mend as `kind field value`. */
  mend: string[] | null;
}

const GET = { method: 'GET', headers: [] };

const ROWS: JudgeRow[] = [
  {
    name: 'an upload that a rule allows',
    rules: json(rule([APP], ['PUT'], ['content-type'])),
    outcome: 'allowed',
    stage: null,
    cause: null,
    rule: 0,
    closest: null,
    carriedOut: true,
    mend: null
  },
  {
    name: 'a header that is not listed',
    rules: json(rule(['*'], ['GET']), rule(['https://*.example.com'], ['PUT'], ['x-a'])),
    outcome: 'blocked',
    stage: 'bucket',
    cause: 'header-not-allowed',
    rule: null,
    closest: 1,
    carriedOut: false,
    mend: ['add-value 1 allowedHeaders content-type']
  },
  {
    name: 'a method that is not listed, for one origin',
    rules: json(rule([APP], ['GET'], ['*'])),
    outcome: 'blocked',
    stage: 'bucket',
    cause: 'method-not-allowed',
    rule: null,
    closest: 0,
    carriedOut: false,
    mend: ['add-value 0 allowedMethods PUT']
  },
  {
    name: 'writing is not given to everybody for one page',
    rules: json(rule(['*'], ['GET'], ['*'])),
    outcome: 'blocked',
    stage: 'bucket',
    cause: 'method-not-allowed',
    rule: null,
    closest: 0,
    carriedOut: false,
    mend: ['insert-rule 1 PUT https://app.example.com content-type']
  },
  {
    name: 'a slash at the end is taken away',
    rules: json(rule([`${APP}/`], ['PUT'], ['*'])),
    outcome: 'blocked',
    stage: 'bucket',
    cause: 'origin-trailing-slash',
    rule: null,
    closest: 0,
    carriedOut: false,
    mend: ['replace-value 0 allowedOrigins https://app.example.com']
  },
  {
    name: 'the near miss of a rule just as close is the cause',
    rules: json(rule(['https://other.test'], ['PUT'], ['*']), rule([`${APP}/`], ['PUT'], ['*'])),
    outcome: 'blocked',
    stage: 'bucket',
    cause: 'origin-trailing-slash',
    rule: null,
    closest: 0,
    carriedOut: false,
    mend: ['replace-value 1 allowedOrigins https://app.example.com']
  },
  {
    name: 'another port stays, and the right one is added',
    rules: json(rule(['http://localhost:8080'], ['PUT'], ['*'])),
    request: { pageOrigin: 'http://localhost:3000', url: URL_ },
    outcome: 'blocked',
    stage: 'bucket',
    cause: 'origin-port-differs',
    rule: null,
    closest: 0,
    carriedOut: false,
    mend: ['add-value 0 allowedOrigins http://localhost:3000']
  },
  {
    name: 'no rules at all',
    rules: '',
    outcome: 'blocked',
    stage: 'bucket',
    cause: 'no-configuration',
    rule: null,
    closest: null,
    carriedOut: false,
    mend: ['insert-rule 0 PUT https://app.example.com content-type']
  },
  {
    name: 'a method that the store cannot allow',
    rules: json(rule(['*'], ['PUT'], ['*'])),
    request: { method: 'PATCH' },
    outcome: 'blocked',
    stage: 'bucket',
    cause: 'method-unsupported',
    rule: null,
    closest: 0,
    carriedOut: false,
    mend: null
  },
  {
    name: 'a simple request is carried out, whatever the rules say',
    rules: json(rule(['https://other.test'], ['GET'])),
    request: GET,
    outcome: 'blocked',
    stage: 'actual',
    cause: 'origin-not-allowed',
    rule: null,
    closest: 0,
    carriedOut: true,
    mend: ['add-value 0 allowedOrigins https://app.example.com']
  },
  {
    name: '* with credentials is mended by a rule before it',
    rules: json(rule(['*'], ['GET', 'PUT'], ['*'], ['ETag'])),
    request: { credentials: 'include' },
    outcome: 'blocked',
    stage: 'check',
    cause: 'credentials-with-wildcard',
    rule: 0,
    closest: null,
    carriedOut: false,
    mend: ['insert-rule 0 PUT https://app.example.com content-type']
  },
  {
    name: 'an ETag that the answering rule hides, although a later one exposes it',
    rules: json(rule(['*'], ['PUT'], ['*']), rule(['*'], ['PUT'], ['*'], ['ETag'])),
    request: { needs: ['ETag'] },
    outcome: 'unreadable',
    stage: 'script',
    cause: 'header-not-exposed',
    rule: 0,
    closest: null,
    carriedOut: true,
    mend: ['add-value 0 exposeHeaders ETag']
  },
  {
    name: 'cookies of an answer are never readable',
    rules: json(rule(['*'], ['PUT'], ['*'], ['Set-Cookie'])),
    request: { needs: ['Set-Cookie'] },
    outcome: 'unreadable',
    stage: 'script',
    cause: 'header-never-readable',
    rule: 0,
    closest: null,
    carriedOut: true,
    mend: null
  },
  {
    name: 'a forbidden method never leaves the browser',
    rules: json(rule(['*'], ['PUT'], ['*'])),
    request: { method: 'TRACE' },
    outcome: 'blocked',
    stage: 'browser',
    cause: 'method-forbidden',
    rule: null,
    closest: null,
    carriedOut: false,
    mend: null
  },
  {
    name: 'a page of the same origin needs no rules',
    rules: '',
    request: { pageOrigin: new URL(URL_).origin },
    outcome: 'allowed',
    stage: null,
    cause: null,
    rule: null,
    closest: null,
    carriedOut: true,
    mend: null
  }
];

describe('judge', () => {
  test.each(ROWS)('$name', ({ rules, request, mend, name, ...wanted }) => {
    const verdict = judged(rules, request);
    const { outcome, stage, cause, rule, closest, carriedOut } = verdict;
    expect({ outcome, stage, cause: cause?.code ?? null, rule, closest, carriedOut }, name).toEqual(
      wanted
    );
    const changes = verdict.mend?.changes.map((change) => {
      if (change.kind === 'add-value' || change.kind === 'replace-value') {
        return `${change.kind} ${change.rule} ${change.field} ${change.value}`;
      }
      if (change.kind !== 'insert-rule') return change.kind;
      const { allowedOrigins, allowedMethods, allowedHeaders } = change.rule;
      return `insert-rule ${change.at} ${[allowedMethods, allowedOrigins, allowedHeaders].join(' ')}`;
    });
    expect(changes ?? null).toEqual(mend);
    if (verdict.mend !== null) expect(judged(verdict.mend.rules, request).outcome).toBe('allowed');
  });

  test('the values that refused are lit', () => {
    const text = json(rule([APP], ['PUT'], ['x-a', 'x-b']));
    const { lit } = judged(text);
    expect(lit.refused.map(({ from, to }) => text.slice(from, to))).toEqual(['x-a', 'x-b']);
    expect(lit.answered).toEqual([]);
  });

  test('the values that answered are lit', () => {
    const text = json(rule(['https://x.test', 'https://*.example.com'], ['PUT'], ['Content-Type']));
    const { lit } = judged(text);
    const values = lit.answered.map(({ from, to }) => text.slice(from, to));
    expect(values).toEqual(['https://*.example.com', 'PUT', 'Content-Type']);
  });

  test('an inference is told where the call rests on it, and only there', () => {
    const pattern = json(rule(['https://*.example.com'], ['PUT'], ['*']));
    expect(judged(pattern).inferred).toEqual([]);
    const credentialed = judged(pattern, { credentials: 'include' });
    expect(credentialed.evidence).toBe('inferred');
    expect(credentialed.inferred.map(({ code }) => code)).toContain('allow-origin-echoed');
    const prefix = judged(json(rule([APP], ['PUT'], ['content-*'])));
    expect(prefix.inferred.map(({ code }) => code)).toEqual(['header-unlisted']);
  });

  test('every mend that is offered mends', () => {
    const origins = fc.subarray([APP, `${APP}/`, 'app.example.com', '*', 'https://*.example.com']);
    const methods = fc.subarray(['GET', 'PUT', 'POST'], { minLength: 1 });
    const names = fc.subarray(['content-type', 'x-a', '*']);
    const rules = fc.array(
      fc.tuple(origins, methods, names, fc.subarray(['ETag'])).map((lists) => rule(...lists)),
      { maxLength: 4 }
    );
    const request = fc.record({
      method: fc.constantFrom('GET', 'PUT', 'DELETE', 'PATCH'),
      credentials: fc.constantFrom('omit' as const, 'include' as const),
      needs: fc.subarray(['ETag', 'Set-Cookie'])
    });
    fc.assert(
      fc.property(rules, request, (list, asked) => {
        const text = json(...list);
        const { mend, outcome } = judged(text, asked);
        if (mend !== null) expect(judged(mend.rules, asked).outcome).toBe('allowed');
        else if (outcome !== 'allowed') {
          expect(asked.method === 'PATCH' || asked.needs.includes('Set-Cookie')).toBe(true);
        }
      }),
      { numRuns: 300 }
    );
  });
});

describe('the browser', () => {
  const closed = json(rule([APP], ['GET']));
  const open = json({ ...rule(['*'], ['PUT'], ['*']), MaxAgeSeconds: 86400 });

  test.each<[EngineId, string | null, string | null]>([
    ['standard', null, null],
    [
      'chromium',
      `Access to fetch at '${URL_}' from origin '${APP}' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: No 'Access-Control-Allow-Origin' header is present on the requested resource.`,
      'Failed to fetch'
    ],
    [
      'firefox',
      `Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ${URL_}. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 403.`,
      'NetworkError when attempting to fetch resource.'
    ],
    ['webkit', 'Preflight response is not successful. Status code: 403', 'Load failed']
  ])(
    '%s speaks of what it finds in the refusal, which the bucket decided',
    (engine, line, message) => {
      const verdict = judged(closed, {}, engine);
      expect([verdict.stage, verdict.cause?.code]).toEqual(['bucket', 'method-not-allowed']);
      expect(verdict.browser).toMatchObject({
        console: line,
        error: { name: 'TypeError', message }
      });
      const check = verdict.stages.find(({ stage }) => stage === 'check');
      expect(check?.state).toBe('skip');
      expect(check?.steps.some(({ outcome }) => outcome === 'fail')).toBe(true);
    }
  );

  test('tells where it differs from the standard, and with which recorded case', () => {
    const check = judged(closed, {}, 'webkit').stages.find(({ stage }) => stage === 'check');
    expect(check?.steps.at(-1)).toMatchObject({
      code: 'engine-differs',
      args: { engine: 'webkit', by: 'checkOrder' },
      evidence: 'traced',
      source:
        'WebKitGTK 2.50: prec-status-404+acao-missing+acah-missing, prec-acac-missing+status-404'
    });
  });

  test.each<[EngineId, number, boolean]>([
    ['standard', 86400, false],
    ['chromium', 7200, true],
    ['firefox', 86400, false],
    ['webkit', 600, true]
  ])('%s keeps the answer for %i seconds', (engine, seconds, differs) => {
    const { browser, stages } = judged(open, {}, engine);
    expect(browser).toMatchObject({ console: null, error: null, keeps: seconds });
    const codes = stages.flatMap(({ steps }) => steps.map(({ code }) => code));
    expect(codes.includes('engine-differs')).toBe(differs);
  });
});
