import { expect, it, test } from 'vitest';
import { changeText } from '../1-read/change-text.ts';
import { readRules } from '../1-read/read-rules.ts';
import { plainRule } from '../1-read/plain.ts';
import type { ListField, PlainRule, SingleField } from '../model.ts';
import { providerById, providers, type Provider, type ProviderId } from '../providers/providers.ts';
import { advise, adviseRules, type Advice } from './advise.ts';
import type { FormField } from './store-form.ts';

const fieldOf = ({ form }: Provider, field: ListField | SingleField): FormField | undefined =>
  form.fields.find((one) => one.field === field);

function saidOf(id: ProviderId, field: ListField | SingleField, ...values: string[]): Advice[] {
  const provider = providerById(id);
  const shown = fieldOf(provider, field);
  if (!shown) throw new Error(`${id} has no ${field}`);
  return advise(shown, values, provider.form.source);
}

type AdviceRow = [ProviderId, ListField | SingleField, string[], string];
const [o, h, e, a] = [
  'allowedOrigins',
  'allowedHeaders',
  'exposeHeaders',
  'maxAgeSeconds'
] as const;

/** What is said of each value: its place, the code and the level; `ok` where nothing is. */
const ROWS: AdviceRow[] = [
  ['tencent-cos', o, ['https://a.test', 'http://localhost:3000', 'https://*.a.test'], 'ok'],
  ['tencent-cos', o, [], 'required refuse'],
  ['tencent-cos', o, ['a.test'], '0 scheme-missing refuse'],
  ['tencent-cos', o, ['*.a.test'], '0 scheme-missing refuse'],
  ['tencent-cos', o, ['https://a.test', 'https://*.*.test'], '1 wildcards-many refuse'],
  ['tencent-cos', o, ['https://a.test/'], '0 trailing-slash refuse'],
  ['tencent-cos', o, ['https://a.test//'], '0 trailing-slash refuse'],
  ['tencent-cos', o, ['https://a.test/x'], '0 path-behind unwise'],
  ['tencent-cos', o, ['https://a.test:443'], '0 default-port unwise'],
  ['tencent-cos', o, ['http://a.test:80'], '0 default-port unwise'],
  ['tencent-cos', o, ['http://a.test:443', 'https://a.test:80'], 'ok'],
  ['tencent-cos', o, ['https://a.test '], '0 blanks-around unwise'],
  ['tencent-cos', o, ['https://a.test, https://b.test'], '0 values-joined unwise'],
  ['tencent-cos', o, ['*'], '0 any-origin unwise'],
  ['tencent-cos', o, ['https://a.test', '  '], 'ok'],
  [
    'tencent-cos',
    'allowedMethods',
    ['PUT', 'PATCH', 'get'],
    '1 tick-unknown refuse, 2 tick-unknown refuse'
  ],
  ['tencent-cos', h, ['*'], 'ok'],
  ['tencent-cos', h, ['x-cos-meta-md5', 'x_cos'], '1 signs refuse'],
  ['tencent-cos', h, ['content-type: text/plain'], '0 values-joined unwise'],
  ['tencent-cos', h, ['content-type:'], '0 not-token unwise'],
  ['tencent-cos', e, ['ETag', 'x-cos-*'], '1 wildcard-exposed refuse'],
  ['tencent-cos', a, [], 'required refuse'],
  ['tencent-cos', a, ['600'], 'ok'],
  ['tencent-cos', a, ['0'], '0 too-small refuse'],
  ['tencent-cos', a, ['-5'], '0 too-small refuse'],
  ['tencent-cos', a, ['1.5'], '0 not-whole refuse'],
  ['tencent-cos', a, ['ten'], '0 not-whole refuse'],
  ['aws-s3', o, ['a.test'], '0 scheme-unsent unwise'],
  ['aws-s3', o, ['*.a.test', 'null'], 'ok'],
  ['aws-s3', o, ['https://a.test/'], '0 trailing-slash unwise'],
  ['aws-s3', h, ['x-*-*'], '0 wildcards-many refuse'],
  ['aws-s3', h, ['a b'], '0 not-token refuse'],
  ['aws-s3', a, ['0'], 'ok'],
  ['aws-s3', 'id', ['x'.repeat(256)], '0 length refuse'],
  ['wasabi', 'allowedMethods', ['MOVE'], 'ok'],
  ['alibaba-oss', o, ['www.a.test'], '0 scheme-missing refuse'],
  ['alibaba-oss', e, ["it's"], '0 signs refuse'],
  ['alibaba-oss', a, [], 'ok'],
  ['huawei-obs', h, ['a&b', 'a b'], '0 signs refuse, 1 values-joined refuse'],
  ['huawei-obs', a, [], 'required refuse'],
  ['cloudflare-r2', o, ['https://a.test/'], '0 trailing-slash refuse'],
  ['cloudflare-r2', o, ['http://localhost:*'], '0 wildcard-outside-host refuse'],
  ['cloudflare-r2', o, ['https://*.a.test', 'https://*-app.a.test:8443'], 'ok'],
  ['cloudflare-r2', a, ['86401'], '0 too-large refuse'],
  ['backblaze-b2', o, ['https', 'https://a.test:443'], 'ok'],
  ['backblaze-b2', o, ['*', 'https://a.test'], '0 wildcard-beside refuse'],
  ['backblaze-b2', h, ['x-bz-info-*'], 'ok'],
  ['backblaze-b2', h, ['x-*-info'], '0 wildcard-inside refuse'],
  ['backblaze-b2', 'id', ['app'], '0 length refuse'],
  ['backblaze-b2', 'id', ['b2-rules'], '0 prefix-kept refuse'],
  ['backblaze-b2', 'id', ['my_rules'], '0 letters-only refuse'],
  ['digitalocean-spaces', o, ['a.test'], '0 scheme-missing refuse'],
  ['azure-blob', o, ['*', 'https://a.test'], '0 wildcard-beside refuse'],
  ['azure-blob', o, [`https://${'a'.repeat(256)}`], '0 length refuse'],
  ['azure-blob', h, ['x-ms-meta-*'], 'ok'],
  ['azure-blob', a, [], 'required refuse'],
  ['azurite', o, ['*', 'https://a.test'], '0 any-origin unwise'],
  ['google-cloud-storage', o, ['https://*.a.test'], '0 wildcard-literal unwise'],
  ['google-cloud-storage', o, ['https://a.test:443'], 'ok'],
  ['google-cloud-storage', 'allowedMethods', ['*'], 'ok'],
  ['ceph-rgw', o, ['https://*.*.test'], '0 wildcards-many refuse'],
  ['ceph-rgw', 'allowedMethods', [], 'ok'],
  ['seaweedfs', o, ['*.a.test'], '0 wildcard-schemeless refuse'],
  ['garage', o, ['https://*.a.test'], '0 wildcard-literal unwise'],
  ['garage', h, ['Content-Type'], '0 upper-case unwise'],
  ['scality-cloudserver', e, ['x_y'], '0 letters-only refuse'],
  ['localstack', h, ['x-amz-*'], '0 wildcard-literal unwise'],
  ['s3rver', h, ['*-*'], '0 wildcards-many refuse'],
  [
    'openstack-swift',
    o,
    ['x'.repeat(200), 'y'.repeat(60)],
    '0 scheme-unsent unwise, 1 list-long refuse'
  ],
  ['ceph-rgw-swift', h, ['*-*'], '0 wildcards-many refuse'],
  ['minio', o, ['https://*.*.test'], 'ok'],
  ['minio', o, ['*'], '0 any-origin unwise']
];

test.each(ROWS)('%s %s %j: %s', (id, field, values, wanted) => {
  const said = saidOf(id, field, ...values).map(({ index, code, level }) =>
    [index ?? [], code, level].flat().join(' ')
  );
  expect(said.join(', ') || 'ok').toBe(wanted);
});

test.each([
  ['https://a.test/', 'https://a.test'],
  ['https://a.test/x/y', 'https://a.test'],
  ['https://a.test:443', 'https://a.test'],
  [' https://a.test', 'https://a.test'],
  ['a.test', null]
])('%j was meant as %j', (value, better) => {
  expect(saidOf('aws-s3', 'allowedOrigins', value)[0]?.better).toBe(better);
});

it('counts the rules where the store does', () => {
  const { form } = providerById('azure-blob');
  expect(adviseRules(form, 5)).toEqual([]);
  expect(adviseRules(form, 6)[0]?.args).toEqual({ most: 5 });
  expect(adviseRules(providerById('garage').form, 1000)).toEqual([]);
});

const GOOD: PlainRule = {
  id: null,
  allowedOrigins: ['https://a.test'],
  allowedMethods: ['GET'],
  allowedHeaders: ['content-type'],
  exposeHeaders: ['etag'],
  maxAgeSeconds: '600'
};

/** Values of which some store refuses each. */
const SAMPLES: Record<ListField | 'maxAgeSeconds', string[][]> = {
  allowedOrigins: [
    [],
    ['a.test'],
    ['https://a.test/'],
    ['https://a.test/x'],
    ['https://*.*.test'],
    ['*.a.test'],
    ['http://localhost:*'],
    ['*', 'https://a.test'],
    ['https://a b.test'],
    [`https://${'a'.repeat(300)}`],
    Array.from({ length: 65 }, (_, at) => `https://a${at}`)
  ],
  allowedMethods: [[], ['PATCH'], ['get'], ['OPTIONS']],
  allowedHeaders: [
    ['*'],
    ['x-*'],
    ['*-x'],
    ['*-*'],
    ['a b'],
    ['a:b'],
    ['x_y'],
    ['x&y'],
    ['x-y', '*'],
    Array.from({ length: 67 }, (_, at) => `x-${at}`)
  ],
  maxAgeSeconds: [[], ['0'], ['-1'], ['1.5'], ['abc'], ['99999']],
  exposeHeaders: [['*'], ['x-*'], ['a b'], ['x<y'], ["x'y"], ['x_y']]
};

const SAMPLED = Object.keys(SAMPLES) as (ListField | 'maxAgeSeconds')[];

/** Whether the store would refuse to save one rule with these values; null where its format cannot say them. */
function isRefused(
  provider: Provider,
  field: ListField | 'maxAgeSeconds',
  values: string[]
): boolean | null {
  const shared = provider.id === 'google-cloud-storage' ? { exposeHeaders: values } : {};
  const id = fieldOf(provider, 'id')?.required === true ? 'app-rule' : null;
  const rule: PlainRule =
    field === 'maxAgeSeconds'
      ? { ...GOOD, id, maxAgeSeconds: values[0] ?? null }
      : { ...GOOD, id, ...shared, [field]: values };
  const insert = { kind: 'insert-rule', at: 0, rule } as const;
  const read = readRules(changeText(readRules(''), '', [insert], provider.formats).text);
  const [said] = read.ruleSet.rules.map(plainRule);
  const same = String(said?.[field] ?? '') === String(values);
  return read.complete && same ? !provider.save(read).accepted : null;
}

/** Samples of which the store and its form say different things. */
const parted = (provider: Provider, refused: boolean): string[] =>
  SAMPLED.filter((field) => fieldOf(provider, field)).flatMap((field) =>
    SAMPLES[field]
      .filter((values) => isRefused(provider, field, values) === refused)
      .filter((values) => {
        const said = saidOf(provider.id, field, ...values);
        return said.some(({ level }) => level === 'refuse') !== refused;
      })
      .map((values) => `${field} ${values.slice(0, 2).join(' ')}`)
  );

const each = providers.map((provider) => [provider.id, provider] as const);

test.each(each)('what %s refuses to save is said of its field', (_, provider) => {
  expect(parted(provider, true)).toEqual([]);
});

/** Those without a page of their own, which would ask for more than the store does. */
const CONSOLES: ProviderId[] = [
  'tencent-cos',
  'alibaba-oss',
  'huawei-obs',
  'digitalocean-spaces',
  'google-cloud-storage'
];

/** What is taken and changed: small letters become capitals, and a container without an origin has no rule. */
const MENDED: Partial<Record<ProviderId, string[]>> = {
  'ceph-rgw': ['allowedMethods get'],
  'ceph-rgw-swift': ['allowedOrigins '],
  'openstack-swift': ['allowedOrigins ']
};

test.each(each.filter(([id]) => !CONSOLES.includes(id)))(
  'what is said to be refused %s refuses to save',
  (_, provider) => {
    expect(parted(provider, false)).toEqual(MENDED[provider.id] ?? []);
  }
);
