import { documented, inferred } from '../../2-bucket/evidence.ts';
import { command } from '../../shell/command.ts';
import { note } from '../ways/note.ts';
import { awsCli, awsSdk, signedCurl, type S3Access } from '../families/s3/ways.ts';
import {
  BUCKET,
  fileOf,
  REGION,
  type SaveStore,
  type SaveTask,
  type WayDraft
} from '../ways/store.ts';
import { terraformWay } from '../ways/terraform.ts';

const RULES = 'https://www.backblaze.com/docs/cloud-storage-cross-origin-resource-sharing-rules';
const S3_PUT = 'https://www.backblaze.com/apidocs/s3-put-bucket-cors';
const CLI = 'https://github.com/Backblaze/B2_Command_Line_Tool';
const RESOURCE =
  'https://registry.terraform.io/providers/Backblaze/b2/latest/docs/resources/bucket';

const PERMISSIONS = ['listBuckets', 'readBucketEncryption', 'writeBuckets'];
const { now: NOW, before: BEFORE } = fileOf('json');
const noBucket = note('address-no-bucket', {}, documented(RULES));

/** The command line takes the JSON itself, and no file. */
function b2({ shell, to, print }: SaveTask): WayDraft {
  const bucket = shell.word(to('bucket'));
  const update = (rules: string): string =>
    command(shell, `b2 bucket update --cors-rules ${rules} ${bucket}`);
  return {
    id: 'cli',
    tool: 'b2',
    format: 'b2-json',
    steps: {
      setup: 'b2 account authorize',
      read: shell.keep(`b2 bucket get ${bucket} | jq .corsRules`, BEFORE),
      save: `${shell.file(NOW, print('b2-json'))}\n${update(shell.contents(NOW))}`,
      restore: update(shell.contents(BEFORE)),
      delete: update(shell.word('[]'))
    },
    fact: documented(CLI),
    permissions: PERMISSIONS,
    notes: [
      note('needs-program', { program: 'jq' }, inferred('https://jqlang.org')),
      ...(shell.id === 'powershell' ? [note('json-argument', {}, inferred(CLI))] : [])
    ]
  };
}

/** docs/facts/s3-compatible.md 2.2, docs/facts/terraform.md 1, docs/facts/addresses.md 1 */
export const saveToBackblazeB2: SaveStore = {
  id: 'backblaze-b2',
  fields: [BUCKET, REGION],
  addresses: [
    { host: '{bucket}.s3.{region}.backblazeb2.com' },
    { host: 's3.{region}.backblazeb2.com', path: '/{bucket}' },
    { host: 'f{cluster}.backblazeb2.com', path: '/file/{bucket}' },
    { host: 'f{cluster}.backblazeb2.com', path: '/b2api', note: noBucket },
    { host: 'api{cluster}.backblazeb2.com', note: noBucket },
    { host: 'pod-{cluster}.backblaze.com', note: noBucket }
  ],
  examples: { bucket: 'bucket', region: 'us-west-004', cluster: '004' },
  notes: [
    note('replaces-all', {}, documented(RULES)),
    note('delay-unknown', {}, inferred(RULES)),
    note('cache-cdn', { cdn: 'Cloudflare' }, inferred(RULES))
  ],
  ways: (task) => {
    const region = task.to('region');
    const access: S3Access & { endpoint: string } = {
      endpoint: `https://s3.${region}.backblazeb2.com`,
      region,
      permissions: PERMISSIONS,
      fact: documented(S3_PUT),
      notes: [note('native-replaced', {}, inferred(RULES))]
    };
    return [
      b2(task),
      awsCli(task, { ...access, profile: 'b2' }, 'aws-cli'),
      signedCurl(task, access),
      awsSdk(task, access),
      ...terraformWay(task, {
        like: 'b2_bucket',
        tool: 'Terraform (Backblaze/b2)',
        needs: { bucket_name: task.to('bucket') },
        fact: documented(RESOURCE),
        permissions: PERMISSIONS,
        notes: [note('terraform-inside', { resource: 'b2_bucket' }, documented(RESOURCE))]
      })
    ];
  }
};
