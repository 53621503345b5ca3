import { jsonFormat } from './json-format.ts';
import { placeUnder } from '../tree/place.ts';

/**
 * The file of `wrangler r2 bucket cors set`, which is the body of Cloudflare's own API. The dashboard takes the JSON of
 * the S3 console instead. https://developers.cloudflare.com/api/resources/r2/subresources/buckets/subresources/cors
 */
export const r2WranglerJson = jsonFormat({
  id: 'r2-wrangler-json',
  strict: true,
  holdsResponseVary: false,
  names: [
    {
      id: 'id',
      allowedOrigins: 'allowed.origins',
      allowedMethods: 'allowed.methods',
      allowedHeaders: 'allowed.headers',
      exposeHeaders: 'exposeHeaders',
      maxAgeSeconds: 'maxAgeSeconds'
    }
  ],
  place: (document) => placeUnder('rules', document),
  claims: () => true,
  wrap: (rules) => ({ rules })
});
