/** Ways of saving that all stores with S3's interface share. docs/facts/s3.md 6 */
import { documented, traced, type Fact } from '../../../2-bucket/evidence.ts';
import { command, type CommandPart } from '../../../shell/command.ts';
import { note, type SaveNote } from '../../ways/note.ts';
import { jsLiteral, jsOptions, pythonLiteral } from '../../../shell/quote-code.ts';
import { jsSteps, pythonSteps, type Operation } from '../../ways/script.ts';
import { fileOf, type SaveTask, type WayDraft } from '../../ways/store.ts';

/** How a bucket is reached by S3's interface. */
export interface S3Access {
  /** Null for Amazon's own. */
  endpoint: string | null;
  /** What requests are signed for. */
  region: string;
  /** True where the bucket must be in the host's name. */
  virtual?: boolean;
  /** What the AWS CLI keeps the store's keys under; absent for Amazon's own. */
  profile?: string;
  permissions: readonly string[];
  /** How sure it is that the store takes what each tool sends. */
  fact: Fact;
  notes?: readonly SaveNote[];
}

export const AWS_PUT =
  'https://docs.aws.amazon.com/cli/latest/reference/s3api/put-bucket-cors.html';
const AWS_GET = 'https://docs.aws.amazon.com/cli/latest/reference/s3api/get-bucket-cors.html';
const CURL_QUERY = 'https://github.com/curl/curl/issues/8107';
const NO_RULES = note('no-rules-fails', { code: 'NoSuchCORSConfiguration' }, traced(AWS_GET));
const AWS_KEYS = { names: ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'] };
const SDK_PAGE = 'https://docs.aws.amazon.com/sdkref/latest/guide/environment-variables.html';
const FROM_ENVIRONMENT = note('environment', AWS_KEYS, documented(SDK_PAGE));
/** SHA-256 of nothing, which requests without a body are signed with. */
const NOTHING = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

const { now: JSON_NOW, before: JSON_BEFORE } = fileOf('json');
const { now: XML_NOW, before: XML_BEFORE } = fileOf('xml');

/** The AWS CLI, with a profile of its own for stores of others. */
export function awsCli(task: SaveTask, access: S3Access, id: 'cli' | 'aws-cli' = 'cli'): WayDraft {
  const { shell, to } = task;
  const { endpoint, region, profile, virtual, permissions, fact, notes = [] } = access;
  const call = (operation: string, ...more: CommandPart[]): string =>
    command(
      shell,
      `aws s3api ${operation}-bucket-cors`,
      ['--bucket', to('bucket')],
      ...(endpoint === null ? [] : [['--endpoint-url', endpoint] as const]),
      ['--region', region],
      ...(profile === undefined ? [] : [['--profile', profile] as const]),
      ...more
    );
  const put = (file: string) => call('put', ['--cors-configuration', `file://${file}`]);
  const setup = [
    `aws configure --profile ${profile ?? ''}`,
    ...(virtual ? [`aws configure set s3.addressing_style virtual --profile ${profile ?? ''}`] : [])
  ];
  return {
    id,
    tool: 'AWS CLI',
    format: 's3-json',
    steps: {
      ...(profile !== undefined && { setup: setup.join('\n') }),
      read: shell.keep(call('get', '--output json'), JSON_BEFORE),
      save: `${shell.file(JSON_NOW, task.print('s3-json'))}\n${put(JSON_NOW)}`,
      restore: put(JSON_BEFORE),
      delete: call('delete')
    },
    fact,
    permissions,
    notes: [
      NO_RULES,
      ...(profile === undefined ? [] : [note('own-profile', { profile }, traced(AWS_PUT))]),
      ...notes
    ]
  };
}

/** The address of the bucket itself. */
function bucketUrl(task: SaveTask, endpoint: string, virtual: boolean): string {
  const bucket = encodeURIComponent(task.to('bucket'));
  return virtual ? endpoint.replace('://', `://${bucket}.`) : `${endpoint}/${bucket}`;
}

/** curl with a signature of version 4. The query is written `?cors=`, which every version signs as the store does. */
export function signedCurl(task: SaveTask, access: S3Access & { endpoint: string }): WayDraft {
  const { shell } = task;
  const { endpoint, region, virtual = false, permissions, fact, notes = [] } = access;
  const url = `${bucketUrl(task, endpoint, virtual)}${virtual ? '/' : ''}?cors=`;
  const call = (hash: string, ...more: CommandPart[]): string =>
    command(
      shell,
      `${shell.curl} --silent --show-error --fail-with-body`,
      ...more,
      `--header ${shell.expanded(`x-amz-content-sha256: ${hash}`)}`,
      ['--aws-sigv4', `aws:amz:${region}:s3`],
      `--user ${shell.expanded('{AWS_ACCESS_KEY_ID}:{AWS_SECRET_ACCESS_KEY}')}`,
      shell.word(url)
    );
  const put = (file: string): string =>
    call(
      shell.sha256(file),
      '--request PUT',
      ['--data-binary', `@${file}`],
      ['--header', 'Content-Type: application/xml'],
      `--header ${shell.expanded(`Content-MD5: ${shell.md5(file)}`)}`
    );
  return {
    id: 'curl',
    tool: 'curl',
    format: 's3-xml',
    steps: {
      read: shell.keep(call(NOTHING), XML_BEFORE),
      save: `${shell.file(XML_NOW, task.print('s3-xml'))}\n${put(XML_NOW)}`,
      restore: put(XML_BEFORE),
      delete: call(NOTHING, '--request DELETE')
    },
    fact,
    permissions,
    notes: [FROM_ENVIRONMENT, note('curl-query', {}, traced(CURL_QUERY)), ...notes]
  };
}

/** @aws-sdk/client-s3, which puts the bucket into the host's name unless it is told otherwise. */
export function awsSdk(task: SaveTask, access: S3Access): WayDraft {
  const { endpoint, region, virtual = false, permissions, fact, notes = [] } = access;
  const own = endpoint === null ? {} : { endpoint, ...(!virtual && { forcePathStyle: true }) };
  const Bucket = jsLiteral(task.to('bucket'));
  return {
    id: 'javascript',
    tool: '@aws-sdk/client-s3',
    format: 's3-console-json',
    language: 'js',
    steps: {
      setup: 'npm install @aws-sdk/client-s3',
      ...jsSteps({
        imports: (operation) => [
          `import { ${VERBS[operation]}BucketCorsCommand, S3Client } from '@aws-sdk/client-s3';`
        ],
        client: [`const s3 = new S3Client(${jsOptions({ region, ...own })});`],
        read: [
          `const before = (await s3.send(new GetBucketCorsCommand({ Bucket: ${Bucket} }))).CORSRules;`
        ],
        rules: jsLiteral(JSON.parse(task.print('s3-console-json'))),
        put: (rules) => [
          `const CORSConfiguration = { CORSRules: ${rules} };`,
          `await s3.send(new PutBucketCorsCommand({ Bucket: ${Bucket}, CORSConfiguration }));`
        ],
        remove: [`await s3.send(new DeleteBucketCorsCommand({ Bucket: ${Bucket} }));`]
      })
    },
    fact,
    permissions,
    notes: [FROM_ENVIRONMENT, NO_RULES, ...notes]
  };
}

const VERBS: Readonly<Record<Operation, string>> = {
  read: 'Get',
  save: 'Put',
  restore: 'Put',
  delete: 'Delete'
};

/** boto3, which puts the bucket into the path of an endpoint of others unless it is told otherwise. */
export function boto3(task: SaveTask, access: S3Access): WayDraft {
  const { endpoint, region, virtual = false, permissions, fact, notes = [] } = access;
  const bucket = `Bucket=${pythonLiteral(task.to('bucket'))}`;
  const client = [
    '"s3"',
    `region_name=${pythonLiteral(region)}`,
    ...(endpoint === null ? [] : [`endpoint_url=${pythonLiteral(endpoint)}`]),
    ...(virtual ? ['config=Config(s3={"addressing_style": "virtual"})'] : [])
  ];
  return {
    id: 'python',
    tool: 'boto3',
    format: 's3-console-json',
    language: 'python',
    steps: {
      setup: 'pip install boto3',
      ...pythonSteps(task.shell.python, {
        imports: () => ['import boto3', ...(virtual ? ['from botocore.config import Config'] : [])],
        client: [`s3 = boto3.client(${client.join(', ')})`],
        read: [`before = s3.get_bucket_cors(${bucket})["CORSRules"]`],
        rules: pythonLiteral(JSON.parse(task.print('s3-console-json'))),
        put: (rules) => [
          `s3.put_bucket_cors(${bucket}, CORSConfiguration={"CORSRules": ${rules}})`
        ],
        remove: [`s3.delete_bucket_cors(${bucket})`]
      })
    },
    fact,
    permissions,
    notes: [FROM_ENVIRONMENT, NO_RULES, ...notes]
  };
}
