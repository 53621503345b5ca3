import { expect, test } from 'vitest';
import { applyEdits } from '../change.ts';
import { readRules } from '../read-rules.ts';
import { providerById, type ProviderId } from '../../providers/providers.ts';
import { completionsAt } from '../../complete/completions-at.ts';
import { nameAt } from '../../complete/name-hover.ts';

const REQUEST = {
  pageOrigin: 'https://app.example.com',
  method: 'PUT',
  url: 'https://bucket.test/key',
  headers: [['content-type', 'image/png']],
  credentials: 'omit',
  needs: ['ETag']
} as const;

function at(marked: string, store: ProviderId) {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const found = completionsAt(text, offset, readRules(text), providerById(store), REQUEST);
  return { text, options: found?.options ?? [] };
}

const NAME = 'X-Container-Meta-Access-Control-';
const SETTING = 'MINIO_API_CORS_ALLOW_ORIGIN';

/** `|` is where the cursor stands, before and after. */
test.each<[string, ProviderId, string, string, string]>([
  ['a name', 'openstack-swift', 'X-Con|', `${NAME}Allow-Origin`, `${NAME}Allow-Origin: |`],
  [
    'the name of a line that has values',
    'openstack-swift',
    `${NAME}Allow-Origin: a\r\nX-Con|: etag`,
    `${NAME}Expose-Headers`,
    `${NAME}Allow-Origin: a\r\n${NAME}Expose-Headers|: etag`
  ],
  [
    'a value behind another',
    'openstack-swift',
    `${NAME}Allow-Origin: https://a.test htt|`,
    'https://app.example.com',
    `${NAME}Allow-Origin: https://a.test https://app.example.com|`
  ],
  [
    'a header to expose',
    'openstack-swift',
    `${NAME}Expose-Headers: |`,
    'ETag',
    `${NAME}Expose-Headers: ETag|`
  ],
  ['a setting', 'minio', 'export MINIO_|', SETTING, `export ${SETTING}=|`],
  [
    'an origin in a setting',
    'minio',
    `${SETTING}="https://a.test,|"`,
    'https://app.example.com',
    `${SETTING}="https://a.test,https://app.example.com|"`
  ]
])('%s is accepted', (_, store, marked, label, wanted) => {
  const { text, options } = at(marked, store);
  const option = options.find((one) => one.label === label);
  if (!option) throw new Error(`no ${label} among ${options.map((one) => one.label).join()}`);
  const after = applyEdits(text, option.edits);
  expect(`${after.slice(0, option.caret)}|${after.slice(option.caret)}`).toBe(wanted);
});

test.each<[string, ProviderId, string]>([
  ['a name that another line has', 'openstack-swift', `${NAME}Allow-Origin: a\nX-Con|`],
  ['the blanks before a line', 'openstack-swift', `| ${NAME}Allow-Origin: a`],
  ['values of another header', 'openstack-swift', `X-Container-Meta-Color: |`]
])('%s is not offered', (_, store, marked) => {
  const labels = at(marked, store).options.map(({ label }) => label);
  expect(labels).not.toContain(`${NAME}Allow-Origin`);
  expect(labels.filter((label) => !label.startsWith(NAME))).toEqual([]);
});

test.each<[string, string, ProviderId, string | null, boolean]>([
  [
    '<CORSConfiguration><CORSRule><Allowed|Origin>a</AllowedOrigin></CORSRule></CORSConfiguration>',
    'AllowedOrigin',
    'tencent-cos',
    'allowedOrigins',
    true
  ],
  ['[{"AllowedHe|aders": ["a"]}]', 'AllowedHeaders', 'aws-s3', 'allowedHeaders', true],
  ['[{"AllowedHeaders": ["AllowedHe|aders"]}]', '', 'aws-s3', null, false],
  [
    '{"rules":[{"allowed":{"orig|ins":["*"]}}]}',
    'origins',
    'cloudflare-r2',
    'allowedOrigins',
    true
  ],
  ['CorsConfiguration:\n  CorsRules:\n    - MaxA|ge: 5', 'MaxAge', 'aws-s3', 'maxAgeSeconds', true],
  [
    'cors_rule {\n  allowed_methods| = ["GET"]\n  allowed_origins = ["*"]\n}',
    'allowed_methods',
    'aws-s3',
    'allowedMethods',
    true
  ],
  [`${NAME}Max-|Age: 5`, `${NAME}Max-Age`, 'openstack-swift', 'maxAgeSeconds', true],
  ['[{"MaxAge|Seconds": 5}]', 'MaxAgeSeconds', 'minio', 'maxAgeSeconds', false]
])('in %s the name is %j', (marked, name, store, field, hasField) => {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const found = nameAt(text, offset, readRules(text), providerById(store));
  expect(found?.field ?? null).toBe(field);
  expect(found?.name ?? '').toBe(name);
  expect(Boolean(found?.shown)).toBe(hasField);
});
