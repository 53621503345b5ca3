import { Readable, Writable } from 'node:stream';
import { describe, expect, test, vi } from 'vitest';
import { providerById } from '#engine';
import { answerLine } from './answer.ts';
import { replay, type ReplaySummary } from './replay.ts';
import { RuleCache } from './rule-cache.ts';

// The longest lines take their time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const RULES =
  '<CORSConfiguration><CORSRule><AllowedOrigin>https://app.example.com</AllowedOrigin>' +
  '<AllowedMethod>PUT</AllowedMethod><AllowedHeader>content-type</AllowedHeader></CORSRule></CORSConfiguration>';

const preflightHeaders = {
  Origin: 'https://app.example.com',
  'Access-Control-Request-Method': 'PUT'
};
const bucket = {
  id: '1',
  kind: 'bucket',
  provider: 'tencent-cos',
  rules: RULES,
  request: { method: 'OPTIONS', path: '/photo.png', headers: preflightHeaders }
};
const story = {
  id: '4',
  kind: 'story',
  provider: 'tencent-cos',
  engine: 'chromium',
  rules: RULES,
  pageOrigin: 'https://app.example.com',
  request: {
    method: 'PUT',
    url: 'https://media-1250000000.cos.ap-guangzhou.myqcloud.com/photo.png?x=1#part',
    headers: [['content-type', 'image/png']],
    credentials: 'omit'
  },
  needs: ['etag']
};

/** Keeps what is written. */
class TextSink extends Writable {
  text = '';
  override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

interface Run extends ReplaySummary {
  text: string;
  answers: Record<string, unknown>[];
}

async function run(input: string | Buffer, chunkSize = 65_536): Promise<Run> {
  const bytes = Buffer.from(input);
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += chunkSize) {
    chunks.push(bytes.subarray(at, at + chunkSize));
  }
  const output = new TextSink();
  const summary = await replay(Readable.from(chunks), output);
  const lines = output.text.split('\n').slice(0, -1);
  return { ...summary, text: output.text, answers: lines.map((line) => JSON.parse(line)) };
}

const one = async (line: object): Promise<Record<string, unknown>> =>
  (await run(JSON.stringify(line))).answers[0] ?? {};

describe('bucket', () => {
  test('the answer has the keys of the contract, in their order', async () => {
    const { text } = await run(JSON.stringify(bucket));
    expect(text).toMatchInlineSnapshot(`
      "{"id":"1","rule":0,"status":200,"headers":{"access-control-allow-credentials":"true","access-control-allow-headers":"content-type","access-control-allow-methods":"PUT","access-control-allow-origin":"https://app.example.com"},"code":null,"message":null,"evidence":"inferred"}
      "
    `);
  });

  test('an actual request has no status', async () => {
    const request = { ...bucket.request, method: 'PUT' };
    expect(await one({ ...bucket, request })).toMatchObject({ rule: 0, status: null, code: null });
  });

  test('a bucket without rules refuses', async () => {
    const answer = await one({ ...bucket, rules: null });
    expect(answer).toMatchObject({ rule: null, status: 403, headers: {}, code: 'AccessForbidden' });
  });

  test('facts are heard', async () => {
    const answer = await one({ ...bucket, facts: { bucketExists: false, signature: null } });
    expect(answer).toMatchObject({ status: 404, code: 'NoSuchBucket' });
  });
});

describe('story', () => {
  test('the answer has the keys of the contract, in their order', async () => {
    const answer = await one(story);
    expect(Object.keys(answer)).toEqual([
      'id',
      'outcome',
      'stage',
      'cause',
      'rule',
      'closest',
      'save',
      'sentence',
      'mend',
      'exchanges',
      'provider',
      'sure',
      'endpoint'
    ]);
    expect(answer).toMatchObject({
      id: '4',
      outcome: 'unreadable',
      stage: 'script',
      cause: 'header-not-exposed',
      rule: 0,
      closest: null,
      save: 'accepted',
      mend: { rules: expect.stringContaining('<ExposeHeader>') },
      exchanges: [
        {
          stage: 'preflight',
          request: {
            method: 'OPTIONS',
            url: 'https://media-1250000000.cos.ap-guangzhou.myqcloud.com/photo.png?x=1',
            headers: { 'access-control-request-headers': 'content-type' }
          },
          response: { status: 200, headers: { 'access-control-allow-methods': 'PUT' }, body: '' }
        },
        { stage: 'actual', request: { method: 'PUT' } }
      ]
    });
  });

  test('an allowed call has no stage, no cause and no mend', async () => {
    const answer = await one({ ...story, needs: undefined });
    expect(answer).toMatchObject({ outcome: 'allowed', stage: null, cause: null, mend: null });
    expect(answer['sentence']).not.toBe('');
  });

  test('a call that never leaves the browser has no exchange', async () => {
    const answer = await one({ ...story, request: { ...story.request, url: 'no url' } });
    expect(answer).toMatchObject({ stage: 'browser', cause: 'url-invalid', exchanges: [] });
  });
});

describe('lines', () => {
  const line = JSON.stringify(bucket);

  test.each([
    ['LF', `${line}\n${line}\n`],
    ['no line feed at the end', `${line}\n${line}`],
    ['CRLF', `${line}\r\n${line}\r\n`],
    ['blank lines', `\n${line}\n\r\n  \n${line}\n\n`]
  ])('%s: one answer a line', async (_, input) => {
    expect(await run(input)).toMatchObject({ lines: 2, refused: 0, firstRefused: null });
  });

  test('a character that is split over chunks comes out whole', async () => {
    const { answers } = await run(JSON.stringify({ ...bucket, id: '源😀é' }), 1);
    expect(answers[0]).toMatchObject({ id: '源😀é', status: 200 });
  });

  test('answers keep the order of the lines, refused ones too', async () => {
    const ids = Array.from({ length: 500 }, (_, id) => id);
    const input = ids
      .map((id) => JSON.stringify(id % 3 === 0 ? { id } : { ...bucket, id }))
      .join('\n');
    const { answers, refused, firstRefused } = await run(`\n${input}`, 1000);
    expect(answers.map(({ id }) => id)).toEqual(ids);
    expect({ refused, firstRefused }).toEqual({ refused: 167, firstRefused: 2 });
  });

  test.each(['"x"', '7', '9007199254740993', '1.0', '"\\u00e9"', 'null', '{"a":[1]}', '[]'])(
    'the id %s is given back',
    async (id) => {
      const { text } = await run(`{"id":${id}}\n{"kind":"bucket","id":${id}}`);
      for (const answer of text.trimEnd().split('\n')) {
        expect(answer.startsWith(`{"id":${id},"error":`)).toBe(true);
      }
    }
  );
});

test('an id may be nested as deep as a line is long', async () => {
  const id = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  const { text } = await run(`{"id":${id},"kind":"bucket"}`);
  expect(text.startsWith(`{"id":${id},"error":{"code":"field-missing"`)).toBe(true);
});

describe('refusals', () => {
  const long = `{"id":"x","pad":"${'x'.repeat(11 * 1024 * 1024)}"}`;
  const change = (over: object): string => JSON.stringify({ ...bucket, ...over });

  test.each<[code: string, line: string | Buffer]>([
    ['line-not-json', '{'],
    ['line-not-json', 'undefined'],
    ['line-not-object', '[]'],
    ['line-not-object', 'null'],
    ['line-not-object', '"x"'],
    ['line-not-utf8', Buffer.of(0x22, 0xff, 0x22)],
    ['line-too-long', long],
    ['field-missing', '{}'],
    ['field-not-string', change({ kind: 1 })],
    ['kind-unknown', change({ kind: 'bukcet' })],
    ['kind-unknown', change({ kind: 'toString' })],
    ['provider-unknown', change({ provider: 'aws' })],
    ['provider-unknown', change({ provider: 'constructor' })],
    ['field-missing', change({ rules: undefined })],
    ['field-not-string-or-null', change({ rules: {} })],
    ['rules-unreadable', change({ rules: '<CORSConfiguration><CORSRule>' })],
    ['rules-unreadable', change({ rules: 'not rules at all' })],
    ['field-not-object', change({ request: 'PUT' })],
    ['field-not-string-or-list', change({ request: { ...bucket.request, headers: { a: 1 } } })],
    ['field-unknown-value', change({ facts: { target: 'file' } })],
    ['field-not-boolean', change({ facts: { bucketExists: 'yes' } })],
    ['field-unknown-value', JSON.stringify({ ...story, engine: 'presto' })],
    ['field-not-pair', JSON.stringify({ ...story, request: { ...story.request, headers: ['a'] } })],
    [
      'field-unknown-value',
      JSON.stringify({ ...story, request: { ...story.request, credentials: 'yes' } })
    ]
  ])('%s', async (code, line) => {
    const after = Buffer.from(`\n${JSON.stringify(bucket)}`);
    const { answers, refused } = await run(Buffer.concat([Buffer.from(line), after]));
    expect(answers[0]).toEqual({
      id: answers[0]?.['id'],
      error: { code, message: expect.stringMatching(/^[A-Z].+/) }
    });
    expect(answers[1]).toMatchObject({ id: '1', status: 200 });
    expect(refused).toBe(1);
  });

  test('an unreadable text is told with its place', async () => {
    const answer = await one({ ...bucket, rules: '<CORSConfiguration>\n  <CORSRule>\n' });
    expect(answer).toMatchObject({
      error: { message: expect.stringMatching(/line \d+, column \d+/) }
    });
  });
});

test('a fault of ours is told with the id of its line', () => {
  const provider = providerById('tencent-cos');
  const broken = (): never => {
    throw new TypeError('no such thing');
  };
  const line = JSON.stringify(bucket).replace('"id":"1"', '"id":1.0');
  const { json, refused } = answerLine(line, new RuleCache([{ ...provider, compile: broken }]));
  expect(refused).toBe(true);
  expect(json).toMatch(/^\{"id":1\.0,"error":\{"code":"failed","message":".*no such thing"/);
});

test('a name that objects have is a kind of body like any other that is unknown', async () => {
  const line = JSON.stringify({
    id: 7,
    kind: 'browser',
    engine: 'chromium',
    page: { kind: 'ip', origin: 'http://a.test' },
    url: 'http://b.test/k',
    fetch: { method: 'POST', body: { kind: 'constructor', value: 'x' } },
    preflightResponse: { status: 204, headers: [] },
    actualResponse: { status: 200, headers: [] }
  });
  const { text } = await run(line.replace('"id":7', '"id":7.0'));
  expect(text).toMatch(/^\{"id":7\.0,"preflightSent":.*"outcome":"blocked"/);
});

describe('streams', () => {
  const line = Buffer.from(`${JSON.stringify(bucket)}\n`);

  test('nothing more is read while nobody takes the answers', async () => {
    let read = 0;
    async function* input(): AsyncGenerator<Buffer> {
      for (; read < 50; read += 1) yield line;
    }
    let release = (): void => undefined;
    const slow = new Writable({
      highWaterMark: 1,
      write(_chunk, _encoding, done) {
        release = done;
      }
    });
    const running = replay(input(), slow);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(read).toBeLessThan(3);
    slow._write = (_chunk, _encoding, done) => done();
    release();
    await running;
    expect(read).toBe(50);
  });

  test('an answer is written before the next chunk is asked for', async () => {
    const output = new TextSink();
    async function* input(): AsyncGenerator<Buffer> {
      yield line;
      expect(output.text.match(/\n/g)).toHaveLength(1);
      yield line;
    }
    expect(await replay(input(), output)).toMatchObject({ lines: 2 });
  });

  test('a failing output ends the run', async () => {
    const broken = new Writable({
      highWaterMark: 1,
      write(_chunk, _encoding, done) {
        done(new Error('gone'));
      }
    });
    await expect(replay(Readable.from([line, line]), broken)).rejects.toThrow('gone');
  });
});
