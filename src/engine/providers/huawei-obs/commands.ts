import { ruleObject } from '../../1-read/tree/print.ts';
import { SINGULAR } from '../../1-read/rule-key.ts';
import { documented, inferred, traced } from '../../2-bucket/evidence.ts';
import type { AddressForm } from '../ways/address.ts';
import { command, type CommandPart } from '../../shell/command.ts';
import { note } from '../ways/note.ts';
import { jsLiteral, pythonLiteral } from '../../shell/quote-code.ts';
import { signedCurl } from '../families/s3/ways.ts';
import { jsSteps, pythonSteps } from '../ways/script.ts';
import {
  BUCKET,
  fileOf,
  lossOfVary,
  REGION,
  type SaveStore,
  type SaveTask,
  type WayDraft
} from '../ways/store.ts';
import { terraformWay } from '../ways/terraform.ts';

const PUT = 'https://support.huaweicloud.com/intl/en-us/api-obs/obs_04_0074.html';
const CLI = 'https://support.huaweicloud.com/intl/en-us/utiltg-obs/obs_11_1018.html';
const NODE = 'https://www.npmjs.com/package/esdk-obs-nodejs';
const PYTHON = 'https://support.huaweicloud.com/intl/en-us/sdk-python-devg-obs/obs_22_0829.html';
const DELAY = 'https://docs.otc.t-systems.com/object-storage-service/api-ref/';
const DOMAINS = 'https://support.huaweicloud.com/intl/en-us/usermanual-obs/obs_03_0307.html';
const RESOURCE =
  'https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/obs_bucket';

const PERMISSIONS = [
  'obs:bucket:GetBucketCORS',
  'obs:bucket:PutBucketCORS',
  'obs:bucket:DeleteBucketCORS'
];
const { now: NOW, before: BEFORE } = fileOf('xml');
const KEYS = { names: ['OBS_ACCESS_KEY_ID', 'OBS_SECRET_ACCESS_KEY'] };
const website = note('address-website', {}, inferred(DOMAINS));

const formsIn = (domain: string): AddressForm[] => [
  { host: `{bucket}.obs-website.{region}.${domain}`, sets: { domain }, note: website },
  { host: `{bucket}.obs.{region}.${domain}`, sets: { domain } },
  { host: `obs.{region}.${domain}`, path: '/{bucket}', sets: { domain } }
];

const hostOf = ({ to }: SaveTask): string => `obs.${to('region')}.${to('domain')}`;

/** Options have one dash and an equals sign. That it writes rules is read off its reading and its deleting them. */
function obsutil(task: SaveTask): WayDraft {
  const { shell, to, print } = task;
  const call = (method: string, ...more: CommandPart[]): string =>
    command(
      shell,
      `obsutil cors ${shell.word(`obs://${to('bucket')}`)}`,
      ['-method=', method],
      ...more,
      ['-e=', hostOf(task)]
    );
  const put = (file: string): string => call('put', ['-localfile=', file]);
  return {
    id: 'cli',
    tool: 'obsutil',
    format: 's3-xml',
    steps: {
      read: call('get', ['-localfile=', BEFORE]),
      save: `${shell.file(NOW, print('s3-xml'))}\n${put(NOW)}`,
      restore: put(BEFORE),
      delete: call('delete')
    },
    fact: inferred(CLI),
    permissions: PERMISSIONS
  };
}

function node(task: SaveTask): WayDraft {
  const { to, rules } = task;
  const bucket = `Bucket: ${jsLiteral(to('bucket'))}`;
  return {
    id: 'javascript',
    tool: 'esdk-obs-nodejs',
    format: null,
    losses: lossOfVary(task),
    language: 'js',
    steps: {
      setup: 'npm install esdk-obs-nodejs',
      ...jsSteps({
        imports: () => ["import ObsClient from 'esdk-obs-nodejs';"],
        client: [
          'const obs = new ObsClient({',
          '  access_key_id: process.env.OBS_ACCESS_KEY_ID,',
          '  secret_access_key: process.env.OBS_SECRET_ACCESS_KEY,',
          `  server: ${jsLiteral(`https://${hostOf(task)}`)}`,
          '});',
          'await new Promise((resolve) => setTimeout(resolve, 0));',
          'const checked = (answer) => {',
          '  if (answer.CommonMsg.Status >= 300) throw new Error(answer.CommonMsg.Code);',
          '  return answer;',
          '};'
        ],
        read: [
          `const before = checked(await obs.getBucketCors({ ${bucket} })).InterfaceResult.CorsRules;`
        ],
        rules: jsLiteral(rules.map((rule) => ruleObject(rule, SINGULAR, {}))),
        put: (name) => [`checked(await obs.setBucketCors({ ${bucket}, CorsRules: ${name} }));`],
        remove: [`checked(await obs.deleteBucketCors({ ${bucket} }));`]
      })
    },
    fact: traced(NODE),
    permissions: PERMISSIONS,
    notes: [
      note('environment', KEYS, traced(NODE)),
      note('status-unchecked', {}, traced(NODE)),
      note('waits-a-turn', {}, traced(NODE))
    ]
  };
}

/** Its rules are called as in the XML, but in another case and with one age less. */
const PYTHON_NAMES = {
  id: 'id',
  allowedOrigins: 'allowedOrigin',
  allowedMethods: 'allowedMethod',
  allowedHeaders: 'allowedHeader',
  exposeHeaders: 'exposeHeader',
  maxAgeSeconds: 'maxAgeSecond'
};

function python(task: SaveTask): WayDraft {
  const { to, rules, shell } = task;
  const bucket = pythonLiteral(to('bucket'));
  return {
    id: 'python',
    tool: 'esdk-obs-python',
    format: null,
    losses: lossOfVary(task),
    language: 'python',
    steps: {
      setup: 'pip install esdk-obs-python',
      ...pythonSteps(shell.python, {
        modules: ['os'],
        imports: (operation) => [
          `from obs import ${operation === 'read' || operation === 'delete' ? 'ObsClient' : 'CorsRule, ObsClient'}`
        ],
        client: [
          'obs = ObsClient(',
          '    access_key_id=os.environ["OBS_ACCESS_KEY_ID"],',
          '    secret_access_key=os.environ["OBS_SECRET_ACCESS_KEY"],',
          `    server=${pythonLiteral(`https://${hostOf(task)}`)},`,
          ')'
        ],
        read: [`before = [dict(rule) for rule in obs.getBucketCors(${bucket}).body]`],
        rules: pythonLiteral(rules.map((rule) => ruleObject(rule, PYTHON_NAMES, {}))),
        put: (name) => [
          `answer = obs.setBucketCors(${bucket}, [CorsRule(**rule) for rule in ${name}])`,
          'assert answer.status < 300, answer.errorMessage'
        ],
        remove: [`obs.deleteBucketCors(${bucket})`]
      })
    },
    fact: documented(PYTHON),
    permissions: PERMISSIONS,
    notes: [note('environment', KEYS, documented(PYTHON))]
  };
}

/** docs/facts/cos-oss-obs.md 3.3, docs/facts/terraform.md 1, docs/facts/addresses.md 1 */
export const saveToHuaweiObs: SaveStore = {
  id: 'huawei-obs',
  fields: [BUCKET, REGION],
  defaults: { domain: 'myhuaweicloud.com' },
  addresses: [
    ...['myhuaweicloud.com', 'myhuaweicloud.eu', 'otc.t-systems.com'].flatMap(formsIn),
    { host: '{bucket}.obs.otc.t-systems.com', sets: { domain: 'otc.t-systems.com' } }
  ],
  examples: { bucket: 'bucket', region: 'cn-north-4' },
  notes: [
    note('replaces-all', {}, documented(PUT)),
    note('delay-within', { seconds: 120 }, documented(DELAY)),
    note('cache-cdn', { cdn: 'Huawei Cloud CDN' }, inferred(DOMAINS))
  ],
  ways: (task) => [
    obsutil(task),
    signedCurl(task, {
      endpoint: `https://${hostOf(task)}`,
      region: task.to('region'),
      virtual: true,
      permissions: PERMISSIONS,
      fact: inferred(PUT)
    }),
    node(task),
    python(task),
    ...terraformWay(task, {
      like: 'huaweicloud_obs_bucket',
      tool: 'Terraform (huaweicloud/huaweicloud)',
      needs: { bucket: task.to('bucket') },
      fact: documented(RESOURCE),
      permissions: PERMISSIONS,
      notes: [
        note('terraform-inside', { resource: 'huaweicloud_obs_bucket' }, documented(RESOURCE))
      ]
    })
  ]
};
