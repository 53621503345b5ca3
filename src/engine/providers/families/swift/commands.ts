import { documented, inferred, traced } from '../../../2-bucket/evidence.ts';
import { hclString } from '../../../1-read/hcl/tokens.ts';
import type { AddressForm } from '../../ways/address.ts';
import { command, type CommandPart } from '../../../shell/command.ts';
import { note } from '../../ways/note.ts';
import { ENDPOINT, type SaveStore, type SaveTask, type WayDraft } from '../../ways/store.ts';

const CORS = 'https://docs.openstack.org/swift/latest/cors.html';
const CLI = 'https://docs.openstack.org/python-swiftclient/latest/cli/index.html';
const API = 'https://docs.openstack.org/api-ref/object-store/';
const RESOURCE =
  'https://registry.terraform.io/providers/terraform-provider-openstack/openstack/latest/docs/resources/objectstorage_container_v1';

/** What holds a container's one rule; what is not said must be emptied, or it stays. */
const PREFIX = 'X-Container-Meta-Access-Control-';
const NAMES = ['Allow-Origin', 'Allow-Headers', 'Expose-Headers', 'Max-Age'].map(
  (name) => PREFIX + name
);
const BEFORE = 'cors-before.txt';
const KEPT = 'cors-before-headers.txt';

/** The header lines of the rules, and empty ones for what they do not say. */
function linesOf({ print }: SaveTask): string[] {
  const lines = print('swift-headers')
    .split('\n')
    .filter((line) => line !== '');
  return NAMES.map((name) => lines.find((line) => line.startsWith(`${name}:`)) ?? `${name}:`);
}

const oneRule = note('one-rule', {}, documented(CORS));
const keysReplaced = note('keys-replaced', {}, traced(CLI));

function swift(task: SaveTask): WayDraft {
  const { shell, to } = task;
  const container = shell.word(to('bucket'));
  const post = (lines: readonly string[]): string =>
    command(
      shell,
      `swift post ${container}`,
      ...lines.map((line): CommandPart => ['--header', line])
    );
  return {
    id: 'cli',
    tool: 'swift',
    format: 'swift-headers',
    steps: {
      read: shell.keep(`swift stat ${container}`, BEFORE),
      save: post(linesOf(task)),
      delete: post(NAMES.map((name) => `${name}:`))
    },
    fact: traced(CLI),
    permissions: ['swiftoperator'],
    notes: [
      oneRule,
      keysReplaced,
      note('creates-container', {}, traced(CLI)),
      note('restore-by-hand', {}, traced(CLI))
    ]
  };
}

/** Lines of the answer that hold the rule, as curl takes them again. */
const ruleLines = {
  sh: (call: string): string => `${call} | tr -d '\\r' | grep -i '^${PREFIX}'`,
  powershell: (call: string): string => `${call} | Where-Object { $_ -like '${PREFIX}*' }`
};

function curl(task: SaveTask): WayDraft {
  const { shell, to } = task;
  const url = `${to('endpoint')}/${encodeURIComponent(to('bucket'))}`;
  const call = (options: string, ...headers: string[]): string =>
    command(
      shell,
      `${shell.curl} --silent --show-error --fail ${options}`,
      `--header ${shell.expanded('X-Auth-Token: {OS_AUTH_TOKEN}')}`,
      ...headers.map((line): CommandPart => ['--header', line]),
      shell.word(url)
    );
  /** curl sends an empty header where a semicolon ends its name. */
  const sent = (line: string): string => line.replace(/:$/, ';');
  const clear = call('--request POST', ...NAMES.map((name) => `${name};`));
  return {
    id: 'curl',
    tool: 'curl',
    format: 'swift-headers',
    steps: {
      read: shell.keep(ruleLines[shell.id](call('--head')), KEPT),
      save: call('--request POST', ...linesOf(task).map(sent)),
      restore: `${clear}\n${call('--request POST', `@${KEPT}`)}`,
      delete: clear
    },
    fact: documented(API),
    permissions: ['swiftoperator'],
    notes: [note('environment', { names: ['OS_AUTH_TOKEN'] }, inferred(API)), oneRule, keysReplaced]
  };
}

function terraform(task: SaveTask): WayDraft {
  const lines = linesOf(task).filter((line) => !line.endsWith(':'));
  const members = lines.map((line) => {
    const [name = '', ...value] = line.split(': ');
    return [hclString(name.replace('X-Container-Meta-', '')), hclString(value.join(': '))] as const;
  });
  const width = Math.max(0, ...members.map(([key]) => key.length));
  const metadata = members.map(([key, value]) => `    ${key.padEnd(width)} = ${value}`);
  const type = 'openstack_objectstorage_container_v1';
  return {
    id: 'terraform',
    tool: 'Terraform (terraform-provider-openstack/openstack)',
    format: 'swift-headers',
    language: 'hcl',
    steps: {
      save: [
        `resource "${type}" "this" {`,
        `  name = ${hclString(task.to('bucket'))}`,
        '',
        '  metadata = {',
        ...metadata,
        '  }',
        '}'
      ].join('\n'),
      apply: 'terraform plan\nterraform apply'
    },
    fact: inferred(RESOURCE),
    permissions: ['swiftoperator'],
    notes: [oneRule, note('terraform-inside', { resource: type }, documented(RESOURCE))]
  };
}

const ADDRESSES: readonly AddressForm[] = [
  {
    host: null,
    path: '/swift/v1/AUTH_{project}/{bucket}',
    sets: { endpoint: '{origin}/swift/v1/AUTH_{project}' }
  },
  { host: null, path: '/swift/v1/{bucket}', sets: { endpoint: '{origin}/swift/v1' } },
  {
    host: null,
    path: '/v1/AUTH_{project}/{bucket}',
    sets: { endpoint: '{origin}/v1/AUTH_{project}' }
  }
];

/** How a container is saved to, whichever program answers as Swift does. docs/facts/rgw-swift.md 2.2, docs/facts/terraform.md 1, docs/facts/addresses.md 1 */
export const swiftStore = (id: SaveStore['id']): SaveStore => ({
  id,
  fields: [{ id: 'bucket', placeholder: 'CONTAINER' }, ENDPOINT],
  addresses: ADDRESSES,
  examples: {},
  notes: [note('delay-unknown', {}, inferred(CORS))],
  ways: (task) => [swift(task), curl(task), terraform(task)]
});
