import type { RuleSet } from '../../model.ts';
import type { FormatId } from '../format.ts';
import type { Document, Format, FormatReading } from './format.ts';
import { placeOfRules, reportPlace, type TreePlace } from '../tree/place.ts';
import type { JsonDocument, TreeMember } from '../tree/node.ts';
import { closestName } from '../closest-name.ts';
import { jsonEditor } from '../json/edit.ts';
import { ruleObject, writable } from '../tree/print.ts';
import { readRule, readSingle, type RuleReading } from '../tree/rule.ts';
import { plainRule } from '../plain.ts';
import { CODE_SPELLINGS, type Problem } from '../problem.ts';
import { reportTo, type ReportProblem } from '../report.ts';

/** What sets one JSON format apart from the others. */
export interface JsonShape extends RuleReading {
  id: FormatId;
  holdsResponseVary: boolean;
  /** As in {@link Format}. */
  holds?: (ruleSet: RuleSet) => boolean;
  /** Where the rules stand; absent in the S3 family, whose tools all have the same places. */
  place?: (document: JsonDocument) => TreePlace | null;
  /** True where the rules stand and are written as this format has them. */
  claims(place: TreePlace): boolean;
  /** Reports what this format alone finds in the place of its rules. */
  inspect?: (place: TreePlace, report: ReportProblem, document: JsonDocument) => void;
  /** As in {@link Format}. */
  isTemplate?: true;
  /** The printed rules with what stands around them. */
  wrap(rules: unknown[], responseVary: string | null): unknown;
}

export function jsonFormat(shape: JsonShape): Format {
  return {
    id: shape.id,
    syntax: 'json',
    spelling: shape,
    holdsResponseVary: shape.holdsResponseVary,
    ...(shape.holds && { holds: shape.holds }),
    ...(shape.isTemplate && { isTemplate: true }),
    read: (document) => read(shape, document),
    print: (ruleSet) => print(shape, ruleSet),
    edit: jsonEditor(shape, (ruleSet) => print(shape, ruleSet))
  };
}

function print(shape: JsonShape, { rules, responseVary }: RuleSet): string {
  const plain = rules.map(plainRule);
  for (const [index, rule] of plain.entries()) plain[index] = writable(shape, rule, plain);
  const printed = plain.map((rule) => ruleObject(rule, shape.names[0], shape));
  return `${JSON.stringify(shape.wrap(printed, responseVary?.value ?? null), null, 2)}\n`;
}

function read(shape: JsonShape, document: Document): FormatReading | null {
  if (document.syntax !== 'json') return null;
  const place = (shape.place ?? placeOfRules)(document);
  if (!place || !shape.claims(place) || !isNamed(place, shape)) return null;
  const problems = document.problems.map((problem) => relevel(problem, shape));
  const report = reportTo(problems);
  reportPlace(place, report);
  shape.inspect?.(place, report, document);
  const rules = place.rules.map((rule) => readRule(document.text, rule, shape, report));
  const responseVary = place.vary && readSingle(place.vary, ['boolean', 'string'], report);
  return { ruleSet: { rules, responseVary }, problems };
}

/** False where rules have names and none of them is one of the format's, the beginning of one, or nearly one: then it is another's text. */
function isNamed({ rules }: TreePlace, { names }: JsonShape): boolean {
  const known = names.flatMap((spelt) =>
    Object.values(spelt).flatMap((name) => [name, ...name.split('.')])
  );
  const isKnown = ({ key }: TreeMember) =>
    known.some((name) => name.startsWith(key)) || closestName(key, known) !== null;
  // A name without a value is half-written.
  const members = rules.flatMap((rule) => rule.members.filter(({ value }) => value !== null));
  return members.length === 0 || members.some(isKnown);
}

/** JavaScript and Python take more spellings than JSON; where the text is a piece of them, these do not fail. */
function relevel(problem: Problem, { strict }: JsonShape): Problem {
  return !strict && CODE_SPELLINGS.has(problem.code) ? { ...problem, level: 'warning' } : problem;
}
