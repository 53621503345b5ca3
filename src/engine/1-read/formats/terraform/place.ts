/** Finds the rules of the first bucket in a Terraform file, or those that stand alone in a piece of one. */
import type { Span } from '../../../model.ts';
import { closestName } from '../../closest-name.ts';
import type { HclBlock, HclBody, HclDocument } from '../../hcl/parse.ts';
import { reportType } from '../../tree/fields.ts';
import type { TreeMember, TreeObject } from '../../tree/node.ts';
import { excerpt, type ReportProblem } from '../../report.ts';
import { keyOfName } from '../../rule-key.ts';
import { TERRAFORM_RESOURCES, TERRAFORM_RULES, type TerraformResource } from './resource.ts';

export interface TerraformPlace {
  resource: TerraformResource;
  /** Of the bucket; empty where the rules stand alone. */
  name: string;
  /** Where the resource is named. */
  span: Span;
  /** Of the resource, or of the whole text where the rules stand alone. */
  outer: HclBody;
  /** Where the rules stand or would stand; null where the block around them is not there. */
  holder: HclBody | null;
  /** Each rule that is a block. */
  blocks: HclBlock[];
  /** Rules that are made from other values. */
  dynamic: HclBlock[];
  /** The argument that holds rules. */
  list: TreeMember | null;
  /** Every rule, in the order of the text. */
  rules: TreeObject[];
  vary: TreeMember | null;
}

/** The place of the rules and the other buckets that have some; null where nothing says that there could be rules. */
export function terraformPlace({ body }: HclDocument): {
  place: TerraformPlace;
  others: TerraformPlace[];
} | null {
  const buckets = body.blocks.flatMap((block) => placeInResource(block) ?? []);
  const [first, ...others] = buckets.filter(hasRules);
  const place = first ?? buckets.find(({ resource }) => !resource.isOld) ?? placeOfPiece(body);
  return place ? { place, others } : null;
}

const hasRules = ({ blocks, dynamic, list }: TerraformPlace): boolean =>
  blocks.length > 0 || dynamic.length > 0 || list !== null;

function placeInResource({ name, labels, body }: HclBlock): TerraformPlace | null {
  const [type, label] = labels;
  const resource = TERRAFORM_RESOURCES.find(
    (one) => name === 'resource' && one.type === type?.value
  );
  if (!resource || !type) return null;
  const exact = placeIn(resource, body, (rules) => rules === resource.rules);
  const found = hasRules(exact)
    ? exact
    : placeIn(resource, body, (rules) => meant(rules, resource));
  return { ...found, name: label?.value ?? '', span: (label ?? type).span };
}

/** True for what another resource calls its rules, and for a name that is nearly right. */
const meant = (name: string, { rules }: TerraformResource): boolean =>
  TERRAFORM_RULES.has(name) || closestName(name, [rules]) !== null;

function placeIn(
  resource: TerraformResource,
  outer: HclBody,
  fits: (name: string) => boolean,
  within = resource.within ?? null
): TerraformPlace {
  const around = within === null ? null : outer.blocks.find(({ name }) => name === within);
  const holder = within === null ? outer : (around?.body ?? null);
  const blocks = holder?.blocks.filter(({ name }) => fits(name)) ?? [];
  const list = holder?.members.findLast(({ key }) => fits(key)) ?? null;
  const listed = list?.value?.type === 'array' ? list.value.items : [list?.value];
  const rules = [...blocks.map(objectOf), ...listed.filter((item) => item?.type === 'object')];
  return {
    resource,
    name: '',
    span: outer.span,
    outer,
    holder,
    blocks,
    dynamic: holder?.blocks.filter((block) => isDynamic(block, fits)) ?? [],
    list,
    rules: rules.sort((a, b) => a.span.from - b.span.from),
    vary: outer.members.findLast(({ key }) => key === resource.vary) ?? null
  };
}

/** https://developer.hashicorp.com/terraform/language/expressions/dynamic-blocks */
const isDynamic = ({ name, labels }: HclBlock, fits: (name: string) => boolean): boolean =>
  name === 'dynamic' && fits(labels[0]?.value ?? '');

/** A block as the object that says the same. */
function objectOf({ span, body }: HclBlock): TreeObject {
  const inner = body.blocks.map((block) => ({
    key: block.name,
    keySpan: block.nameSpan,
    span: block.span,
    value: objectOf(block)
  }));
  const members = [...body.members, ...inner].sort((a, b) => a.span.from - b.span.from);
  return { type: 'object', span, members };
}

/** Rules without a resource: of the one that knows the most of their names, the first of several. */
function placeOfPiece(body: HclBody): TerraformPlace | null {
  let best: TerraformPlace | null = null;
  let most = -1;
  for (const resource of TERRAFORM_RESOURCES) {
    const fits = (rules: string) => rules === resource.rules;
    const whole = placeIn(resource, body, fits);
    const found = hasRules(whole) ? whole : placeIn(resource, body, fits, null);
    const known = found.rules.flatMap(({ members }) => members).filter(isKnown(resource)).length;
    if (hasRules(found) && known > most) [best, most] = [found, known];
  }
  return best;
}

const isKnown =
  ({ names }: TerraformResource) =>
  ({ key, value }: TreeMember): boolean =>
    value?.type === 'object'
      ? value.members.some((inner) => keyOfName(names, `${key}.${inner.key}`) !== null)
      : keyOfName(names, key) !== null;

/** More than these are not named in a message. */
const NAMED = 20;

/**
 * Reports `name-misspelt`, `block-expected` and `attribute-expected` for the rules' own name, `element-misplaced` for rules
 * outside of their block, `value-computed` and `value-type` for what is no rule, `field-missing` for what a rule must say, and
 * `more-buckets`.
 */
export function reportTerraform(
  { resource, name, outer, holder, blocks, dynamic, list, rules }: TerraformPlace,
  others: readonly TerraformPlace[],
  report: ReportProblem
): void {
  const named = [
    ...blocks.map((block) => ({ key: block.name, keySpan: block.nameSpan })),
    ...(list ? [list] : [])
  ];
  for (const { key, keySpan } of named) {
    const args = { name: excerpt(key), known: resource.rules };
    if (key !== resource.rules) report('name-misspelt', args, keySpan);
  }
  for (const block of holder ? [] : outer.blocks) {
    const args = { name: resource.rules, parent: resource.type };
    if (block.name === resource.rules) report('element-misplaced', args, block.nameSpan);
  }
  const misshapen = resource.isList ? named.slice(0, blocks.length) : named.slice(blocks.length);
  const code = resource.isList ? 'attribute-expected' : 'block-expected';
  for (const { keySpan } of misshapen) report(code, { name: resource.rules }, keySpan);
  for (const { name: expression, labels, nameSpan } of dynamic) {
    const args = { name: excerpt(labels[0]?.value ?? ''), expression };
    report('value-computed', args, nameSpan);
  }
  const value = list?.value;
  const items = value?.type === 'array' ? value.items : [];
  if (value && value.type !== 'array' && value.type !== 'object') {
    reportType(resource.rules, ['array'], value, report);
  }
  for (const item of items) {
    if (item.type !== 'object') reportType(resource.rules, ['object'], item, report);
  }
  for (const rule of rules) reportMissing(rule, resource, report);
  const [second] = others;
  if (!second) return;
  const names = others.slice(0, NAMED).map((other) => excerpt(other.name));
  report('more-buckets', { name: excerpt(name), others: names }, second.span);
}

function reportMissing(
  { span, members }: TreeObject,
  { names, required, rules }: TerraformResource,
  report: ReportProblem
): void {
  const said = members.flatMap(({ key, value }) =>
    value?.type === 'object' ? value.members.map((inner) => `${key}.${inner.key}`) : [key]
  );
  for (const key of required) {
    const name = names[key] ?? key;
    if (!said.includes(name)) report('field-missing', { name, rule: rules }, span);
  }
}
