import { ruleObject } from '../../1-read/tree/print.ts';
import { documented, inferred, traced } from '../../2-bucket/evidence.ts';
import type { AddressForm } from '../ways/address.ts';
import { command, type CommandPart } from '../../shell/command.ts';
import { note } from '../ways/note.ts';
import { jsLiteral, pythonLiteral } from '../../shell/quote-code.ts';
import { jsSteps, pythonSteps } from '../ways/script.ts';
import {
  BUCKET,
  fileOf,
  lossesWithoutId,
  REGION,
  type SaveStore,
  type SaveTask,
  type WayDraft
} from '../ways/store.ts';
import { terraformWay } from '../ways/terraform.ts';

const PUT = 'https://www.alibabacloud.com/help/en/oss/developer-reference/putbucketcors';
const CLI = 'https://help.aliyun.com/en/oss/developer-reference/put-bucket-cors';
const CLI_BEFORE = 'https://github.com/aliyun/ossutil/blob/v1.6.3/lib/bucket_cors.go';
const CLI_TEST = 'https://www.alibabacloud.com/help/doc-detail/122573.htm';
const NODE = 'https://github.com/ali-sdk/ali-oss';
const PYTHON = 'https://github.com/aliyun/aliyun-oss-python-sdk';
const DOMAINS =
  'https://www.alibabacloud.com/help/en/oss/user-guide/access-domain-name-usage-rules';
const RESOURCE =
  'https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_cors';

const PERMISSIONS = ['oss:GetBucketCors', 'oss:PutBucketCors', 'oss:DeleteBucketCors'];
const { now: NOW, before: BEFORE } = fileOf('xml');
const KEYS = { names: ['OSS_ACCESS_KEY_ID', 'OSS_ACCESS_KEY_SECRET'] };

const internal = note('address-internal', {}, documented(DOMAINS));
const accelerated = note('address-accelerated', {}, documented(DOMAINS));

const ADDRESSES: readonly AddressForm[] = [
  { host: '{bucket}.oss-accelerate.aliyuncs.com', note: accelerated },
  { host: '{bucket}.oss-accelerate-overseas.aliyuncs.com', note: accelerated },
  { host: '{bucket}.s3.oss-{region}-internal.aliyuncs.com', note: internal },
  { host: '{bucket}.s3.oss-{region}.aliyuncs.com' },
  { host: '{bucket}.oss-{region}-internal.aliyuncs.com', note: internal },
  { host: '{bucket}.vpc100-oss-{region}.aliyuncs.com', note: internal },
  { host: '{bucket}.oss-{region}.aliyuncs.com' },
  {
    host: 'oss-{region}.aliyuncs.com',
    path: '/{bucket}',
    note: note('path-style-refused', {}, documented(DOMAINS))
  }
];

/** The program of today. */
function ossutil({ shell, to, print }: SaveTask): WayDraft {
  const call = (verb: string, ...more: CommandPart[]): string =>
    command(
      shell,
      `ossutil api ${verb}-bucket-cors`,
      ['--bucket', to('bucket')],
      ['--region', to('region')],
      ...more
    );
  const put = (file: string): string => call('put', ['--cors-configuration', `file://${file}`]);
  return {
    id: 'cli',
    tool: 'ossutil 2',
    format: 's3-xml',
    steps: {
      read: shell.keep(call('get', '--output-format xml'), BEFORE),
      save: `${shell.file(NOW, print('s3-xml'))}\n${put(NOW)}`,
      restore: put(BEFORE),
      delete: call('delete')
    },
    fact: documented(CLI),
    permissions: PERMISSIONS,
    notes: [note('same-name', { program: 'ossutil' }, documented(CLI))]
  };
}

/** The program before it, which has the same name and can also ask as a browser does. */
function ossutilBefore({ shell, to, print, preflight }: SaveTask): WayDraft {
  const bucket = shell.word(`oss://${to('bucket')}`);
  const call = (method: string, file = ''): string =>
    command(shell, `ossutil cors --method ${method} ${bucket}`, ...(file === '' ? [] : [file]));
  const asked = new Map(preflight?.headers);
  const ask = (option: string, name: string): CommandPart[] => {
    const value = asked.get(name);
    return value === undefined ? [] : [[option, value]];
  };
  return {
    id: 'cli-before',
    tool: 'ossutil 1',
    format: 's3-xml',
    steps: {
      read: call('get', BEFORE),
      save: `${shell.file(NOW, print('s3-xml'))}\n${call('put', NOW)}`,
      ...(preflight !== null && {
        'ask-store': command(
          shell,
          'ossutil cors-options',
          ...ask('--origin', 'Origin'),
          ...ask('--acr-method', 'Access-Control-Request-Method'),
          ...ask('--acr-headers', 'Access-Control-Request-Headers'),
          bucket
        )
      }),
      restore: call('put', BEFORE),
      delete: call('delete')
    },
    fact: documented(CLI_BEFORE),
    permissions: PERMISSIONS,
    notes: [note('same-name-before', { program: 'ossutil' }, documented(CLI_TEST))]
  };
}

function node(task: SaveTask): WayDraft {
  const { to, rules } = task;
  const bucket = jsLiteral(to('bucket'));
  const names = {
    allowedOrigins: 'allowedOrigin',
    allowedMethods: 'allowedMethod',
    allowedHeaders: 'allowedHeader',
    exposeHeaders: 'exposeHeader',
    maxAgeSeconds: 'maxAgeSeconds'
  };
  return {
    id: 'javascript',
    tool: 'ali-oss',
    format: null,
    losses: lossesWithoutId(task),
    language: 'js',
    steps: {
      setup: 'npm install ali-oss',
      ...jsSteps({
        imports: () => ["import OSS from 'ali-oss';"],
        client: [
          'const { OSS_ACCESS_KEY_ID: accessKeyId, OSS_ACCESS_KEY_SECRET: accessKeySecret } = process.env;',
          `const region = ${jsLiteral(`oss-${to('region')}`)};`,
          'const client = new OSS({ region, accessKeyId, accessKeySecret });'
        ],
        read: [`const before = (await client.getBucketCORS(${bucket})).rules;`],
        rules: jsLiteral(rules.map((rule) => ruleObject(rule, names, {}))),
        put: (name) => [`await client.putBucketCORS(${bucket}, ${name});`],
        remove: [`await client.deleteBucketCORS(${bucket});`]
      })
    },
    fact: traced(NODE),
    permissions: PERMISSIONS,
    notes: [note('environment', KEYS, traced(NODE)), note('response-vary', {}, traced(NODE))]
  };
}

function python(task: SaveTask): WayDraft {
  const { to, rules, shell } = task;
  const endpoint = `https://oss-${to('region')}.aliyuncs.com`;
  const names = {
    allowedOrigins: 'allowed_origins',
    allowedMethods: 'allowed_methods',
    allowedHeaders: 'allowed_headers',
    exposeHeaders: 'expose_headers',
    maxAgeSeconds: 'max_age_seconds'
  };
  return {
    id: 'python',
    tool: 'oss2',
    format: null,
    losses: lossesWithoutId(task),
    language: 'python',
    steps: {
      setup: 'pip install oss2',
      ...pythonSteps(shell.python, {
        modules: ['os'],
        imports: () => ['import oss2'],
        client: [
          'auth = oss2.Auth(os.environ["OSS_ACCESS_KEY_ID"], os.environ["OSS_ACCESS_KEY_SECRET"])',
          `bucket = oss2.Bucket(auth, ${pythonLiteral(endpoint)}, ${pythonLiteral(to('bucket'))})`
        ],
        read: ['before = [vars(rule) for rule in bucket.get_bucket_cors().rules]'],
        rules: pythonLiteral(rules.map((rule) => ruleObject(rule, names, {}))),
        put: (name) => [
          `rules = [oss2.models.CorsRule(**rule) for rule in ${name}]`,
          'bucket.put_bucket_cors(oss2.models.BucketCors(rules))'
        ],
        remove: ['bucket.delete_bucket_cors()']
      })
    },
    fact: inferred(PYTHON),
    permissions: PERMISSIONS,
    notes: [
      note('environment', KEYS, inferred(PYTHON)),
      note('response-vary', {}, inferred(PYTHON))
    ]
  };
}

/** docs/facts/cos-oss-obs.md 2.4, docs/facts/terraform.md 1, docs/facts/addresses.md 1 */
export const saveToAlibabaOss: SaveStore = {
  id: 'alibaba-oss',
  fields: [BUCKET, REGION],
  addresses: ADDRESSES,
  examples: { bucket: 'bucket', region: 'cn-hangzhou' },
  notes: [
    note('replaces-all', {}, documented(PUT)),
    note('delay-unknown', {}, inferred(PUT)),
    note('cache-cdn', { cdn: 'Alibaba Cloud CDN' }, documented(PUT))
  ],
  ways: (task) => [
    ossutil(task),
    ossutilBefore(task),
    node(task),
    python(task),
    ...terraformWay(task, {
      like: 'alicloud_oss_bucket_cors',
      tool: 'Terraform (aliyun/alicloud)',
      needs: { bucket: task.to('bucket') },
      fact: documented(RESOURCE),
      permissions: PERMISSIONS,
      notes: [
        note(
          'terraform-lifecycle',
          { line: 'lifecycle { ignore_changes = [cors_rule] }' },
          documented(RESOURCE)
        )
      ]
    })
  ]
};
