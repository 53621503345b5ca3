import { azurePlace, isEmptyList, inspectAzure } from './place.ts';
import { AZURE, AZURE_CAMEL, holdsWithoutId } from '../azure-names.ts';
import { jsonFormat } from '../json-format.ts';

/**
 * The properties of a blob service in a template of the resource manager, alone or with what stands around them, and rules
 * as PowerShell and the older SDKs write them.
 * https://learn.microsoft.com/en-us/azure/templates/microsoft.storage/storageaccounts/blobservices
 */
export const azureArmJson = jsonFormat({
  id: 'azure-arm-json',
  strict: true,
  holdsResponseVary: false,
  holds: holdsWithoutId,
  names: [AZURE_CAMEL, AZURE],
  lists: 'arrays',
  place: azurePlace,
  claims: (place) => !isEmptyList(place),
  inspect: inspectAzure,
  wrap: (rules) => ({ properties: { cors: { corsRules: rules } } })
});
