/** `az storage cors`, which knows single rules and no files, and the library for Node.js. docs/facts/azure.md 6 */
import { AZURE_CAMEL } from '../../../1-read/formats/azure-names.ts';
import { ruleObject } from '../../../1-read/tree/print.ts';
import { inferred, traced, type Fact } from '../../../2-bucket/evidence.ts';
import type { PlainRule } from '../../../model.ts';
import { command, type CommandPart } from '../../../shell/command.ts';
import { jsLiteral } from '../../../shell/quote-code.ts';
import { note, type SaveNote } from '../../ways/note.ts';
import { jsSteps } from '../../ways/script.ts';
import { fileOf, lossesWithoutId, type SaveTask, type WayDraft } from '../../ways/store.ts';

export const AZ_PAGE = 'https://learn.microsoft.com/en-us/cli/azure/storage/cors';
const { before: BEFORE } = fileOf('json');

export const AZURE_PERMISSIONS = [
  'Microsoft.Storage/storageAccounts/blobServices/read',
  'Microsoft.Storage/storageAccounts/blobServices/write'
];

/** A value that begins with a dash would be taken for an option, and an empty one for none. */
const areWords = (rules: readonly PlainRule[]): boolean =>
  rules.every(({ allowedOrigins, allowedMethods, allowedHeaders, exposeHeaders }) =>
    [allowedOrigins, allowedMethods, allowedHeaders, exposeHeaders]
      .flat()
      .every((value) => value !== '' && !value.startsWith('-'))
  );

/** What is kept of one rule. */
const KEPT = [
  ['--origins', 'AllowedOrigins'],
  ['--methods', 'AllowedMethods'],
  ['--allowed-headers', 'AllowedHeaders'],
  ['--exposed-headers', 'ExposedHeaders'],
  ['--max-age', 'MaxAgeInSeconds']
] as const;

/** The command line has printed names with a small and with a capital first letter. */
const eitherName = (name: string): string =>
  `.${name} // .${name.charAt(0).toLowerCase()}${name.slice(1)}`;

/**
 * Nothing is cleared unless something was kept; then every kept rule is added again. Lists come back as one text each, which
 * the store takes as it is.
 */
const PUT_BACK = {
  sh: (clear: string, add: string): string => {
    const options = KEPT.map(([option, name]) => `${option} "$(value '${eitherName(name)}')"`);
    return [
      `test -s ${BEFORE} && ${clear}`,
      `jq -c '.[]' ${BEFORE} | while IFS= read -r rule; do`,
      `  value() { printf '%s' "$rule" | jq -r "$1"; }`,
      `  ${[add, ...options].join(' \\\n    ')} < /dev/null`,
      'done'
    ].join('\n');
  },
  powershell: (clear: string, add: string): string => {
    const options = KEPT.map(([option, name]) => `${option} $_.${name}`);
    return [
      `if ((Get-Item ${BEFORE}).Length -gt 0) { ${clear} }`,
      `Get-Content ${BEFORE} -Raw | ConvertFrom-Json | ForEach-Object { $_ } | ForEach-Object {`,
      `  ${[add, ...options].join(' `\n    ')}`,
      '}'
    ].join('\n');
  }
};

/** The command line, which adds one rule at a time to those that are there. */
export function azCli(
  task: SaveTask,
  setup: string | null,
  account: CommandPart[],
  fact: Fact
): WayDraft[] {
  const { shell, rules } = task;
  if (!areWords(rules)) return [];
  const call = (verb: string, ...more: CommandPart[]): string =>
    command(shell, `az storage cors ${verb}`, ...account, '--services b', ...more);
  const clear = call('clear');
  const add = (rule: PlainRule): string => {
    const { allowedOrigins, allowedMethods, allowedHeaders, exposeHeaders, maxAgeSeconds } = rule;
    const list = (option: string, values: readonly string[]): CommandPart[] =>
      values.length === 0 ? [] : [[option, ...values]];
    return call(
      'add',
      ...list('--origins', allowedOrigins),
      ...list('--methods', allowedMethods),
      ...list('--allowed-headers', allowedHeaders),
      ...list('--exposed-headers', exposeHeaders),
      ...(maxAgeSeconds === null ? [] : [['--max-age', maxAgeSeconds] as const])
    );
  };
  return [
    {
      id: 'cli',
      tool: 'az',
      format: null,
      losses: lossesWithoutId(task),
      steps: {
        ...(setup !== null && { setup }),
        read: shell.keep(call('list', '--output json'), BEFORE),
        save: [clear, ...rules.map(add)].join('\n'),
        restore: PUT_BACK[shell.id](clear, call('add')),
        delete: clear
      },
      fact,
      permissions: AZURE_PERMISSIONS,
      notes: [
        note('appends', {}, traced(AZ_PAGE)),
        note('gap', {}, traced(AZ_PAGE)),
        ...(shell.id === 'sh'
          ? [note('needs-program', { program: 'jq' }, inferred('https://jqlang.org'))]
          : [])
      ]
    }
  ];
}

export const AZURE_NODE = 'https://www.npmjs.com/package/@azure/storage-blob';
export const AZURE_CONNECTION = { names: ['AZURE_STORAGE_CONNECTION_STRING'] };

/** Lists are one text with commas each. */
const commaRule = (rule: PlainRule) => ruleObject(rule, AZURE_CAMEL, { lists: 'commas' });

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
