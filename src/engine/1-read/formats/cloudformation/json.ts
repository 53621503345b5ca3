import {
  CLOUDFORMATION_NAMES,
  cloudformationPlace,
  inspectCloudformation,
  isCloudformation,
  templateOf
} from './place.ts';
import { jsonFormat } from '../json-format.ts';

/**
 * A bucket in a CloudFormation template in JSON, which CDK writes too, or the piece of one that holds its rules.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-corsconfiguration.html
 */
export const cloudformationJson = jsonFormat({
  id: 'cloudformation-json',
  strict: true,
  takesTexts: true,
  needsLists: true,
  isTemplate: true,
  holdsResponseVary: false,
  names: [CLOUDFORMATION_NAMES],
  place: ({ root }) => cloudformationPlace(root),
  claims: isCloudformation,
  inspect: (place, report, { root }) => inspectCloudformation(root, place, report),
  wrap: templateOf
});
