import { documented, inferred, traced } from '../../2-bucket/evidence.ts';
import type { AddressForm } from '../ways/address.ts';
import { note } from '../ways/note.ts';
import { jsLiteral, pythonLiteral } from '../../shell/quote-code.ts';
import { awsCli } from '../families/s3/ways.ts';
import { jsSteps, pythonSteps } from '../ways/script.ts';
import { REGION, type SaveStore, type SaveTask, type WayDraft } from '../ways/store.ts';
import { terraformWay } from '../ways/terraform.ts';

const PUT = 'https://www.tencentcloud.com/document/product/436/8279';
const DOMAINS = 'https://www.tencentcloud.com/document/product/436/6224';
const PATH_STYLE = 'https://www.tencentcloud.com/document/product/436/75050';
const CONSOLE = 'https://www.tencentcloud.com/document/product/436/11488';
const NODE = 'https://github.com/tencentyun/cos-nodejs-sdk-v5';
const PYTHON = 'https://github.com/tencentyun/cos-python-sdk-v5';
const COSCLI = 'https://github.com/tencentyun/coscli';
const RESOURCE =
  'https://registry.terraform.io/providers/tencentcloudstack/tencentcloud/latest/docs/resources/cos_bucket';

const PERMISSIONS = [
  'name/cos:GetBucketCORS',
  'name/cos:PutBucketCORS',
  'name/cos:DeleteBucketCORS'
];
const KEYS = { names: ['COS_SECRET_ID', 'COS_SECRET_KEY'] };
const responseVary = note('response-vary', {}, inferred(PUT));

const internal = note('address-internal', {}, documented(DOMAINS));
const website = note('address-website', {}, inferred(DOMAINS));
const processing = note('address-processing', {}, documented(DOMAINS));

const formsIn = (domain: string): AddressForm[] => [
  {
    host: `{bucket}.cos.accelerate.${domain}`,
    note: note('address-accelerated', {}, documented(DOMAINS))
  },
  { host: `{bucket}.cos-internal.accelerate.${domain}`, note: internal },
  { host: `{bucket}.cos-internal.{region}.${domain}`, note: internal },
  { host: `{bucket}.cos-website.{region}.${domain}`, note: website },
  { host: `{bucket}.cos.{region}.${domain}` },
  {
    host: `cos.{region}.${domain}`,
    path: '/{bucket}',
    note: note('path-style-refused', {}, documented(PATH_STYLE))
  },
  { host: `{bucket}.ci.{region}.${domain}`, note: processing },
  { host: `{bucket}.pic.{region}.${domain}`, note: processing }
];

/** The Node SDK takes ResponseVary beside the rules. */
function nodeSdk(task: SaveTask): WayDraft {
  const bucket = `Bucket: ${jsLiteral(task.to('bucket'))}, Region: ${jsLiteral(task.to('region'))}`;
  return {
    id: 'javascript',
    tool: 'cos-nodejs-sdk-v5',
    format: 'cos-js-json',
    language: 'js',
    steps: {
      setup: 'npm install cos-nodejs-sdk-v5',
      ...jsSteps({
        imports: () => ["import COS from 'cos-nodejs-sdk-v5';"],
        client: [
          'const { COS_SECRET_ID: SecretId, COS_SECRET_KEY: SecretKey } = process.env;',
          'const cos = new COS({ SecretId, SecretKey });',
          `const bucket = { ${bucket} };`
        ],
        read: [
          'const { CORSRules, ResponseVary } = await cos.getBucketCors(bucket);',
          'const before = { CORSRules, ResponseVary };'
        ],
        rules: jsLiteral(JSON.parse(task.print('cos-js-json'))),
        put: (rules) => [`await cos.putBucketCors({ ...bucket, ...${rules} });`],
        remove: ['await cos.deleteBucketCors(bucket);']
      })
    },
    fact: traced(NODE),
    permissions: PERMISSIONS,
    notes: [note('environment', KEYS, traced(NODE)), note('no-rules-empty', {}, documented(NODE))]
  };
}

/** The Python SDK, whose keys are the elements of the XML. */
function pythonSdk(task: SaveTask): WayDraft {
  const bucket = `Bucket=${pythonLiteral(task.to('bucket'))}`;
  return {
    id: 'python',
    tool: 'cos-python-sdk-v5',
    format: 'cos-python-json',
    language: 'python',
    steps: {
      setup: 'pip install cos-python-sdk-v5',
      ...pythonSteps(task.shell.python, {
        modules: ['os'],
        imports: () => ['from qcloud_cos import CosConfig, CosS3Client'],
        client: [
          'client = CosS3Client(CosConfig(',
          `    Region=${pythonLiteral(task.to('region'))},`,
          '    SecretId=os.environ["COS_SECRET_ID"],',
          '    SecretKey=os.environ["COS_SECRET_KEY"],',
          '))'
        ],
        read: [`before = client.get_bucket_cors(${bucket})`],
        rules: pythonLiteral(JSON.parse(task.print('cos-python-json'))),
        put: (rules) => [`client.put_bucket_cors(${bucket}, CORSConfiguration=${rules})`],
        remove: [`client.delete_bucket_cors(${bucket})`]
      })
    },
    fact: documented(PYTHON),
    permissions: PERMISSIONS,
    notes: [note('environment', KEYS, documented(PYTHON))]
  };
}

/** docs/facts/cos-oss-obs.md 1.5, docs/facts/terraform.md 1, docs/facts/addresses.md 1 */
export const saveToTencentCos: SaveStore = {
  id: 'tencent-cos',
  fields: [{ id: 'bucket', placeholder: 'BUCKET-APPID' }, REGION],
  addresses: [
    ...['myqcloud.com', 'tencentcos.cn', 'tencentcos.com'].flatMap(formsIn),
    {
      host: '{bucket}.file.myqcloud.com',
      note: note('address-cdn', { cdn: 'Tencent Cloud CDN' }, documented(DOMAINS))
    },
    { host: '{bucket}.picsh.myqcloud.com', note: processing },
    {
      host: '{cluster}.cos-cdc.{region}.myqcloud.com',
      note: note('address-no-bucket', {}, documented(DOMAINS))
    },
    { host: 'service.cos.myqcloud.com', note: note('address-no-bucket', {}, documented(DOMAINS)) }
  ],
  examples: { bucket: 'bucket-1250000000', region: 'ap-guangzhou', cluster: 'cdc-1' },
  notes: [
    note('cli-none', { programs: ['coscli', 'coscmd'] }, documented(COSCLI)),
    note('bucket-with-account', {}, documented(DOMAINS)),
    note('replaces-all', {}, documented(PUT)),
    note('delay-tests', { seconds: 4 }, documented(PYTHON)),
    note('cache-cdn', { cdn: 'Tencent Cloud CDN' }, documented(DOMAINS))
  ],
  ways: (task) => [
    nodeSdk(task),
    pythonSdk(task),
    awsCli(
      task,
      {
        endpoint: `https://cos.${task.to('region')}.myqcloud.com`,
        region: task.to('region'),
        virtual: true,
        profile: 'cos',
        permissions: PERMISSIONS,
        fact: inferred(PATH_STYLE),
        notes: [
          note('path-style-refused', {}, documented(PATH_STYLE)),
          note('content-md5', {}, inferred(PUT)),
          responseVary
        ]
      },
      'aws-cli'
    ),
    ...terraformWay(task, {
      like: 'tencentcloud_cos_bucket',
      tool: 'Terraform (tencentcloudstack/tencentcloud)',
      needs: { bucket: task.to('bucket') },
      fact: documented(RESOURCE),
      permissions: PERMISSIONS,
      notes: [
        note('terraform-inside', { resource: 'tencentcloud_cos_bucket' }, documented(RESOURCE))
      ]
    }),
    {
      id: 'console',
      tool: 'Tencent COS',
      format: null,
      steps: {},
      fact: documented(CONSOLE),
      permissions: PERMISSIONS,
      notes: [note('console-form', { path: 'Security Management → CORS' }, documented(CONSOLE))]
    }
  ]
};
