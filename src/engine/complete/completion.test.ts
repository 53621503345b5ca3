import { describe, expect, it, test } from 'vitest';
import { applyEdits } from '../1-read/change.ts';
import { readRules } from '../1-read/read-rules.ts';
import type { PageRequest } from '../model.ts';
import { providerById, type ProviderId } from '../providers/providers.ts';
import type { CompletionOption } from './completion.ts';
import { completionsAt } from './completions-at.ts';

const REQUEST: PageRequest = {
  pageOrigin: 'https://app.example.com',
  method: 'PUT',
  url: 'https://bucket.test/key',
  headers: [
    ['content-type', 'image/png'],
    ['x-mine', '1']
  ],
  credentials: 'omit',
  needs: ['ETag']
};

/** `|` in the text is where the cursor stands. */
function at(marked: string, store: ProviderId = 'tencent-cos', request = REQUEST) {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const found = completionsAt(text, offset, readRules(text), providerById(store), request);
  return { text, found, labels: found?.options.map(({ label }) => label) ?? [] };
}

/** The text after an option, with `|` where the cursor is then. */
function accept(marked: string, label: string, store?: ProviderId): string {
  const { text, found } = at(marked, store);
  const option = found?.options.find((one) => one.label === label);
  if (!option) throw new Error(`no ${label} among ${found?.options.map((one) => one.label)}`);
  const after = applyEdits(text, option.edits);
  return `${after.slice(0, option.caret)}|${after.slice(option.caret)}`;
}

const xml = (inner: string) =>
  `<CORSConfiguration><CORSRule>${inner}</CORSRule></CORSConfiguration>`;
const json = (inner: string) => `{"CORSRules": [{${inner}}]}`;
const hcl = (inner: string) =>
  `resource "aws_s3_bucket_cors_configuration" "a" {\n  cors_rule {\n${inner}\n  }\n}\n`;
const yaml = (inner: string) =>
  `CorsConfiguration:\n  CorsRules:\n    - AllowedOrigins:\n        - a\n${inner}`;

describe('what is accepted', () => {
  it.each<[string, string, string, string, ProviderId?]>([
    ['an element', xml('<AllowedHea|'), 'AllowedHeader', xml('<AllowedHeader>|</AllowedHeader>')],
    ['an element after <', xml('<|'), 'ID', xml('<ID>|</ID>')],
    ['an element without <', xml('|'), 'ExposeHeader', xml('<ExposeHeader>|</ExposeHeader>')],
    [
      'an element before others',
      xml('<AllowedHea|\n  <AllowedMethod>GET</AllowedMethod>'),
      'AllowedHeader',
      xml('<AllowedHeader>|</AllowedHeader>\n  <AllowedMethod>GET</AllowedMethod>')
    ],
    [
      'an element whose > is there',
      '<CORSConfiguration><CORSRule><AllowedHea|>',
      'AllowedHeader',
      '<CORSConfiguration><CORSRule><AllowedHeader>|</AllowedHeader>'
    ],
    [
      'a close tag',
      '<CORSConfiguration><CORSRule></CO|',
      'CORSRule',
      '<CORSConfiguration><CORSRule></CORSRule>|'
    ],
    ['a root', '<COR|', 'CORSConfiguration', '<CORSConfiguration>|</CORSConfiguration>'],
    [
      'a rule',
      '<CORSConfiguration><|</CORSConfiguration>',
      'CORSRule',
      '<CORSConfiguration><CORSRule>|</CORSRule></CORSConfiguration>'
    ],
    [
      'a method',
      xml('<AllowedMethod>P|</AllowedMethod>'),
      'PUT',
      xml('<AllowedMethod>PUT|</AllowedMethod>')
    ],
    [
      'a method in an open element',
      '<CORSConfiguration><CORSRule><AllowedMethod>P|',
      'PUT',
      '<CORSConfiguration><CORSRule><AllowedMethod>PUT</AllowedMethod>|'
    ],
    [
      'a whole value',
      xml('<AllowedMethod>P|UT</AllowedMethod>'),
      'GET',
      xml('<AllowedMethod>GET|</AllowedMethod>')
    ],
    [
      'an item with commas',
      '<StorageServiceProperties><Cors><CorsRule><AllowedMethods>GET,P|,HEAD</AllowedMethods></CorsRule></Cors></StorageServiceProperties>',
      'PUT',
      '<StorageServiceProperties><Cors><CorsRule><AllowedMethods>GET,PUT|,HEAD</AllowedMethods></CorsRule></Cors></StorageServiceProperties>',
      'azure-blob'
    ],
    [
      'a group of Google’s',
      '<CorsConfig><Cors><Meth|</Cors></CorsConfig>',
      'Methods',
      '<CorsConfig><Cors><Methods><Method>|</Method></Methods></Cors></CorsConfig>',
      'google-cloud-storage'
    ],
    ['a key', json('"AllowedHea|'), 'AllowedHeaders', json('"AllowedHeaders": ["|"]'), 'aws-s3'],
    ['a bare key', json('|'), 'AllowedHeaders', json('"AllowedHeaders": ["|"]'), 'aws-s3'],
    [
      'a key before another',
      json('"AllowedHea|\n"AllowedMethods": ["GET"]'),
      'AllowedHeaders',
      json('"AllowedHeaders": ["|"],\n"AllowedMethods": ["GET"]'),
      'aws-s3'
    ],
    [
      'a key that is there',
      json('"Allow|": ["a"]'),
      'AllowedOrigins',
      json('"AllowedOrigins"|: ["a"]'),
      'aws-s3'
    ],
    [
      'an age',
      json('"AllowedMethods": ["GET"], "Max|"'),
      'MaxAgeSeconds',
      json('"AllowedMethods": ["GET"], "MaxAgeSeconds": 600|'),
      'aws-s3'
    ],
    [
      'an item',
      json('"AllowedMethods": ["PU|'),
      'PUT',
      json('"AllowedMethods": ["PUT"|'),
      'aws-s3'
    ],
    [
      'an item of a closed string',
      json('"AllowedMethods": ["PU|"]'),
      'PUT',
      json('"AllowedMethods": ["PUT"|]'),
      'aws-s3'
    ],
    [
      'an item before another',
      json('"AllowedMethods": ["PU|, "GET"]'),
      'PUT',
      json('"AllowedMethods": ["PUT"|, "GET"]'),
      'aws-s3'
    ],
    [
      'a bare item',
      json('"AllowedMethods": [|"GET"]'),
      'PUT',
      json('"AllowedMethods": ["PUT",|"GET"]'),
      'aws-s3'
    ],
    [
      'a whole list',
      json('"AllowedMethods": |'),
      'PUT',
      json('"AllowedMethods": ["PUT"]|'),
      'aws-s3'
    ],
    [
      'a group',
      '{"rules": [{"allowed": {"methods": ["GET"], "or|',
      'origins',
      '{"rules": [{"allowed": {"methods": ["GET"], "origins": ["|"]',
      'cloudflare-r2'
    ],
    [
      'an operation',
      '[{"corsRuleName": "name-1", "allowedOperations": ["s3_|"]}]',
      's3_put',
      '',
      'backblaze-b2'
    ],
    [
      'an argument',
      hcl('    allowed_hea|'),
      'allowed_headers',
      hcl('    allowed_headers = ["|"]'),
      'aws-s3'
    ],
    [
      'an argument after another',
      hcl('    allowed_methods = ["GET"]\n    |'),
      'allowed_origins',
      hcl('    allowed_methods = ["GET"]\n    allowed_origins = ["|"]'),
      'aws-s3'
    ],
    [
      'an item in Terraform',
      hcl('    allowed_headers = ["x-am|'),
      'x-amz-*',
      hcl('    allowed_headers = ["x-amz-*"|'),
      'aws-s3'
    ],
    [
      'an item of a closed string in Terraform',
      hcl('    allowed_headers = ["x-am|"]'),
      'x-amz-*',
      hcl('    allowed_headers = ["x-amz-*"|]'),
      'aws-s3'
    ],
    [
      'a list in Terraform',
      hcl('    allowed_methods = |'),
      'GET',
      hcl('    allowed_methods = ["GET"]|'),
      'aws-s3'
    ],
    [
      'a key in YAML',
      yaml('      Allowed|'),
      'AllowedMethods',
      yaml('      AllowedMethods:\n        - "|"'),
      'aws-s3'
    ],
    [
      'an item in YAML',
      yaml('      AllowedMethods:\n        - G|'),
      'GET',
      yaml('      AllowedMethods:\n        - GET|'),
      'aws-s3'
    ],
    [
      'the first item in YAML',
      yaml('      AllowedMethods:\n        - |'),
      'GET',
      yaml('      AllowedMethods:\n        - GET|'),
      'aws-s3'
    ],
    [
      'a second item in YAML',
      yaml('        - |'),
      'https://app.example.com',
      yaml('        - https://app.example.com|'),
      'aws-s3'
    ],
    [
      'an item in brackets in YAML',
      yaml('      AllowedMethods: [GET, P|'),
      'PUT',
      yaml('      AllowedMethods: [GET, PUT|'),
      'aws-s3'
    ],
    [
      'a list in YAML',
      yaml('      AllowedMethods: |'),
      'PUT',
      yaml('      AllowedMethods: [PUT]|'),
      'aws-s3'
    ]
  ])('%s', (_name, marked, label, after, store) => {
    if (after === '') expect(at(marked, store).labels).toContain('PUT');
    else expect(accept(marked, label, store)).toBe(after);
  });
});

describe('what is offered', () => {
  test('only what is not there yet', () => {
    expect(at(xml('<ID>a</ID><AllowedMethod>GET</AllowedMethod><|')).labels).not.toContain('ID');
    expect(
      at(xml('<AllowedMethod>GET</AllowedMethod><AllowedMethod>|</AllowedMethod>')).labels
    ).toEqual(['PUT', 'POST', 'DELETE', 'HEAD']);
    expect(at(json('"AllowedMethods": ["GET"], "|'), 'aws-s3').labels).not.toContain(
      'AllowedMethods'
    );
    expect(at(hcl('    allowed_methods = ["GET"]\n    |'), 'aws-s3').labels).not.toContain(
      'allowed_methods'
    );
    expect(at(yaml('      |'), 'aws-s3').labels).toEqual([
      'Id',
      'AllowedMethods',
      'AllowedHeaders',
      'ExposedHeaders',
      'MaxAge'
    ]);
  });

  test('the request first, then the store, then others', () => {
    const { found, labels } = at(xml('<AllowedHeader>|</AllowedHeader>'));
    expect(labels.slice(0, 3)).toEqual(['content-type', 'x-mine', 'authorization']);
    expect(labels.at(-1)).toBe('*');
    const detail = (label: string) => found?.options.find((one) => one.label === label)?.detail;
    expect(detail('x-cos-security-token')).toEqual({
      code: 'sent-by',
      args: { clients: ['cos-js-sdk-v5'] }
    });
    expect(detail('content-type')).toEqual({ code: 'asked-header', args: {} });
  });

  test('exposed headers, and a * only where the store takes it', () => {
    expect(at(xml('<ExposeHeader>|</ExposeHeader>')).labels).not.toContain('*');
    const { labels } = at('[{"ExposeHeaders": ["|"], "AllowedOrigins": []}]', 'ceph-rgw');
    expect(labels[0]).toBe('ETag');
    expect(labels).toContain('x-amz-request-id');
  });

  test('a pattern only where the store takes it', () => {
    const gcs = '[{"origin": ["a"], "responseHeader": ["|"]}]';
    expect(at(gcs, 'google-cloud-storage').labels.filter((label) => label.endsWith('-*'))).toEqual(
      []
    );
  });

  test('origins of the page and of other rules', () => {
    const rules = `<CORSRule><AllowedOrigin>https://b.test</AllowedOrigin></CORSRule><CORSRule><AllowedOrigin>|</AllowedOrigin></CORSRule>`;
    expect(at(`<CORSConfiguration>${rules}</CORSConfiguration>`).labels).toEqual([
      'https://app.example.com',
      'https://b.test',
      '*'
    ]);
  });

  test('ResponseVary where the store heeds it', () => {
    const text = '<CORSConfiguration><|</CORSConfiguration>';
    expect(at(text).labels).toContain('ResponseVary');
    expect(at(text, 'aws-s3').labels).not.toContain('ResponseVary');
  });

  it.each([
    ['a comment', xml('<!-- <AllowedHea| -->')],
    ['an attribute', '<CORSConfiguration xml|'],
    ['a number', json('"MaxAgeSeconds": 6|')],
    ['a name in YAML', 'CorsConfiguration:\n  CorsRules:\n    - Id: |a'],
    ['a comment in Terraform', hcl('    # allowed|')],
    ['behind a value in Terraform', hcl('    allowed_methods = ["GET"] |')],
    ['a name of something else', json('"AllowedOrigins": ["a"], "Foo": {"|')],
    ['a text of no format', 'hello|']
  ])('nothing in %s', (_name, marked) => {
    expect(at(marked, 'aws-s3').found).toBeNull();
  });
});

describe('snippets', () => {
  const snippets = (options: CompletionOption[] = []) =>
    options.filter(({ kind }) => kind === 'snippet').map(({ label }) => label);

  it.each<[string, string, ProviderId, number?]>([
    ['an empty text', '|', 'tencent-cos'],
    ['between rules', '<CORSConfiguration>|</CORSConfiguration>', 'tencent-cos'],
    ['a half-typed rule', '<CORSConfiguration>\n  <CORSRu|\n</CORSConfiguration>', 'tencent-cos'],
    ['a list', '[|]', 'aws-s3'],
    ['a list with rules', json('"AllowedOrigins": ["a"]').replace('}]', '}, |]'), 'aws-s3', 1],
    [
      'a resource',
      'resource "aws_s3_bucket_cors_configuration" "a" {\n  bucket = "b"\n  |\n}\n',
      'aws-s3'
    ]
  ])('in %s', (_name, marked, store, rules = 0) => {
    const { text, found } = at(marked, store);
    expect(snippets(found?.options)).toEqual([
      'read-from-anywhere',
      'uploads-from-app',
      'signed-multipart'
    ]);
    for (const { edits } of found?.options.filter(({ kind }) => kind === 'snippet') ?? []) {
      const after = readRules(applyEdits(text, edits));
      expect(after.problems.filter(({ level }) => level === 'error')).toEqual([]);
      expect(after.ruleSet.rules).toHaveLength(rules + 1);
    }
  });

  test('an empty list takes rules as the store writes them', () => {
    const { text, found } = at('[|]', 'google-cloud-storage');
    const placed = found?.options.filter(({ kind }) => kind === 'snippet') ?? [];
    expect(placed.map(({ edits }) => readRules(applyEdits(text, edits)).format)).toEqual([
      'gcs-json',
      'gcs-json',
      'gcs-json'
    ]);
  });
});
