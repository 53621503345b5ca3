import { documented, inferred, traced } from '../../2-bucket/evidence.ts';
import { ruleObject } from '../../1-read/tree/print.ts';
import type { PlainRule } from '../../model.ts';
import { command } from '../../shell/command.ts';
import { pythonLiteral } from '../../shell/quote-code.ts';
import {
  AZ_PAGE,
  AZURE_CONNECTION,
  AZURE_NODE,
  AZURE_PERMISSIONS,
  azCli,
  azureNode
} from '../families/azure/commands.ts';
import type { AddressForm } from '../ways/address.ts';
import { note } from '../ways/note.ts';
import { pythonSteps } from '../ways/script.ts';
import {
  fileOf,
  lossesWithoutId,
  type SaveStore,
  type SaveTask,
  type WayDraft
} from '../ways/store.ts';
import { terraformWay } from '../ways/terraform.ts';

const REST =
  'https://learn.microsoft.com/en-us/rest/api/storageservices/set-blob-service-properties';
const WEBSITE = 'https://learn.microsoft.com/en-us/azure/storage/blobs/storage-blob-static-website';
const ENDPOINTS = 'https://learn.microsoft.com/en-us/azure/storage/common/storage-account-overview';
const RESOURCE =
  'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account';
const PYTHON = 'https://pypi.org/project/azure-storage-blob/';
const { now: XML_NOW, before: XML_BEFORE } = fileOf('xml');

/** The REST interface, with a token of the command line's. The XML is whole: what is read can be sent back. */
function curl({ shell, to, print }: SaveTask): WayDraft {
  const url = `https://${to('account')}.${to('domain')}/?restype=service&comp=properties`;
  const token =
    'Authorization: Bearer $(az account get-access-token --resource https://storage.azure.com/ --query accessToken --output tsv)';
  const call = (...more: [string, string][]): string =>
    command(
      shell,
      `${shell.curl} --silent --show-error --fail-with-body`,
      ...more,
      ['--header', 'x-ms-version: 2021-06-08'],
      `--header ${shell.expanded(token)}`,
      shell.word(url)
    );
  const put = (file: string): string =>
    call(
      ['--request', 'PUT'],
      ['--data-binary', `@${file}`],
      ['--header', 'Content-Type: application/xml']
    );
  const none = 'cors-none.xml';
  const empty = '<StorageServiceProperties><Cors /></StorageServiceProperties>\n';
  return {
    id: 'curl',
    tool: 'curl',
    format: 'azure-xml',
    steps: {
      read: shell.keep(call(), XML_BEFORE),
      save: `${shell.file(XML_NOW, print('azure-xml'))}\n${put(XML_NOW)}`,
      restore: put(XML_BEFORE),
      delete: `${shell.file(none, empty)}\n${put(none)}`
    },
    fact: inferred(REST),
    permissions: AZURE_PERMISSIONS,
    notes: [note('properties-kept', {}, inferred(REST))]
  };
}

/** Arguments of `CorsRule`, which takes lists and keeps texts with commas. */
const pythonRule = (rule: PlainRule) =>
  ruleObject(
    rule,
    {
      allowedOrigins: 'allowed_origins',
      allowedMethods: 'allowed_methods',
      allowedHeaders: 'allowed_headers',
      exposeHeaders: 'exposed_headers',
      maxAgeSeconds: 'max_age_in_seconds'
    },
    { lists: 'arrays' }
  );

function python(task: SaveTask): WayDraft {
  const { rules, shell } = task;
  const lists = ['allowed_origins', 'allowed_methods', 'allowed_headers', 'exposed_headers'];
  return {
    id: 'python',
    tool: 'azure-storage-blob',
    format: null,
    losses: lossesWithoutId(task),
    language: 'python',
    steps: {
      setup: 'pip install azure-storage-blob',
      ...pythonSteps(shell.python, {
        modules: ['os'],
        imports: (operation) => [
          `from azure.storage.blob import BlobServiceClient${
            operation === 'save' || operation === 'restore' ? ', CorsRule' : ''
          }`
        ],
        client: [
          'service = BlobServiceClient.from_connection_string(',
          '    os.environ["AZURE_STORAGE_CONNECTION_STRING"]',
          ')'
        ],
        read: [
          'before = [',
          '    {',
          ...lists.map((name) => `        "${name}": rule.${name}.split(","),`),
          '        "max_age_in_seconds": rule.max_age_in_seconds,',
          '    }',
          '    for rule in service.get_service_properties()["cors"]',
          ']'
        ],
        rules: pythonLiteral(rules.map(pythonRule)),
        put: (name) => [
          `service.set_service_properties(cors=[CorsRule(**rule) for rule in ${name}])`
        ],
        remove: ['service.set_service_properties(cors=[])']
      })
    },
    fact: traced(PYTHON),
    permissions: AZURE_PERMISSIONS,
    notes: [note('environment', AZURE_CONNECTION, inferred(PYTHON))]
  };
}

const CLOUDS = ['core.windows.net', 'core.chinacloudapi.cn', 'core.usgovcloudapi.net'];
const never = note('address-website-never', {}, documented(WEBSITE));
const cdn = note('address-cdn', { cdn: 'Azure Front Door' }, inferred(ENDPOINTS));

const ADDRESSES: AddressForm[] = [
  ...CLOUDS.flatMap((cloud): AddressForm[] => [
    { host: `{account}-secondary.blob.${cloud}`, sets: { domain: `blob.${cloud}` } },
    { host: `{account}.blob.${cloud}`, sets: { domain: `blob.${cloud}` } },
    { host: `{account}.dfs.${cloud}`, sets: { domain: `blob.${cloud}` } },
    { host: `{account}.z{zone}.web.${cloud}`, sets: { domain: `blob.${cloud}` }, note: never }
  ]),
  { host: '{account}.z{zone}.web.storage.azure.net', note: never },
  {
    host: '{account}.z{zone}.blob.storage.azure.net',
    sets: { domain: 'z{zone}.blob.storage.azure.net' }
  },
  { host: '{name}.azureedge.net', note: cdn },
  { host: '{name}.azurefd.net', note: cdn }
];

/** docs/facts/azure.md 6, docs/facts/terraform.md 1, docs/facts/addresses.md 1 */
export const saveToAzureBlob: SaveStore = {
  id: 'azure-blob',
  fields: [{ id: 'account', placeholder: 'ACCOUNT' }],
  defaults: { domain: 'blob.core.windows.net' },
  addresses: ADDRESSES,
  needsAge: true,
  examples: { account: 'account', zone: '6', name: 'name' },
  notes: [
    note('account-wide', {}, documented(REST)),
    note('delay-unknown', {}, inferred(REST)),
    note('cache-cdn', { cdn: 'Azure Front Door' }, inferred(ENDPOINTS))
  ],
  ways: (task) => [
    ...azCli(task, null, [['--account-name', task.to('account')]], traced(AZ_PAGE)),
    curl(task),
    azureNode(task, 'process.env.AZURE_STORAGE_CONNECTION_STRING', [
      note('environment', AZURE_CONNECTION, traced(AZURE_NODE))
    ]),
    python(task),
    ...terraformWay(task, {
      like: 'azurerm_storage_account',
      tool: 'Terraform (hashicorp/azurerm)',
      needs: { name: task.to('account') },
      fact: documented(RESOURCE),
      permissions: AZURE_PERMISSIONS,
      notes: [
        note('terraform-inside', { resource: 'azurerm_storage_account' }, documented(RESOURCE))
      ]
    })
  ]
};
