import type { RuleSet } from '../../../model.ts';
import {
  CLOUDFORMATION_NAMES,
  cloudformationPlace,
  inspectCloudformation,
  templateOf
} from './place.ts';
import type { Document, Format, FormatReading } from '../format.ts';
import { reportPlace } from '../../tree/place.ts';
import { ruleObject } from '../../tree/print.ts';
import { readRule, type RuleReading } from '../../tree/rule.ts';
import { plainRule } from '../../plain.ts';
import { reportTo } from '../../report.ts';
import { yamlEditor } from '../../yaml/edit.ts';
import { printYamlMap } from '../../yaml/print.ts';

const SHAPE: RuleReading = { strict: false, needsLists: true, names: [CLOUDFORMATION_NAMES] };

function read(document: Document): FormatReading | null {
  if (document.syntax !== 'yaml') return null;
  const { text, root } = document;
  const place = cloudformationPlace(root);
  if (!place) return null;
  const problems = [...document.problems];
  const report = reportTo(problems);
  reportPlace(place, report);
  inspectCloudformation(root, place, report);
  const rules = place.rules.map((rule) => readRule(text, rule, SHAPE, report));
  return { ruleSet: { rules, responseVary: null }, problems };
}

function print({ rules }: RuleSet): string {
  const printed = rules.map((rule) => ruleObject(plainRule(rule), CLOUDFORMATION_NAMES, SHAPE));
  return `${printYamlMap(templateOf(printed))}\n`;
}

/**
 * The same bucket in YAML, as most templates are written by hand; those of SAM and of the Serverless Framework too.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-corsconfiguration.html
 */
export const cloudformationYaml: Format = {
  id: 'cloudformation-yaml',
  syntax: 'yaml',
  spelling: SHAPE,
  isTemplate: true,
  holdsResponseVary: false,
  read,
  print,
  edit: yamlEditor(SHAPE, cloudformationPlace, print)
};
