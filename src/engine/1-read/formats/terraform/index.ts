import type { FormatId } from '../../format.ts';
import type { Document, Format, FormatReading } from '../format.ts';
import { readRule, readSingle } from '../../tree/rule.ts';
import { reportTo } from '../../report.ts';
import { terraformEditor } from './edit.ts';
import { reportTerraform, terraformPlace } from './place.ts';
import { printTerraform } from './print.ts';
import { TERRAFORM_RESOURCES, type TerraformResource } from './resource.ts';

function read(id: FormatId, document: Document): FormatReading | null {
  if (document.syntax !== 'hcl') return null;
  const found = terraformPlace(document);
  if (found?.place.resource.format !== id) return null;
  const { place, others } = found;
  const problems = [...document.problems];
  const report = reportTo(problems);
  reportTerraform(place, others, report);
  const { names, writing = {} } = place.resource;
  const shape = { ...writing, strict: false, needsLists: true, names: [names] } as const;
  const rules = place.rules.map((rule) => readRule(document.text, rule, shape, report));
  const responseVary = place.vary && readSingle(place.vary, ['boolean', 'string'], report);
  return { ruleSet: { rules, responseVary }, problems };
}

/** The resources of one provider; the first of them is printed. */
function terraformFormat(resource: TerraformResource): Format {
  const { format: id, holds } = resource;
  return {
    id,
    syntax: 'hcl',
    isTemplate: true,
    holdsResponseVary: resource.vary !== undefined,
    ...(holds && { holds }),
    read: (document) => read(id, document),
    print: (ruleSet) => printTerraform(resource, ruleSet),
    edit: terraformEditor(resource)
  };
}

const isFirst = ({ format }: TerraformResource, at: number): boolean =>
  TERRAFORM_RESOURCES.findIndex((other) => other.format === format) === at;

/** One format for each provider. https://developer.hashicorp.com/terraform/language/syntax/configuration */
export const terraform: readonly Format[] =
  TERRAFORM_RESOURCES.filter(isFirst).map(terraformFormat);
