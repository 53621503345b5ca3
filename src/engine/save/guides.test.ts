import { expect, test } from 'vitest';
import { providerById, providers, readRules, type ProviderId } from '#engine';
import { guideSave, SHELL_IDS, type SaveGuide } from '#engine/save';

const RULES = `<CORSConfiguration>
  <CORSRule>
    <AllowedOrigin>https://app.example.com</AllowedOrigin>
    <AllowedOrigin>http://localhost:3000</AllowedOrigin>
    <AllowedMethod>PUT</AllowedMethod>
    <AllowedMethod>GET</AllowedMethod>
    <AllowedHeader>*</AllowedHeader>
    <ExposeHeader>ETag</ExposeHeader>
    <MaxAgeSeconds>600</MaxAgeSeconds>
  </CORSRule>
  <CORSRule>
    <AllowedOrigin>*</AllowedOrigin>
    <AllowedMethod>GET</AllowedMethod>
  </CORSRule>
</CORSConfiguration>`;

/** Each store with an address of one of its buckets. */
const ROWS: readonly [ProviderId, string][] = [
  ['tencent-cos', 'https://media-1250000000.cos.ap-guangzhou.myqcloud.com/photo.png'],
  ['aws-s3', 'https://media.s3.eu-west-1.amazonaws.com/photo.png'],
  ['google-cloud-storage', 'https://storage.googleapis.com/media/photo.png'],
  ['azure-blob', 'https://media.blob.core.windows.net/photos/photo.png'],
  [
    'cloudflare-r2',
    'https://0123456789abcdef0123456789abcdef.eu.r2.cloudflarestorage.com/media/photo.png'
  ],
  ['alibaba-oss', 'https://media.oss-cn-hangzhou.aliyuncs.com/photo.png'],
  ['huawei-obs', 'https://media.obs.cn-north-4.myhuaweicloud.com/photo.png'],
  ['backblaze-b2', 'https://media.s3.us-west-004.backblazeb2.com/photo.png'],
  ['digitalocean-spaces', 'https://media.nyc3.digitaloceanspaces.com/photo.png'],
  ['wasabi', 'https://s3.nl-1.wasabisys.com/media/photo.png'],
  ['ceph-rgw', 'https://rgw.example.com/media/photo.png'],
  ['ceph-rgw-swift', 'https://rgw.example.com/swift/v1/media/photo.png'],
  ['openstack-swift', 'https://swift.example.com/v1/AUTH_demo/media/photo.png'],
  ['minio', 'http://localhost:9000/media/photo.png'],
  ['scality-cloudserver', 'http://localhost:8000/media/photo.png'],
  ['seaweedfs', 'http://localhost:8333/media/photo.png'],
  ['garage', 'http://localhost:3900/media/photo.png'],
  ['azurite', 'http://127.0.0.1:10000/devstoreaccount1/media/photo.png'],
  ['localstack', 'http://media.s3.localhost.localstack.cloud:4566/photo.png'],
  ['s3rver', 'http://localhost:4568/media/photo.png']
];

test('every store has its guides printed', () => {
  expect(ROWS.map(([id]) => id).sort()).toEqual(providers.map(({ id }) => id).sort());
});

/** The whole guide as text: what a person sees, in codes. */
function textOf({ target, saved, notes, ways }: SaveGuide): string {
  const noted = (list: SaveGuide['notes'], indent: string) =>
    list.map(
      ({ code, args, evidence }) => `${indent}! ${code} ${JSON.stringify(args)} ${evidence}`
    );
  const lines = [
    ...target.fields.map(({ id, value, placeholder }) => `${id}: ${value ?? `${placeholder} ?`}`),
    ...noted(target.notes, ''),
    `saved: ${saved?.accepted ? 'accepted' : `refused ${saved?.code ?? ''}`}`,
    ...noted(notes, '')
  ];
  for (const { id, tool, format, losses, evidence, permissions, notes: said, steps } of ways) {
    lines.push('', `## ${id}: ${tool}, ${format ?? 'own objects'}, ${evidence}`);
    if (losses.length > 0) lines.push(`losses: ${losses.map(({ code }) => code).join(', ')}`);
    if (permissions.length > 0) lines.push(`permissions: ${permissions.join(', ')}`);
    lines.push(...noted(said, ''));
    for (const step of steps) lines.push('', `### ${step.id} (${step.language})`, step.text);
  }
  return `${lines.join('\n')}\n`;
}

test.each(ROWS.flatMap(([id, url]) => SHELL_IDS.map((shell) => [id, shell, url] as const)))(
  '%s, %s',
  async (id, shell, url) => {
    const guide = guideSave({
      provider: providerById(id),
      read: readRules(RULES),
      request: {
        pageOrigin: 'https://app.example.com',
        method: 'PUT',
        url,
        headers: [['Content-MD5', 'rL0Y20zC+Fzt72VPzMSk2A==']],
        credentials: 'omit',
        needs: ['ETag']
      },
      shell
    });
    await expect(textOf(guide)).toMatchFileSnapshot(`../providers/${id}/guide.${shell}.txt`);
  }
);
