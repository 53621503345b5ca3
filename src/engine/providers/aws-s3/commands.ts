import { documented, inferred, traced } from '../../2-bucket/evidence.ts';
import type { AddressForm } from '../ways/address.ts';
import { note } from '../ways/note.ts';
import { AWS_PUT, awsCli, awsSdk, boto3, signedCurl, type S3Access } from '../families/s3/ways.ts';
import { BUCKET, REGION, type SaveStore } from '../ways/store.ts';
import { ONE_PER_BUCKET, terraformWay } from '../ways/terraform.ts';

const PUT = 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketCors.html';
const ENDPOINTS = 'https://docs.aws.amazon.com/general/latest/gr/s3.html';
const CONSOLE = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/enabling-cors-examples.html';
const WEBSITES = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteEndpoints.html';
const RESOURCE =
  'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_cors_configuration';
const TESTS = 'https://github.com/ceph/s3-tests/blob/master/s3tests/functional/test_s3.py';

const accelerated = note('address-accelerated', {}, inferred(ENDPOINTS));
const accessPoint = note('address-access-point', {}, documented(ENDPOINTS));
const website = note('address-website', {}, documented(WEBSITES));
const directory = note('directory-bucket', {}, documented(PUT));

/** The same in every partition of the cloud. */
const formsIn = (domain: string): AddressForm[] => {
  const sets = { domain };
  return [
    { host: `{bucket}.s3express-{zone}.{region}.${domain}`, sets, note: directory },
    { host: `{point}.s3-accesspoint.{region}.${domain}`, sets, note: accessPoint },
    { host: `{point}.s3-accesspoint-fips.{region}.${domain}`, sets, note: accessPoint },
    { host: `{point}.s3-accesspoint.dualstack.{region}.${domain}`, sets, note: accessPoint },
    { host: `{point}.accesspoint.s3-global.${domain}`, sets, note: accessPoint },
    { host: `{point}.s3-object-lambda.{region}.${domain}`, sets, note: accessPoint },
    { host: `{bucket}.s3-accelerate.${domain}`, sets, note: accelerated },
    { host: `{bucket}.s3-accelerate.dualstack.${domain}`, sets, note: accelerated },
    { host: `{bucket}.s3-website.{region}.${domain}`, sets, note: website },
    { host: `{bucket}.s3-website-{region}.${domain}`, sets, note: website },
    ...['s3.dualstack', 's3-fips.dualstack', 's3-fips', 's3'].flatMap((service) => [
      { host: `{bucket}.${service}.{region}.${domain}`, sets },
      { host: `${service}.{region}.${domain}`, path: '/{bucket}', sets }
    ]),
    { host: `{bucket}.s3.${domain}`, sets },
    { host: `s3.${domain}`, path: '/{bucket}', sets },
    { host: `{bucket}.s3-{region}.${domain}`, sets },
    { host: `s3-{region}.${domain}`, path: '/{bucket}', sets }
  ];
};

const PERMISSIONS = ['s3:GetBucketCORS', 's3:PutBucketCORS'];
const access: Omit<S3Access, 'region'> = {
  endpoint: null,
  permissions: PERMISSIONS,
  fact: traced(AWS_PUT)
};

/** docs/facts/s3.md 6.1, docs/facts/terraform.md 1 */
export const saveToAwsS3: SaveStore = {
  id: 'aws-s3',
  fields: [BUCKET, REGION],
  defaults: { domain: 'amazonaws.com' },
  addresses: ['amazonaws.com', 'amazonaws.com.cn', 'amazonaws.eu'].flatMap(formsIn),
  examples: { bucket: 'bucket', region: 'eu-west-1', point: 'name-111122223333', zone: 'euw1-az1' },
  notes: [
    note('replaces-all', {}, documented(PUT)),
    note('delay-tests', { seconds: 3 }, inferred(TESTS)),
    note('cache-cdn', { cdn: 'CloudFront' }, documented(CONSOLE))
  ],
  ways: (task) => {
    const region = task.to('region');
    const own = { ...access, region };
    return [
      awsCli(task, own),
      signedCurl(task, { ...own, endpoint: `https://s3.${region}.${task.to('domain')}` }),
      awsSdk(task, own),
      boto3(task, own),
      ...terraformWay(task, {
        like: 'aws_s3_bucket_cors_configuration',
        tool: 'Terraform (hashicorp/aws)',
        needs: { bucket: task.to('bucket') },
        imports: task.to('bucket'),
        fact: documented(RESOURCE),
        permissions: PERMISSIONS,
        notes: [ONE_PER_BUCKET]
      }),
      {
        id: 'console',
        tool: 'Amazon S3',
        format: 's3-console-json',
        language: 'json',
        steps: { save: task.print('s3-console-json') },
        fact: documented(CONSOLE),
        permissions: PERMISSIONS,
        notes: [
          note(
            'console-path',
            { path: 'Permissions → Cross-origin resource sharing (CORS) → Edit' },
            documented(CONSOLE)
          )
        ]
      }
    ];
  }
};
