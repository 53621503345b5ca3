/** What of a rule set another format cannot say: the rules as they are written against what the printed text reads back as. */
import { LIST_FIELDS, type Coded, type ListField, type PlainRule, type RuleSet } from '../model.ts';
import type { FormatId, ReadResult } from './format.ts';
import { formatOf, readRules } from './read-rules.ts';
import { plainRule } from './plain.ts';

/** Rules are counted from 0; those of which the same is true are told together. */
export interface FormatLossArgs {
  /** Rules that the format has no place for. */
  'rules-dropped': { rules: number[] };
  'response-vary': { value: string };
  'ids-dropped': { rules: number[] };
  /** Ids that the format asks for, one for each of the rules. */
  'ids-given': { rules: number[]; values: string[] };
  'max-age-dropped': { rules: number[]; written: string };
  'max-age-given': { rules: number[]; kept: string };
  'max-age-changed': { rules: number[]; written: string; kept: string };
  'values-dropped': { rules: number[]; field: ListField; values: string[] };
  'values-added': { rules: number[]; field: ListField; values: string[] };
  /** The format has one list for both what may be asked for and what may be read; these are new to `field`. */
  'lists-joined': { rules: number[]; field: ListField; values: string[] };
  'values-changed': { rules: number[]; field: ListField; written: string[]; kept: string[] };
  /** The same values in another order, or as often as once. */
  'values-reordered': { rules: number[]; field: ListField };
}

export type FormatLoss = Coded<FormatLossArgs>;

/** Rules in another format. */
export interface WrittenRules {
  format: FormatId;
  /** Closed by a line feed. */
  text: string;
  /** What the text reads back as. */
  read: ReadResult;
  losses: FormatLoss[];
}

/** What is lost of one rule. */
type RuleLoss = FormatLoss & { args: { rules: number[] } };

const others = (values: readonly string[], than: readonly string[]): string[] => [
  ...new Set(values.filter((value) => !than.includes(value)))
];

const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((value, index) => value === other[index]);

function idLoss(rules: number[], written: string | null, kept: string | null): RuleLoss[] {
  if (written === kept) return [];
  if (kept === null) return [{ code: 'ids-dropped', args: { rules } }];
  return [{ code: 'ids-given', args: { rules, values: [kept] } }];
}

function ageLoss(rules: number[], written: string | null, kept: string | null): RuleLoss[] {
  if (written === kept) return [];
  if (kept === null) return [{ code: 'max-age-dropped', args: { rules, written: written ?? '' } }];
  if (written === null) return [{ code: 'max-age-given', args: { rules, kept } }];
  return [{ code: 'max-age-changed', args: { rules, written, kept } }];
}

const JOINED: Partial<Record<ListField, ListField>> = {
  allowedHeaders: 'exposeHeaders',
  exposeHeaders: 'allowedHeaders'
};

function listLosses(
  rules: number[],
  field: ListField,
  source: PlainRule,
  read: PlainRule
): RuleLoss[] {
  const [written, kept] = [source[field], read[field]];
  if (same(written, kept)) return [];
  const [lost, added] = [others(written, kept), others(kept, written)];
  if (lost.length > 0 && added.length > 0) {
    return [{ code: 'values-changed', args: { rules, field, written, kept } }];
  }
  if (lost.length > 0) return [{ code: 'values-dropped', args: { rules, field, values: lost } }];
  if (added.length === 0) return [{ code: 'values-reordered', args: { rules, field } }];
  const other = JOINED[field];
  const joined = other !== undefined && others(added, source[other]).length === 0;
  return [
    { code: joined ? 'lists-joined' : 'values-added', args: { rules, field, values: added } }
  ];
}

/** Each with a list of rules of its own, which grows where others are alike. */
const ruleLosses = (rule: number, written: PlainRule, kept: PlainRule): RuleLoss[] => [
  ...idLoss([rule], written.id, kept.id),
  ...LIST_FIELDS.flatMap((field) => listLosses([rule], field, written, kept)),
  ...ageLoss([rule], written.maxAgeSeconds, kept.maxAgeSeconds)
];

/** Losses that are alike but for their rules as one, in the order of the first of each. */
function together(losses: readonly RuleLoss[]): RuleLoss[] {
  const byKey = new Map<string, RuleLoss>();
  for (const loss of losses) {
    const { code, args } = loss;
    const key = JSON.stringify([
      code,
      { ...args, rules: [], ...(code === 'ids-given' && { values: [] }) }
    ]);
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, loss);
    else {
      known.args.rules.push(...args.rules);
      if (known.code === 'ids-given' && code === 'ids-given')
        known.args.values.push(...args.values);
    }
  }
  return [...byKey.values()];
}

/** What `read` lacks, or has otherwise, of the rules that it was printed from. */
function lossesOf(ruleSet: RuleSet, read: RuleSet): FormatLoss[] {
  const [written, kept] = [ruleSet.rules.map(plainRule), read.rules.map(plainRule)];
  const dropped = [...written.keys()].slice(kept.length);
  const losses: FormatLoss[] =
    dropped.length === 0 ? [] : [{ code: 'rules-dropped', args: { rules: dropped } }];
  const value = ruleSet.responseVary?.value;
  if (value !== undefined && value !== read.responseVary?.value) {
    losses.push({ code: 'response-vary', args: { value } });
  }
  const ofRules = kept.flatMap((rule, index) => {
    const source = written[index];
    return source === undefined ? [] : ruleLosses(index, source, rule);
  });
  return [...losses, ...together(ofRules)];
}

/** The rules in a format, and what is lost on the way. Values are kept as they are written; comments and layout are not. */
export function writeIn(ruleSet: RuleSet, to: FormatId): WrittenRules {
  const format = formatOf(to);
  const text = format.print(ruleSet);
  const read = readRules(text);
  return { format: to, text, read, losses: lossesOf(ruleSet, read.ruleSet) };
}

/** What the format cannot say of the rules; it is only printed and read back where the format does not know by itself. */
export function lossesIn(ruleSet: RuleSet, to: FormatId): FormatLoss[] {
  const { holds, holdsResponseVary } = formatOf(to);
  const whole = (holdsResponseVary || ruleSet.responseVary === null) && (holds?.(ruleSet) ?? true);
  return whole ? [] : writeIn(ruleSet, to).losses;
}
