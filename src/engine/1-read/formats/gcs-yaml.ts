import type { RuleSet } from '../../model.ts';
import { GCS_NAMES, holdsForGcs } from './gcs-json.ts';
import type { Document, Format, FormatReading } from './format.ts';
import { member, place, reportPlace, type TreePlace } from '../tree/place.ts';
import type { TreeNode } from '../tree/node.ts';
import { ruleObject } from '../tree/print.ts';
import { readRule, type RuleReading } from '../tree/rule.ts';
import { keyOfName } from '../rule-key.ts';
import { plainRule } from '../plain.ts';
import { reportTo } from '../report.ts';
import { yamlEditor } from '../yaml/edit.ts';
import { printYamlMap } from '../yaml/print.ts';

const SHAPE: RuleReading = { strict: false, needsLists: true, names: [GCS_NAMES] };

/** Under `cors_config`, as `gcloud storage` prints a bucket, or under `cors`, as it did and its API does. */
function gcsYamlPlace(root: TreeNode | null): TreePlace | null {
  if (root?.type !== 'object') return null;
  const key = member(root, 'cors_config') ?? member(root, 'cors');
  if (key?.value?.type !== 'array') return null;
  const found = place('other', key, [root], key.value);
  const tells = found.rules.some(({ members }) =>
    members.some((one) => keyOfName(GCS_NAMES, one.key) !== null)
  );
  return tells || key.value.items.length === 0 ? found : null;
}

function read(document: Document): FormatReading | null {
  if (document.syntax !== 'yaml') return null;
  const found = gcsYamlPlace(document.root);
  if (!found) return null;
  const problems = [...document.problems];
  const report = reportTo(problems);
  reportPlace(found, report);
  const rules = found.rules.map((rule) => readRule(document.text, rule, SHAPE, report));
  return { ruleSet: { rules, responseVary: null }, problems };
}

function print({ rules }: RuleSet): string {
  const printed = rules.map((rule) => ruleObject(plainRule(rule), GCS_NAMES, SHAPE));
  return `${printYamlMap({ cors_config: printed })}\n`;
}

/** What `gcloud storage buckets describe` prints. https://cloud.google.com/storage/docs/using-cors */
export const gcsYaml: Format = {
  id: 'gcs-yaml',
  syntax: 'yaml',
  spelling: SHAPE,
  holdsResponseVary: false,
  holds: holdsForGcs,
  read,
  print,
  edit: yamlEditor(SHAPE, gcsYamlPlace, print)
};
