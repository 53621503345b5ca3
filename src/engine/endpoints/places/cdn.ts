import { isBelow, type Place } from '../endpoint.ts';

/** A content delivery network: its own settings and cache decide what of a bucket's answer arrives. */
const network = (name: string, source: string, ...suffixes: readonly string[]): Place => ({
  kind: 'cdn',
  name,
  at: ({ host }) => isBelow(host, ...suffixes),
  answers: 'unknown',
  store: null,
  evidence: 'documented',
  source
});

/** Networks by the end of their hosts' names. */
export const cdn: readonly Place[] = [
  network(
    'Amazon CloudFront',
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/header-caching.html',
    'cloudfront.net',
    'cloudfront.cn'
  ),
  network('Azure CDN', 'https://github.com/MicrosoftDocs/azure-docs/issues/13800', 'azureedge.net'),
  network(
    'Azure Front Door',
    'https://github.com/MicrosoftDocs/azure-docs/issues/89991',
    'azurefd.net'
  ),
  network(
    'Akamai',
    'https://techdocs.akamai.com/property-mgr/docs/cors-support',
    'akamaized.net',
    'akamaihd.net',
    'edgesuite.net',
    'edgekey.net'
  ),
  network(
    'Fastly',
    'https://www.fastly.com/documentation/guides/full-site-delivery/http/enabling-cross-origin-resource-sharing/',
    'fastly.net',
    'fastlylb.net'
  ),
  network('bunny.net', 'https://support.bunny.net/hc/en-us/articles/115003780171', 'b-cdn.net'),
  network('KeyCDN', 'https://www.keycdn.com/support/cors', 'kxcdn.com'),
  network('CDN77', 'https://client.cdn77.com/support/knowledgebase/cdn-resource/cors', 'cdn77.org')
];
