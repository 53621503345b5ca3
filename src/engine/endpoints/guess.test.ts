import { expect, test } from 'vitest';
import { readRules } from '../1-read/read-rules.ts';
import { guessProvider, type Guess } from './guess.ts';

const RULE =
  '<CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</AllowedMethod></CORSRule>';
const S3_XML = `<CORSConfiguration>${RULE}</CORSConfiguration>`;
const CONSOLE = '[{"AllowedOrigins":["*"],"AllowedMethods":["GET"]}]';
const S3_JSON = `{"CORSRules":${CONSOLE}}`;
const SETTING = 'MINIO_API_CORS_ALLOW_ORIGIN=https://a.test';
const TERRAFORM = `resource "aws_s3_bucket_cors_configuration" "a" {
  cors_rule {
    allowed_origins = ["*"]
    allowed_methods = ["GET"]
  }
}`;
const SWIFT = 'X-Container-Meta-Access-Control-Allow-Origin: https://a.test';

const COS = 'https://media-1250000000.cos.ap-guangzhou.myqcloud.com/photo.png';
const S3 = 'https://media.s3.eu-west-1.amazonaws.com/photo.png';
const SPACES = 'https://media.nyc3.digitaloceanspaces.com/photo.png';
const OWN = 'https://cdn.example.com/photo.png';

test.each([
  ['S3 XML at COS', S3_XML, COS, 'tencent-cos'],
  ['S3 XML at S3', S3_XML, S3, 'aws-s3'],
  ['S3 JSON at Spaces', S3_JSON, SPACES, 'digitalocean-spaces'],
  ['S3 console JSON at COS', CONSOLE, COS, 'tencent-cos'],
  ['no rules at S3', '', S3, 'aws-s3'],
  ['S3 XML at an own domain', S3_XML, OWN, 'tencent-cos'],
  ['S3 JSON at an own domain', S3_JSON, OWN, 'aws-s3'],
  ['S3 console JSON at an own domain', CONSOLE, OWN, 'aws-s3'],
  [
    'S3 XML at MinIO, which takes none: the address tells',
    S3_XML,
    'http://localhost:9000/a',
    'minio'
  ],
  ['a MinIO setting at COS: the format tells', SETTING, COS, 'minio'],
  ['Swift headers at COS', SWIFT, COS, 'ceph-rgw-swift'],
  ['Terraform of Amazon at COS', TERRAFORM, COS, 'aws-s3'],
  ['a text of no format at S3', 'hello', S3, 'aws-s3'],
  ['an address that is none', S3_JSON, 'nowhere', 'aws-s3'],
  ['nothing that tells', '', OWN, null],
  ['nothing at all', '', '', null]
])('%s', (_, text, url, id) => {
  expect(guessProvider(readRules(text), url)?.provider ?? null).toBe(id);
});

const GCS = '[{"origin":["*"],"method":["GET"]}]';
const AZURE = '<Cors><CorsRule><AllowedOrigins>*</AllowedOrigins></CorsRule></Cors>';

test.each<[string, string, string, Omit<Guess, 'alternatives'> & { alternatives: unknown }]>([
  [
    'a format of one store',
    GCS,
    '',
    { provider: 'google-cloud-storage', why: 'format', certainty: 'sure', alternatives: [] }
  ],
  [
    'an address of one store',
    '',
    S3,
    { provider: 'aws-s3', why: 'address', certainty: 'sure', alternatives: [] }
  ],
  [
    'both alike',
    S3_XML,
    S3,
    { provider: 'aws-s3', why: 'format-and-address', certainty: 'sure', alternatives: [] }
  ],
  [
    'a format that has a home',
    S3_JSON,
    '',
    {
      provider: 'aws-s3',
      why: 'format',
      certainty: 'likeliest',
      alternatives: expect.arrayContaining(['cloudflare-r2', 'ceph-rgw'])
    }
  ],
  [
    'a cloud and its emulator',
    AZURE,
    '',
    { provider: 'azure-blob', why: 'format', certainty: 'likeliest', alternatives: ['azurite'] }
  ],
  [
    'a format that several have as their own',
    S3_XML,
    '',
    {
      provider: 'tencent-cos',
      why: 'format',
      certainty: 'tied',
      alternatives: expect.arrayContaining(['aws-s3', 'garage'])
    }
  ],
  [
    'a format of two servers',
    SWIFT,
    '',
    {
      provider: 'ceph-rgw-swift',
      why: 'format',
      certainty: 'tied',
      alternatives: ['openstack-swift']
    }
  ],
  [
    'a format and an address that disagree',
    GCS,
    S3,
    {
      provider: 'google-cloud-storage',
      why: 'format',
      certainty: 'likeliest',
      alternatives: ['aws-s3']
    }
  ]
])('%s: how sure it is, and what else fits', (_, text, url, guess) => {
  expect(guessProvider(readRules(text), url)).toEqual(guess);
});
