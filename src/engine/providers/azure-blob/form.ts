/** What Azure Blob Storage asks of a rule. */
import { azureForm, INSIDE, POSITIVE, WHOLE } from '../families/azure/form.ts';
import { refuses, takesUnwisely } from '../shared/form-demands.ts';
import { LIMITS } from './saving.ts';

const PAGE =
  'https://learn.microsoft.com/en-us/rest/api/storageservices/cross-origin-resource-sharing--cors--support-for-the-azure-storage-services';

const { rules, characters, origins, literalHeaders, prefixedHeaders } = LIMITS;
const short = { code: 'length', args: { least: 0, most: characters } } as const;
const headers = literalHeaders + prefixedHeaders;

export const form = azureForm(
  { source: PAGE, rules },
  refuses(
    PAGE,
    short,
    { code: 'values-many', args: { most: origins } },
    { code: 'wildcard-beside', args: {} }
  ),
  refuses(PAGE, short, { code: 'values-many', args: { most: headers } }, INSIDE),
  [...refuses(PAGE, WHOLE), ...takesUnwisely(PAGE, POSITIVE)]
);
