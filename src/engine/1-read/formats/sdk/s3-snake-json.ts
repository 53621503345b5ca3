import { jsonFormat } from '../json-format.ts';
import { hasName, placeOfRule, saysRules } from '../../tree/place.ts';

const isRule = hasName(new Set(['allowed_origins', 'allowed_methods', 'allowed_headers']));

/**
 * S3 rules in lower case: the argument of the AWS SDK for Ruby, Pulumi in Python, and what `terraform show -json` prints.
 * https://docs.aws.amazon.com/sdk-for-ruby/v3/api/Aws/S3/Client.html#put_bucket_cors-instance_method
 */
export const s3SnakeJson = jsonFormat({
  id: 's3-snake-json',
  strict: false,
  holdsResponseVary: false,
  lists: 'arrays',
  names: [
    {
      id: 'id',
      allowedOrigins: 'allowed_origins',
      allowedMethods: 'allowed_methods',
      allowedHeaders: 'allowed_headers',
      exposeHeaders: 'expose_headers',
      maxAgeSeconds: 'max_age_seconds'
    }
  ],
  place: placeOfRule(isRule, 'cors_rules'),
  claims: saysRules(isRule),
  wrap: (rules) => ({ cors_rules: rules })
});
