import { documented, inferred, traced } from '../../../2-bucket/evidence.ts';
import type { AddressForm } from '../../ways/address.ts';
import { AZ_PAGE, azCli, AZURE_PERMISSIONS } from './cli.ts';
import { AZURE_CONNECTION, AZURE_NODE, azureNode, azurePython } from './sdks.ts';
import { command } from '../../../shell/command.ts';
import { note } from '../../ways/note.ts';
import { jsLiteral } from '../../../shell/quote-code.ts';
import { fileOf, type SaveStore, type SaveTask, type WayDraft } from '../../ways/store.ts';
import { terraformWay } from '../../ways/terraform.ts';

const REST =
  'https://learn.microsoft.com/en-us/rest/api/storageservices/set-blob-service-properties';
const WEBSITE = 'https://learn.microsoft.com/en-us/azure/storage/blobs/storage-blob-static-website';
const ENDPOINTS = 'https://learn.microsoft.com/en-us/azure/storage/common/storage-account-overview';
const RESOURCE =
  'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account';
const AZURITE = 'https://learn.microsoft.com/en-us/azure/storage/common/storage-use-azurite';
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
const azureBlob: SaveStore = {
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
    azurePython(task),
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

/** The account and the key that every copy of the emulator has, as its page prints them. */
const DEVELOPMENT =
  'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

/** docs/facts/azure.md 6 */
const azurite: SaveStore = {
  id: 'azurite',
  fields: [
    { id: 'account', placeholder: 'ACCOUNT', usually: 'devstoreaccount1' },
    { id: 'endpoint', placeholder: 'http://127.0.0.1:10000', usually: 'http://127.0.0.1:10000' }
  ],
  addresses: ['127.0.0.1:{port}', 'localhost:{port}'].map((host) => ({
    host,
    path: '/{account}',
    sets: { endpoint: '{origin}' }
  })),
  needsAge: true,
  examples: { port: '10000' },
  notes: [
    note('account-wide', {}, traced(AZURITE)),
    note('unknown-version', { option: '--skipApiVersionCheck' }, traced(AZURITE))
  ],
  ways: (task) => {
    const { shell, to } = task;
    const account = to('account');
    const connection = [
      `DefaultEndpointsProtocol=${to('endpoint').startsWith('https:') ? 'https' : 'http'}`,
      `AccountName=${account}`,
      `AccountKey=${DEVELOPMENT}`,
      `BlobEndpoint=${to('endpoint')}/${account};`
    ].join(';');
    const setup = shell.assign('AZURE_STORAGE_CONNECTION_STRING', connection);
    return [
      ...azCli(task, setup, [], traced(AZURITE)),
      azureNode(task, jsLiteral('UseDevelopmentStorage=true'), [])
    ];
  }
};

export const saveToAzure: readonly SaveStore[] = [azureBlob, azurite];
