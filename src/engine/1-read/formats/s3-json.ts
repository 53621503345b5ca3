import { jsonFormat } from './json-format.ts';
import { PLURAL } from '../rule-key.ts';

/** The argument of `aws s3api put-bucket-cors` and of the AWS SDKs. https://docs.aws.amazon.com/cli/latest/reference/s3api/put-bucket-cors.html */
export const s3Json = jsonFormat({
  id: 's3-json',
  strict: true,
  holdsResponseVary: false,
  names: [PLURAL],
  claims: ({ kind, around, node, vary, singular, lone }) =>
    kind === 'CORSRules' &&
    around.length === 1 &&
    node?.type !== 'object' &&
    !vary &&
    !singular &&
    !lone &&
    !around.some(({ members }) => members.some(({ key }) => key === 'Bucket' || key === 'Region')),
  wrap: (rules) => ({ CORSRules: rules })
});
