import { inferred, traced } from '../../2-bucket/evidence.ts';
import { command } from '../../shell/command.ts';
import {
  compatibleStore,
  selfHosted,
  toEndpoint,
  toRegion,
  usual
} from '../families/s3/commands.ts';
import { note } from '../ways/note.ts';
import { BUCKET, ENDPOINT, fileOf, type SaveTask, type WayDraft } from '../ways/store.ts';

const S3RVER = 'https://github.com/jamhall/s3rver';

/** The rules may also be given when it starts. */
const s3rverStart = ({ shell, to, print }: SaveTask): WayDraft[] => {
  const { now } = fileOf('xml');
  const start = command(shell, `s3rver --directory ${shell.word('./s3rver-data')}`, [
    '--configure-bucket',
    to('bucket'),
    now
  ]);
  return [
    {
      id: 'start',
      tool: 's3rver',
      format: 's3-xml',
      steps: { save: `${shell.file(now, print('s3-xml'))}\n${start}` },
      fact: traced(S3RVER),
      permissions: []
    }
  ];
};

export const saveToS3rver = compatibleStore({
  id: 's3rver',
  profile: 's3rver',
  fields: [BUCKET, { ...ENDPOINT, usually: 'http://localhost:4568' }, usual('us-east-1')],
  endpoint: toEndpoint,
  region: toRegion,
  permissions: [],
  fact: traced(S3RVER),
  others: inferred(S3RVER),
  addresses: selfHosted(S3RVER),
  examples: { port: '4568' },
  notes: [
    note('replaces-all', {}, traced(S3RVER)),
    note('any-credentials', { id: 'S3RVER', secret: 'S3RVER' }, traced(S3RVER)),
    note('signature-unproven', {}, traced(S3RVER))
  ],
  more: s3rverStart
});
