import { isBelow, type Address, type Place } from '../endpoint.ts';

const DOMAINS = ['amazonaws.com', 'amazonaws.com.cn', 'amazonaws.eu'];
const ENDPOINTS = 'https://docs.aws.amazon.com/general/latest/gr/s3.html';
const WEBSITE = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteEndpoints.html';
const ROOT = 'https://github.com/aws/aws-sdk-js/issues/1939';

const labelsOf = ({ host }: Address): string[] => host.split('.');
/** A website's name with dots is in no certificate of the bucket's own host. */
const bucketOfWebsite = (host: string): string | null => {
  const [, bucket, region, domain] =
    /^([a-z0-9-]+)\.s3-website[.-]([a-z0-9-]+)\.(amazonaws\..+)$/.exec(host) ?? [];
  return bucket && region && domain ? `${bucket}.s3.${region}.${domain}` : null;
};
const isAmazon = ({ host }: Address): boolean => isBelow(host, ...DOMAINS);

/** Endpoints that name no bucket: the path holds it. */
const isServiceHost = ({ host }: Address): boolean =>
  /^s3([.-](dualstack\.)?[a-z0-9-]+)?\.amazonaws\.(com(\.cn)?|eu)$/.test(host);

/** Amazon's hosts that are not a bucket. */
export const amazon: readonly Place[] = [
  {
    kind: 'website',
    name: 'Amazon S3, static website',
    at: (address) =>
      isAmazon(address) && labelsOf(address).some((label) => /^s3-website(-|$)/.test(label)),
    bucketHost: bucketOfWebsite,
    answers: 'unknown',
    store: 'aws-s3',
    evidence: 'documented',
    source: WEBSITE
  },
  {
    kind: 'service-root',
    name: 'Amazon S3',
    at: (address) => isServiceHost(address) && address.path === '/',
    answers: 'store',
    store: 'aws-s3',
    evidence: 'inferred',
    source: ROOT
  },
  {
    kind: 'foreign',
    name: 'Amazon Web Services, no endpoint of S3',
    at: (address) =>
      isAmazon(address) && !labelsOf(address).some((label) => /^s3(-|express-|$)/.test(label)),
    answers: 'unknown',
    store: null,
    evidence: 'documented',
    source: ENDPOINTS
  }
];
