import { jsonFormat } from '../json-format.ts';
import { hasName, placeOfRule, saysRules } from '../../tree/place.ts';
import type { RuleNames } from '../../rule-key.ts';

/** Pulumi and the AWS SDK for Java. */
const CAMEL: RuleNames = {
  id: 'id',
  allowedOrigins: 'allowedOrigins',
  allowedMethods: 'allowedMethods',
  allowedHeaders: 'allowedHeaders',
  exposeHeaders: 'exposeHeaders',
  maxAgeSeconds: 'maxAgeSeconds'
};
/** AWS's CDK names two fields as CloudFormation does. https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_s3.CorsRule.html */
const CDK: RuleNames = { ...CAMEL, exposeHeaders: 'exposedHeaders', maxAgeSeconds: 'maxAge' };

const TELLING = new Set(['exposeHeaders', 'maxAgeSeconds', 'maxAge']);
const isRule = hasName(new Set(['allowedOrigins', 'allowedMethods', 'allowedHeaders']));

/** S3 rules in camel case: Pulumi, CDK, the AWS SDK for Java. https://www.pulumi.com/registry/packages/aws/api-docs/s3/bucketcorsconfiguration/ */
export const s3CamelJson = jsonFormat({
  id: 's3-camel-json',
  strict: false,
  holdsResponseVary: false,
  lists: 'arrays',
  names: [CAMEL, CDK],
  place: placeOfRule((one) => isRule(one) && hasName(TELLING)(one), null),
  claims: saysRules((one) => isRule(one) && hasName(TELLING)(one)),
  wrap: (rules) => rules
});
