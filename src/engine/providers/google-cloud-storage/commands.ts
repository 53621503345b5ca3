import { documented, inferred, traced } from '../../2-bucket/evidence.ts';
import { command } from '../../shell/command.ts';
import { note } from '../ways/note.ts';
import { jsLiteral, pythonLiteral } from '../../shell/quote-code.ts';
import { jsSteps, pythonSteps } from '../ways/script.ts';
import { BUCKET, fileOf, type SaveStore, type SaveTask, type WayDraft } from '../ways/store.ts';
import { terraformWay } from '../ways/terraform.ts';

const USING = 'https://cloud.google.com/storage/docs/using-cors';
const UPDATE = 'https://cloud.google.com/sdk/gcloud/reference/storage/buckets/update';
const PATCH = 'https://cloud.google.com/storage/docs/json_api/v1/buckets/patch';
const ENDPOINTS = 'https://cloud.google.com/storage/docs/request-endpoints';
const NODE = 'https://github.com/googleapis/nodejs-storage';
const RESOURCE =
  'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/storage_bucket';

const PERMISSIONS = ['storage.buckets.get', 'storage.buckets.update'];
const { now: NOW, before: BEFORE } = fileOf('json');
const jq = note('needs-program', { program: 'jq' }, inferred('https://jqlang.org'));
const jsonApi = note('address-json-api', {}, documented(ENDPOINTS));

/** gcloud takes the list itself; what it prints has it inside an object, and null where there are no rules. */
function gcloud({ shell, to, print }: SaveTask): WayDraft {
  const bucket = shell.word(`gs://${to('bucket')}`);
  const update = (option: string): string =>
    command(shell, `gcloud storage buckets update ${bucket}`, option);
  return {
    id: 'cli',
    tool: 'gcloud',
    format: 'gcs-json',
    steps: {
      read: shell.keep(
        `gcloud storage buckets describe ${bucket} --format=json | jq ${shell.word('.cors_config // []')}`,
        BEFORE
      ),
      save: `${shell.file(NOW, print('gcs-json'))}\n${update(`--cors-file=${NOW}`)}`,
      restore: update(`--cors-file=${BEFORE}`),
      delete: update('--clear-cors')
    },
    fact: traced(UPDATE),
    permissions: PERMISSIONS,
    notes: [jq, note('snake-case', {}, traced(UPDATE))]
  };
}

/** The JSON API, with a token of gcloud's. */
function curl({ shell, to, print }: SaveTask): WayDraft {
  const url = `https://storage.googleapis.com/storage/v1/b/${encodeURIComponent(to('bucket'))}?fields=cors`;
  const call = (...more: [string, string][]): string =>
    command(
      shell,
      `${shell.curl} --silent --show-error --fail-with-body`,
      ...more,
      `--header ${shell.expanded('Authorization: Bearer $(gcloud auth print-access-token)')}`,
      shell.word(url)
    );
  const patch = (body: string): string =>
    call(
      ['--request', 'PATCH'],
      ['--data-binary', body],
      ['--header', 'Content-Type: application/json']
    );
  const none = 'cors-none.json';
  return {
    id: 'curl',
    tool: 'curl',
    format: 'gcs-api-json',
    steps: {
      read: shell.keep(call(), BEFORE),
      save: `${shell.file(NOW, print('gcs-api-json'))}\n${patch(`@${NOW}`)}`,
      restore: patch(`@${BEFORE}`),
      delete: `${shell.file(none, '{"cors":[]}\n')}\n${patch(`@${none}`)}`
    },
    fact: documented(PATCH),
    permissions: PERMISSIONS,
    notes: [note('no-rules-text', { text: '{}' }, documented(PATCH))]
  };
}

function node(task: SaveTask): WayDraft {
  return {
    id: 'javascript',
    tool: '@google-cloud/storage',
    format: 'gcs-json',
    language: 'js',
    steps: {
      setup: 'npm install @google-cloud/storage',
      ...jsSteps({
        imports: () => ["import { Storage } from '@google-cloud/storage';"],
        client: [`const bucket = new Storage().bucket(${jsLiteral(task.to('bucket'))});`],
        read: ['const before = (await bucket.getMetadata())[0].cors ?? [];'],
        rules: jsLiteral(JSON.parse(task.print('gcs-json'))),
        put: (rules) => [`await bucket.setCorsConfiguration(${rules});`],
        remove: ['await bucket.setCorsConfiguration([]);']
      })
    },
    fact: traced(NODE),
    permissions: PERMISSIONS
  };
}

function python(task: SaveTask): WayDraft {
  return {
    id: 'python',
    tool: 'google-cloud-storage',
    format: 'gcs-json',
    language: 'python',
    steps: {
      setup: 'pip install google-cloud-storage',
      ...pythonSteps(task.shell.python, {
        imports: () => ['from google.cloud import storage'],
        client: [`bucket = storage.Client().get_bucket(${pythonLiteral(task.to('bucket'))})`],
        read: ['before = bucket.cors'],
        rules: pythonLiteral(JSON.parse(task.print('gcs-json'))),
        put: (rules) => [`bucket.cors = ${rules}`, 'bucket.patch()'],
        remove: ['bucket.cors = []', 'bucket.patch()']
      })
    },
    fact: documented(USING),
    permissions: PERMISSIONS
  };
}

/** docs/facts/google-cloud-storage.md 5, docs/facts/terraform.md 1, docs/facts/addresses.md 1 */
export const saveToGoogleCloudStorage: SaveStore = {
  id: 'google-cloud-storage',
  fields: [BUCKET],
  addresses: [
    ...['', '/upload', '/download'].map((prefix) => ({
      host: 'storage.googleapis.com',
      path: `${prefix}/storage/v1/b/{bucket}/o`,
      note: jsonApi
    })),
    { host: 'www.googleapis.com', path: '/storage/v1/b/{bucket}', note: jsonApi },
    {
      host: 'storage.cloud.google.com',
      path: '/{bucket}',
      note: note('address-signed-in', {}, traced(ENDPOINTS))
    },
    { host: 'storage.googleapis.com', path: '/{bucket}' },
    { host: 'storage.mtls.googleapis.com', path: '/{bucket}' },
    { host: 'storage.{region}.rep.googleapis.com', path: '/{bucket}' },
    { host: '{bucket}.storage.googleapis.com' },
    { host: 'firebasestorage.googleapis.com', path: '/v0/b/{bucket}', note: jsonApi }
  ],
  examples: { bucket: 'bucket', region: 'europe-west3' },
  notes: [
    note('replaces-all', {}, traced(UPDATE)),
    note('console-none', {}, documented(USING)),
    note('delay-unknown', {}, inferred(USING)),
    note('cache-cdn', { cdn: 'Cloud CDN' }, inferred(USING))
  ],
  ways: (task) => [
    gcloud(task),
    curl(task),
    node(task),
    python(task),
    ...terraformWay(task, {
      like: 'google_storage_bucket',
      tool: 'Terraform (hashicorp/google)',
      needs: { name: task.to('bucket') },
      fact: documented(RESOURCE),
      permissions: PERMISSIONS,
      notes: [note('terraform-inside', { resource: 'google_storage_bucket' }, documented(RESOURCE))]
    })
  ]
};
