import { azurePlace, hasCommaRules, inspectAzure, SERVICE } from './place.ts';
import { AZURE, AZURE_CAMEL, holdsInCommas } from '../azure-names.ts';
import { jsonFormat } from '../json-format.ts';

/**
 * What `az storage cors list` prints, in the spelling of its newer or older versions; every list is one text with commas.
 * https://learn.microsoft.com/en-us/cli/azure/storage/cors
 */
export const azureCliJson = jsonFormat({
  id: 'azure-cli-json',
  strict: true,
  holdsResponseVary: false,
  holds: holdsInCommas,
  names: [AZURE_CAMEL, AZURE],
  lists: 'commas',
  beside: { service: SERVICE },
  place: azurePlace,
  claims: hasCommaRules,
  inspect: inspectAzure,
  wrap: (rules) => rules
});
