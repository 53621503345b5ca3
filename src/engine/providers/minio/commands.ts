import { originsListOf } from '../../1-read/formats/minio-setting.ts';
import { documented, inferred } from '../../2-bucket/evidence.ts';
import { command } from '../../shell/command.ts';
import { note } from '../ways/note.ts';
import { BUCKET, fileOf, type SaveStore, type SaveTask, type WayDraft } from '../ways/store.ts';
import { ONE_PER_BUCKET, terraformWay } from '../ways/terraform.ts';

const CORS = 'https://docs.min.io/aistor/administration/cors-configuration/';
const CONFIG = 'https://min.io/docs/minio/linux/reference/minio-mc-admin/mc-admin-config.html';
const BUCKET_CLI = 'https://docs.min.io/enterprise/aistor-object-store/reference/cli/mc-cors';
const ROUTER = 'https://github.com/minio/minio/blob/master/cmd/api-router.go';
const RESOURCE =
  'https://registry.terraform.io/providers/aminueza/minio/latest/docs/resources/s3_bucket_cors';

const { now: NOW, before: BEFORE } = fileOf('xml');
const CONFIG_BEFORE = 'minio-config-before.txt';
const VARIABLE = 'MINIO_API_CORS_ALLOW_ORIGIN';
const serverWide = note('server-wide', {}, documented(CORS));
const refuses = note('community-refuses', { edition: 'AIStor' }, documented(ROUTER));

/** The origins of the one rule that a server can have. */
const originsOf = ({ print }: SaveTask): string => originsListOf(print('minio-setting'));

/** The whole server's setting, kept with all the others by the program that changes it. */
function mcAdmin(task: SaveTask): WayDraft {
  const { shell, to } = task;
  const alias = shell.word(to('alias'));
  const restart = `mc admin service restart ${alias}`;
  const set = (origins: string): string =>
    command(shell, `mc admin config set ${alias} api`, shell.word(`cors_allow_origin=${origins}`));
  return {
    id: 'cli',
    tool: 'mc admin',
    format: 'minio-setting',
    steps: {
      read: shell.keep(`mc admin config export ${alias}`, CONFIG_BEFORE),
      save: `${set(originsOf(task))}\n${restart}`,
      restore: `${shell.pipe(CONFIG_BEFORE, `mc admin config import ${alias}`)}\n${restart}`,
      delete: `${set('*')}\n${restart}`
    },
    fact: inferred(CONFIG),
    permissions: ['admin:ConfigUpdate'],
    notes: [serverWide, note('environment-wins', {}, documented(CONFIG))]
  };
}

function setting(task: SaveTask): WayDraft {
  return {
    id: 'setting',
    tool: VARIABLE,
    format: 'minio-setting',
    steps: { save: task.shell.assign(VARIABLE, originsOf(task)) },
    fact: documented(CORS),
    permissions: [],
    notes: [serverWide]
  };
}

/** Rules of a bucket, which the commercial edition has. */
function mcCors({ shell, to, print }: SaveTask): WayDraft {
  const bucket = shell.word(`${to('alias')}/${to('bucket')}`);
  return {
    id: 'bucket',
    tool: 'mc cors',
    format: 's3-xml',
    steps: {
      read: shell.keep(`mc cors get ${bucket}`, BEFORE),
      save: `${shell.file(NOW, print('s3-xml'))}\nmc cors set ${bucket} ${NOW}`,
      restore: `mc cors set ${bucket} ${BEFORE}`,
      delete: `mc cors remove ${bucket}`
    },
    fact: documented(BUCKET_CLI),
    permissions: [],
    notes: [
      refuses,
      note('no-rules-text', { text: 'No bucket CORS configuration found.' }, documented(BUCKET_CLI))
    ]
  };
}

/** docs/facts/s3-compatible.md 5.2, docs/facts/terraform.md 1 */
export const saveToMinio: SaveStore = {
  id: 'minio',
  fields: [{ id: 'alias', placeholder: 'ALIAS' }, BUCKET],
  addresses: [
    ...['localhost:{port}', '127.0.0.1:{port}'].map((host) => ({ host, path: '/{bucket}' })),
    {
      host: null,
      path: '/{bucket}/{key}',
      note: note('address-path-style-guess', {}, inferred(CORS))
    }
  ],
  examples: { port: '9000' },
  notes: [note('delay-unknown', {}, inferred(CORS))],
  ways: (task) => [
    mcAdmin(task),
    setting(task),
    mcCors(task),
    ...terraformWay(task, {
      like: 'aws_s3_bucket_cors_configuration',
      type: 'minio_s3_bucket_cors',
      tool: 'Terraform (aminueza/minio)',
      needs: { bucket: task.to('bucket') },
      fact: documented(RESOURCE),
      permissions: [],
      notes: [refuses, ONE_PER_BUCKET]
    })
  ]
};
