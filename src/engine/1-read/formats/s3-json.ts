import { jsonFormat } from './json-format.ts';
import type { TreeObject } from '../tree/node.ts';
import { member } from '../tree/place.ts';
import { PLURAL } from '../rule-key.ts';

/** The configuration alone, or the whole argument of a call, which names its bucket; one that names a region is COS's. */
function isArgument([outer, inner]: TreeObject[]): boolean {
  const has = (name: string) => outer !== undefined && member(outer, name) !== undefined;
  return inner === undefined ? !has('Bucket') && !has('Region') : has('Bucket') && !has('Region');
}

/** The argument of `aws s3api put-bucket-cors` and of the AWS SDKs. https://docs.aws.amazon.com/cli/latest/reference/s3api/put-bucket-cors.html */
export const s3Json = jsonFormat({
  id: 's3-json',
  strict: true,
  holdsResponseVary: false,
  names: [PLURAL],
  claims: ({ kind, around, node, vary, singular, lone }) =>
    kind === 'CORSRules' &&
    node?.type !== 'object' &&
    !vary &&
    !singular &&
    !lone &&
    isArgument(around),
  wrap: (rules) => ({ CORSRules: rules })
});
