import { traced } from '../../2-bucket/evidence.ts';
import { jsLiteral } from '../../shell/quote-code.ts';
import { azCli, azureNode } from '../families/azure/commands.ts';
import { note } from '../ways/note.ts';
import { type SaveStore } from '../ways/store.ts';

const AZURITE = 'https://learn.microsoft.com/en-us/azure/storage/common/storage-use-azurite';

/** The account and the key that every copy of the emulator has, as its page prints them. */
const DEVELOPMENT =
  'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

/** docs/facts/azure.md 6 */
export const saveToAzurite: SaveStore = {
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
