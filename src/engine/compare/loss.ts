import type { FormatLossArgs } from '../1-read/losses.ts';
import type { Coded, ListField, RuleSet, SingleField, Span } from '../model.ts';
import type { SavingResult } from '../providers/provider.ts';
import type { Difference } from './difference.ts';
import { savingChanges, type SavingChange, type ListChange } from './saving-change.ts';

/** What a store does with a field that it keeps otherwise than it is given. */
export type FieldAlteration = ListChange | 'given' | 'dropped' | 'changed';

/** What is lost on the way to another format and another store. Rules are counted from 0. */
export interface LossArgs extends FormatLossArgs {
  /** What stands around the rules in a template, which is no part of them. */
  surroundings: Record<string, never>;
  /** Comments, which no new text has; `line` is that of the first, counted from 1. */
  'comments-dropped': { count: number; line: number };
  /** The store does not save the rules; code and message are its own, empty where it gives none. */
  refused: { rules: number[]; status: number; error: string; message: string };
  'kept-count': { written: number; kept: number };
  'kept-otherwise': { rules: number[]; field: ListField | SingleField; kept: FieldAlteration };
  /** A value that takes less at the new store than at the old one, or more. */
  'value-narrower': { rules: number[]; field: ListField; value: string };
  'value-wider': { rules: number[]; field: ListField; value: string };
}

export type LossCode = keyof LossArgs;

/** A loss by itself. */
export type BareLoss = Coded<LossArgs>;

/** A loss with what it changes. */
export type Loss = BareLoss & {
  /** `meaning` where some call goes otherwise, is read or kept otherwise; `text` where none does. */
  level: 'meaning' | 'text';
  /** Where it stands in the text that the rules were read from; empty where nothing there says it. */
  spans: Span[];
  /** What it changes, each with a call that shows it, the gravest first; empty where no call does. */
  shown: Difference[];
};

const keptOf = (change: Exclude<SavingChange, { code: 'rules-count' }>): FieldAlteration => {
  if (change.code === 'list') return change.args.change;
  if (change.args.kept === null) return 'dropped';
  return change.args.written === null ? 'given' : 'changed';
};

/** What the store makes of the text that it is given: a refusal, or what it keeps otherwise. */
export function savingLosses(written: RuleSet, saved: SavingResult): BareLoss[] {
  if (saved.stored === null) {
    const { status, code, message, rule } = saved;
    const rules = rule === null ? [] : [rule];
    return [
      { code: 'refused', args: { rules, status, error: code ?? '', message: message ?? '' } }
    ];
  }
  const byKey = new Map<string, BareLoss & { code: 'kept-otherwise' }>();
  for (const change of savingChanges(written, saved.stored)) {
    if (change.code === 'rules-count') return [{ code: 'kept-count', args: change.args }];
    const { rule, field } = change.args;
    const kept = keptOf(change);
    const known = byKey.get(`${field} ${kept}`);
    if (known) known.args.rules.push(rule);
    else
      byKey.set(`${field} ${kept}`, {
        code: 'kept-otherwise',
        args: { rules: [rule], field, kept }
      });
  }
  return [...byKey.values()];
}

/** Where a loss stands in the text of `ruleSet`, whose comments are these. */
export function spansOf(
  { code, args }: BareLoss,
  { rules, responseVary }: RuleSet,
  comments: Span[]
): Span[] {
  if (code === 'comments-dropped') return comments;
  if (code === 'response-vary') return responseVary === null ? [] : [responseVary.span];
  if (!('rules' in args)) return [];
  return args.rules.flatMap((index) => {
    const rule = rules[index];
    if (rule === undefined) return [];
    const single = fieldOf(code, args);
    if (single !== null) return [rule[single]?.span ?? rule.span];
    if (!('field' in args)) return [rule.span];
    const { field } = args;
    if (field === 'id' || field === 'maxAgeSeconds') return [rule.span];
    const values = 'values' in args ? args.values : 'value' in args ? [args.value] : [];
    const written = rule[field].filter(({ value }) => values.includes(value));
    const shown = written.length > 0 ? written : rule[field];
    return shown.length > 0 ? shown.map(({ span }) => span) : [rule.span];
  });
}

/** The field of one value that a loss is of; null for one of lists or of whole rules. */
export function fieldOf(code: LossCode, args: object): SingleField | null {
  if (code === 'ids-dropped' || code === 'ids-given') return 'id';
  if (code.startsWith('max-age-')) return 'maxAgeSeconds';
  const field = 'field' in args ? args.field : null;
  return field === 'id' || field === 'maxAgeSeconds' ? field : null;
}
