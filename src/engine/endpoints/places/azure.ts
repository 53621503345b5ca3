import { isBelow, type Address, type Place } from '../endpoint.ts';

const SERVICES =
  'https://learn.microsoft.com/en-us/rest/api/storageservices/cross-origin-resource-sharing--cors--support-for-the-azure-storage-services';
const WEBSITE = 'https://github.com/MicrosoftDocs/azure-docs/issues/74180';

/** Each service of an account has rules of its own. */
const service = (label: string, name: string): Place => ({
  kind: 'other-service',
  name,
  at: ({ host }: Address) => isBelow(host, `${label}.core.windows.net`),
  answers: 'unknown',
  store: 'azure-blob',
  evidence: 'documented',
  source: SERVICES
});

/** Azure Storage beside its blobs. */
export const azure: readonly Place[] = [
  service('queue', 'Azure Queue Storage'),
  service('table', 'Azure Table Storage'),
  service('file', 'Azure Files'),
  {
    kind: 'website',
    name: 'Azure Storage, static website',
    at: ({ host }) => isBelow(host, 'web.core.windows.net'),
    answers: 'never',
    store: 'azure-blob',
    evidence: 'documented',
    source: WEBSITE
  }
];
