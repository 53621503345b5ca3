import { documented, inferred } from '../../2-bucket/evidence.ts';
import {
  compatibleStore,
  selfHosted,
  toEndpoint,
  toRegion,
  unknownDelay,
  usual
} from '../families/s3/commands.ts';
import { note } from '../ways/note.ts';
import { BUCKET, ENDPOINT } from '../ways/store.ts';

const GARAGE = 'https://garagehq.deuxfleurs.fr/documentation/connect/apps/';

export const saveToGarage = compatibleStore({
  id: 'garage',
  profile: 'garage',
  fields: [BUCKET, ENDPOINT, usual('garage')],
  endpoint: toEndpoint,
  region: toRegion,
  permissions: ['owner'],
  fact: documented(GARAGE),
  others: inferred(GARAGE),
  addresses: selfHosted(GARAGE),
  examples: { port: '3900' },
  notes: [
    note('replaces-all', {}, inferred(GARAGE)),
    note('cli-none', { programs: ['garage'] }, documented(GARAGE)),
    note(
      'owner-key',
      { command: 'garage bucket allow --read --write --owner BUCKET --key KEY' },
      documented(GARAGE)
    ),
    note('no-rules-empty', {}, documented(GARAGE)),
    unknownDelay(GARAGE)
  ]
});
