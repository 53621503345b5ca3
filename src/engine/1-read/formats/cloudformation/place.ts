/** Finds rules in a CloudFormation template, whichever of its two grammars it is written in. */
import { closestName } from '../../closest-name.ts';
import { reportName, reportType } from '../../tree/fields.ts';
import { member, place, type TreePlace } from '../../tree/place.ts';
import type { TreeMember, TreeNode, TreeObject } from '../../tree/node.ts';
import { excerpt, type ReportProblem } from '../../report.ts';
import type { RuleNames } from '../../rule-key.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-corsrule.html */
export const CLOUDFORMATION_NAMES: RuleNames = {
  id: 'Id',
  allowedOrigins: 'AllowedOrigins',
  allowedMethods: 'AllowedMethods',
  allowedHeaders: 'AllowedHeaders',
  exposeHeaders: 'ExposedHeaders',
  maxAgeSeconds: 'MaxAge'
};

const CONFIGURATION = 'CorsConfiguration';
const RULES = 'CorsRules';
/** Names that rules of the S3 API do not have. */
const TELLING: ReadonlySet<string> = new Set([
  CLOUDFORMATION_NAMES.exposeHeaders,
  CLOUDFORMATION_NAMES.maxAgeSeconds,
  CLOUDFORMATION_NAMES.id
]);

/** A template of one bucket with these rules. */
export const templateOf = (rules: readonly unknown[]) => ({
  Resources: {
    Bucket: {
      Type: 'AWS::S3::Bucket',
      Properties: { CorsConfiguration: { CorsRules: rules } }
    }
  }
});

/** The rules of one bucket. */
interface Configuration {
  /** The bucket's name in the template; the key itself where it has none. */
  name: string;
  key: TreeMember;
}

/**
 * The place of the rules of the first bucket that has any; of a piece of a template, where its rules are named. Null where
 * there is none. What a function computes is an expression in it.
 */
export function cloudformationPlace(root: TreeNode | null): TreePlace | null {
  const [first] = configurationsIn(root);
  if (!first) return root?.type === 'object' ? placeOfPiece(root) : null;
  const value = valueOf(first);
  if (value?.type !== 'object') return place('other', first.key, [], null);
  const rules = member(value, RULES) ?? misspelt(value, RULES);
  return place('other', rules ?? null, [value], rules?.value ?? null);
}

const valueOf = ({ key }: Configuration): TreeNode | null =>
  key.value && withoutFunctions(key.value);

/** `CorsRules` alone, which are of the S3 API where no rule has a name of CloudFormation's. */
function placeOfPiece(root: TreeObject): TreePlace | null {
  const rules = member(root, RULES);
  return rules ? place('other', rules, [], rules.value && withoutFunctions(rules.value)) : null;
}

/** False for rules that have no name of CloudFormation's and stand where those of the S3 API may stand too. */
export function isCloudformation({ key, around, rules }: TreePlace): boolean {
  const alone = key?.key === RULES && around.length === 0;
  return !alone || rules.some(({ members }) => members.some(isTelling));
}

const isTelling = ({ key }: TreeMember): boolean => TELLING.has(key);

/**
 * Reports `more-buckets`, `value-computed` and `value-type` for the whole, `list-expected` for a rule that stands in no list,
 * and `name-` for what stands beside the rules.
 */
export function inspectCloudformation(
  root: TreeNode | null,
  { key, node, around }: TreePlace,
  report: ReportProblem
): void {
  const [first, ...others] = configurationsIn(root);
  const value = first && valueOf(first);
  if (first) reportName(first.key, [CONFIGURATION], report);
  if (value && value.type !== 'object') reportType(CONFIGURATION, ['object'], value, report);
  for (const object of around) {
    for (const one of object.members) reportName(one, [RULES], report);
  }
  if (key && node?.type === 'object') report('list-expected', { name: RULES }, key.keySpan);
  const [second] = others;
  if (!first || !second) return;
  const names = others.slice(0, NAMED).map(({ name }) => excerpt(name));
  report('more-buckets', { name: excerpt(first.name), others: names }, second.key.keySpan);
}

/** More than these are not named in a message. */
const NAMED = 20;

function configurationsIn(root: TreeNode | null): Configuration[] {
  if (!root) return [];
  const exact = [...membersIn(root, [], (key) => key === CONFIGURATION)];
  if (exact.length > 0) return exact;
  const isTemplate = root.type === 'object' && member(root, 'Resources') !== undefined;
  const close = (key: string) => closestName(key, [CONFIGURATION]) !== null;
  return isTemplate ? [...membersIn(root, [], close)] : [];
}

/** Every member whose key fits, in the order of the text; `path` is of the keys around. */
function* membersIn(
  node: TreeNode,
  path: readonly string[],
  fits: (key: string) => boolean
): Generator<Configuration> {
  if (node.type === 'array') for (const item of node.items) yield* membersIn(item, path, fits);
  if (node.type !== 'object') return;
  for (const one of node.members) {
    const [outer, inner] = path.slice(-2);
    const name = inner === 'Properties' ? outer : (inner ?? outer);
    if (fits(one.key)) yield { name: name ?? one.key, key: one };
    else if (one.value) yield* membersIn(one.value, [...path.slice(-1), one.key], fits);
  }
}

function misspelt({ members }: TreeObject, name: string): TreeMember | undefined {
  return members.findLast(({ key }) => closestName(key, [name]) !== null);
}

/**
 * The node with an expression for everything that is computed. A function is an object with nothing but the function's name.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
function withoutFunctions(node: TreeNode): TreeNode {
  if (node.type === 'array') return { ...node, items: node.items.map(withoutFunctions) };
  if (node.type !== 'object') return node;
  const [only, ...more] = node.members;
  if (only && more.length === 0 && (only.key === 'Ref' || only.key.startsWith('Fn::'))) {
    const { span } = node;
    return { type: 'expression', span, written: { value: only.key, span } };
  }
  return {
    ...node,
    members: node.members.map((one) => ({
      ...one,
      value: one.value && withoutFunctions(one.value)
    }))
  };
}
