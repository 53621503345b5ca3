/** What the JSON formats of Azure Storage have in common. */
import { LIST_FIELDS } from '../../../model.ts';
import { AZURE, AZURE_CAMEL, AZURE_KEYS } from '../azure-names.ts';
import { member, place, placeInList, type TreePlace } from '../../tree/place.ts';
import type { JsonDocument } from '../../tree/node.ts';
import type { TreeMember, TreeNode, TreeObject } from '../../tree/node.ts';
import { excerpt, type ReportProblem } from '../../report.ts';

/** The service whose rules are read; a list of the command line has those of all. */
export const SERVICE = 'blob';

/** Names that rules of other stores do not have, or not in this spelling. */
const TELLING: ReadonlySet<string> = new Set([
  ...Object.values(AZURE_CAMEL),
  AZURE.exposeHeaders,
  AZURE.maxAgeSeconds,
  'service',
  'Service'
]);

/**
 * The place of the rules: under `corsRules`, however deep, as in a template, in a list, or a rule alone. Null where nothing is
 * named as Azure names it, save in an empty list, which is of any store.
 * https://learn.microsoft.com/en-us/azure/templates/microsoft.storage/storageaccounts/blobservices
 */
export function azurePlace(document: JsonDocument): TreePlace | null {
  const { root } = document;
  if (!root) return null;
  const holders = [...holdersIn(root, [])];
  const around = holders.find((one) => one.some(isBlobService)) ?? holders[0];
  const key = around && rulesMember(around.at(-1));
  if (around && key) return ofService(place('other', key, around, key.value));
  const alone = root.type === 'object' ? place('single', null, [], root) : placeInList(document);
  return alone && (isEmptyList(alone) || alone.rules.some(isTelling)) ? ofService(alone) : null;
}

/** True of `[]`. */
export const isEmptyList = ({ kind, node }: TreePlace): boolean =>
  kind === 'list' && node?.type === 'array' && node.items.length === 0;

const isTelling = ({ members }: TreeObject): boolean => members.some(({ key }) => TELLING.has(key));

/** The template's name for the list, that of the older SDKs, and that of the newer ones where its rules are Azure's. */
function rulesMember(object: TreeObject | undefined): TreeMember | undefined {
  if (!object) return undefined;
  const named = member(object, 'corsRules');
  if (named) return named;
  return ['CorsRule', 'cors']
    .map((name) => member(object, name))
    .find((one) => one?.value && place('other', one, [object], one.value).rules.some(isSdkRule));
}

/** Lists that are one text with commas, and an age in a name of Azure's alone. */
const isSdkRule = ({ members }: TreeObject): boolean =>
  members.some(
    (one) =>
      one.key === AZURE_CAMEL.maxAgeSeconds || one.key === AZURE.maxAgeSeconds || isCommaList(one)
  );

/** The objects around each list of rules, outermost first. */
function* holdersIn(node: TreeNode, around: readonly TreeObject[]): Generator<TreeObject[]> {
  if (node.type === 'array') {
    for (const item of node.items) yield* holdersIn(item, around);
  }
  if (node.type !== 'object') return;
  const inside = [...around, node];
  if (rulesMember(node)) yield inside;
  for (const { value } of node.members) if (value) yield* holdersIn(value, inside);
}

/** A template may hold the rules of several services. */
function isBlobService(object: TreeObject): boolean {
  const type = member(object, 'type')?.value;
  return type?.type === 'string' && type.written.value.toLowerCase().endsWith('/blobservices');
}

/** The service that a rule of the command line is for; null where it says none. */
function serviceOf(rule: TreeObject): string | null {
  const value = (member(rule, 'service') ?? member(rule, 'Service'))?.value;
  return value?.type === 'string' ? value.written.value.toLowerCase() || null : null;
}

const ofService = (found: TreePlace): TreePlace => ({
  ...found,
  rules: found.rules.filter((rule) => (serviceOf(rule) ?? SERVICE) === SERVICE)
});

/** True where a rule, be it of another service, is written as the command line has it: with lists that are one text. */
export const hasCommaRules = ({ node }: TreePlace): boolean =>
  (node?.type === 'array' ? node.items : [node]).some(
    (rule) => rule?.type === 'object' && rule.members.some(isCommaList)
  );

const LIST_NAMES: ReadonlySet<string> = new Set(
  [AZURE, AZURE_CAMEL].flatMap((names) => LIST_FIELDS.map((field) => names[field]))
);

const isCommaList = ({ key, value }: TreeMember): boolean =>
  value?.type === 'string' && LIST_NAMES.has(key);

/** Reports `rule-elsewhere` for rules of other services, and `field-missing` for what a rule does not say. */
export function inspectAzure({ node, rules }: TreePlace, report: ReportProblem): void {
  const items = node?.type === 'array' ? node.items : [];
  for (const item of items) {
    const service = item.type === 'object' && !rules.includes(item) ? serviceOf(item) : null;
    if (service === null) continue;
    report('rule-elsewhere', { service: excerpt(service), known: SERVICE }, item.span);
  }
  for (const rule of rules) {
    for (const key of AZURE_KEYS) {
      if (member(rule, AZURE[key]) ?? member(rule, AZURE_CAMEL[key])) continue;
      report('field-missing', { name: AZURE_CAMEL[key], rule: 'CorsRule' }, rule.span);
    }
  }
}
