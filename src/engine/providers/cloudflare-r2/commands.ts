import { documented, inferred, traced } from '../../2-bucket/evidence.ts';
import { command, type CommandPart } from '../../shell/command.ts';
import { note } from '../ways/note.ts';
import { awsCli, awsSdk } from '../families/s3/ways.ts';
import { BUCKET, fileOf, type SaveStore, type SaveTask, type WayDraft } from '../ways/store.ts';
import { terraformWay } from '../ways/terraform.ts';

const CORS = 'https://developers.cloudflare.com/r2/buckets/cors/';
const WRANGLER = 'https://developers.cloudflare.com/r2/reference/wrangler-commands/';
const API =
  'https://developers.cloudflare.com/api/resources/r2/subresources/buckets/subresources/cors';
const TOKENS = 'https://developers.cloudflare.com/r2/api/tokens/';
const PUBLIC = 'https://developers.cloudflare.com/r2/buckets/public-buckets/';
const RESOURCE =
  'https://registry.terraform.io/providers/cloudflare/cloudflare/latest/docs/resources/r2_bucket_cors';

const { now: NOW, before: BEFORE } = fileOf('json');
const BY_TOKEN = ['Workers R2 Storage: Edit'];
const BY_KEY = ['Admin Read & Write'];
const jq = note('needs-program', { program: 'jq' }, inferred('https://jqlang.org'));
const NONE = note('no-rules-text', { text: '{"rules": null}' }, inferred(API));
const own = (name: string): boolean => name === '' || name === 'default';

/** The buckets of a jurisdiction are others than those of that name outside. */
const jurisdictionOf = ({ to }: SaveTask) => {
  const name = to('jurisdiction');
  return {
    flag: own(name) ? [] : [['--jurisdiction', name] as const],
    header: own(name) ? [] : [['--header', `cf-r2-jurisdiction: ${name}`] as const],
    host: own(name) ? '' : `${name}.`,
    notes: own(name) ? [] : [note('jurisdiction', { jurisdiction: name }, documented(TOKENS))]
  };
};

/** Cloudflare's own interface. */
function call(task: SaveTask, ...more: CommandPart[]): string {
  const { shell, to } = task;
  const [account, bucket] = [to('account'), to('bucket')].map(encodeURIComponent);
  const url = `https://api.cloudflare.com/client/v4/accounts/${account ?? ''}/r2/buckets/${bucket ?? ''}/cors`;
  return command(
    shell,
    `${shell.curl} --silent --show-error --fail-with-body`,
    ...more,
    `--header ${shell.expanded('Authorization: Bearer {CLOUDFLARE_API_TOKEN}')}`,
    ...jurisdictionOf(task).header,
    shell.word(url)
  );
}

/** What Wrangler lists cannot be given to it again, so the rules are kept by the interface below it. */
const keep = (task: SaveTask): string =>
  task.shell.keep(`${call(task)} | jq ${task.shell.word('{rules: .result.rules}')}`, BEFORE);

const fromEnvironment = note(
  'environment',
  { names: ['CLOUDFLARE_API_TOKEN', 'CLOUDFLARE_ACCOUNT_ID'] },
  traced(WRANGLER)
);

function wrangler(task: SaveTask): WayDraft {
  const { shell, to } = task;
  const { flag, notes } = jurisdictionOf(task);
  const run = (verb: string, ...more: CommandPart[]): string =>
    command(
      shell,
      `npx wrangler r2 bucket cors ${verb} ${shell.word(to('bucket'))}`,
      ...more,
      ...flag
    );
  return {
    id: 'cli',
    tool: 'Wrangler',
    format: 'r2-wrangler-json',
    steps: {
      setup: shell.assign('CLOUDFLARE_ACCOUNT_ID', to('account')),
      read: keep(task),
      save: `${shell.file(NOW, task.print('r2-wrangler-json'))}\n${run('set', ['--file', NOW])}`,
      restore: run('set', ['--file', BEFORE]),
      delete: run('delete')
    },
    fact: traced(WRANGLER),
    permissions: BY_TOKEN,
    notes: [fromEnvironment, note('list-not-reusable', {}, traced(WRANGLER)), jq, NONE, ...notes]
  };
}

function curl(task: SaveTask): WayDraft {
  const { shell, print } = task;
  const put = (file: string): string =>
    call(
      task,
      ['--request', 'PUT'],
      ['--data-binary', `@${file}`],
      ['--header', 'Content-Type: application/json']
    );
  return {
    id: 'curl',
    tool: 'curl',
    format: 'r2-wrangler-json',
    steps: {
      read: keep(task),
      save: `${shell.file(NOW, print('r2-wrangler-json'))}\n${put(NOW)}`,
      restore: put(BEFORE),
      delete: call(task, ['--request', 'DELETE'])
    },
    fact: traced(API),
    permissions: BY_TOKEN,
    notes: [
      note('environment', { names: ['CLOUDFLARE_API_TOKEN'] }, traced(API)),
      jq,
      NONE,
      ...jurisdictionOf(task).notes
    ]
  };
}

/** docs/facts/s3-compatible.md 1.2, docs/facts/terraform.md 1, docs/facts/addresses.md 1 */
export const saveToCloudflareR2: SaveStore = {
  id: 'cloudflare-r2',
  fields: [BUCKET, { id: 'account', placeholder: 'ACCOUNT_ID' }],
  addresses: [
    ...['eu', 'us', 'fedramp', 'fedramp-high'].flatMap((jurisdiction) => [
      {
        host: `{account}.${jurisdiction}.r2.cloudflarestorage.com`,
        path: '/{bucket}',
        sets: { jurisdiction }
      },
      {
        host: `{bucket}.{account}.${jurisdiction}.r2.cloudflarestorage.com`,
        sets: { jurisdiction }
      }
    ]),
    { host: '{account}.r2.cloudflarestorage.com', path: '/{bucket}' },
    { host: '{bucket}.{account}.r2.cloudflarestorage.com' },
    { host: 'pub-{public}.r2.dev', note: note('address-no-bucket', {}, documented(PUBLIC)) }
  ],
  examples: {
    bucket: 'bucket',
    account: '0123456789abcdef0123456789abcdef',
    public: '0123456789abcdef0123456789abcdef'
  },
  notes: [
    note('replaces-all', {}, traced(API)),
    note('delay-within', { seconds: 30 }, documented(CORS)),
    note('cache-cdn', { cdn: 'Cloudflare' }, documented(CORS))
  ],
  ways: (task) => {
    const { host, notes } = jurisdictionOf(task);
    const access = {
      endpoint: `https://${task.to('account')}.${host}r2.cloudflarestorage.com`,
      region: 'auto',
      permissions: BY_KEY,
      notes: [note('token-kind', { token: 'Admin Read & Write' }, documented(TOKENS)), ...notes]
    };
    return [
      wrangler(task),
      curl(task),
      awsCli(task, { ...access, profile: 'r2', fact: documented(TOKENS) }, 'aws-cli'),
      awsSdk(task, { ...access, fact: documented(TOKENS) }),
      ...terraformWay(task, {
        like: 'cloudflare_r2_bucket_cors',
        tool: 'Terraform (cloudflare/cloudflare)',
        needs: { account_id: task.to('account'), bucket_name: task.to('bucket') },
        fact: documented(RESOURCE),
        permissions: BY_TOKEN,
        notes: [note('terraform-no-import', {}, documented(RESOURCE))]
      }),
      {
        id: 'console',
        tool: 'Cloudflare',
        format: 's3-console-json',
        language: 'json',
        steps: { save: task.print('s3-console-json') },
        fact: documented(CORS),
        permissions: [],
        notes: [
          note(
            'console-path',
            { path: 'R2 → Settings → CORS Policy → Add CORS policy → JSON' },
            documented(CORS)
          )
        ]
      }
    ];
  }
};
