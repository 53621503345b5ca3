/** Azure's libraries. docs/facts/azure.md 6 */
import { AZURE_CAMEL } from '../../../1-read/formats/azure-names.ts';
import { jsonRule } from '../../../1-read/tree/print.ts';
import { inferred, traced } from '../../../2-bucket/evidence.ts';
import type { PlainRule } from '../../../model.ts';
import { AZURE_PERMISSIONS } from './cli.ts';
import { note, type SaveNote } from '../../ways/note.ts';
import { jsLiteral, pythonLiteral } from '../../../shell/quote-code.ts';
import { jsSteps, pythonSteps } from '../../ways/script.ts';
import { lossesWithoutId, type SaveTask, type WayDraft } from '../../ways/store.ts';

export const AZURE_NODE = 'https://www.npmjs.com/package/@azure/storage-blob';
const PYTHON = 'https://pypi.org/project/azure-storage-blob/';
export const AZURE_CONNECTION = { names: ['AZURE_STORAGE_CONNECTION_STRING'] };

/** Lists are one text with commas each. */
const commaRule = (rule: PlainRule) => jsonRule(rule, AZURE_CAMEL, { lists: 'commas' });

export function azureNode(task: SaveTask, connection: string, notes: SaveNote[]): WayDraft {
  return {
    id: 'javascript',
    tool: '@azure/storage-blob',
    format: null,
    losses: lossesWithoutId(task),
    language: 'js',
    steps: {
      setup: 'npm install @azure/storage-blob',
      ...jsSteps({
        imports: () => ["import { BlobServiceClient } from '@azure/storage-blob';"],
        client: [`const service = BlobServiceClient.fromConnectionString(${connection});`],
        read: ['const before = (await service.getProperties()).cors ?? [];'],
        rules: jsLiteral(task.rules.map(commaRule)),
        put: (name) => [`await service.setProperties({ cors: ${name} });`],
        remove: ['await service.setProperties({ cors: [] });']
      })
    },
    fact: traced(AZURE_NODE),
    permissions: AZURE_PERMISSIONS,
    notes
  };
}

/** Arguments of `CorsRule`, which takes lists and keeps texts with commas. */
const pythonRule = (rule: PlainRule) =>
  jsonRule(
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

export function azurePython(task: SaveTask): WayDraft {
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
