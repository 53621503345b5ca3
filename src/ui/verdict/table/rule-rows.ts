import type { BucketStep, BucketTrace, Condition, Rule, Span } from '#engine';
import { m } from '../../../paraglide/messages.js';
import { say } from '../../../words/say.ts';
import { around } from '../spans.ts';

/** One value that a condition was tested on. */
interface CellLine {
  outcome: BucketStep['outcome'];
  value: string;
  note: string | null;
  /** What of the rule text decided; null where nothing did. */
  span: Span | null;
}

export interface RuleCell {
  condition: Condition;
  /** Null where the store had its answer before it came here. */
  lines: CellLine[] | null;
}

export interface RuleRow {
  /** The same for rows that tell the same, wherever in the text their rules stand. */
  key: string;
  /** Counted from 0. */
  rule: number;
  id: string | null;
  span: Span | null;
  part: 'answers' | 'closest' | null;
  cells: RuleCell[];
}

/** So many values of a list are told; of the others, their number. */
const SHOWN = 4;

/** The table of rules x conditions of one request. `rules` is what the trace was made from. */
export function ruleRows(trace: BucketTrace, rules: readonly Rule[]): RuleRow[] {
  const { decision, closest } = trace;
  return trace.rules.map(({ rule, conditions }) => {
    const told = {
      rule,
      id: rules[rule]?.id?.value ?? null,
      span: rules[rule]?.span ?? null,
      part: rule === decision.rule ? 'answers' : rule === closest ? 'closest' : null,
      cells: conditions.map(({ condition, asked, steps }) => ({
        condition,
        lines: asked ? steps.flatMap((step) => cellLines(step)) : null
      }))
    } satisfies Omit<RuleRow, 'key'>;
    return { key: JSON.stringify(told, withoutSpans), ...told };
  });
}

const withoutSpans = (name: string, value: unknown): unknown =>
  name === 'span' ? undefined : value;

/** Where a click on a cell's line leads: to the value that decided, else to the rule that lacks it. */
export function spanIn(
  { span, cells }: RuleRow,
  condition: Condition | null = null,
  line = 0
): Span | null {
  const cell = cells.find((one) => one.condition === condition);
  return cell?.lines?.[line]?.span ?? span;
}

/** The conditions that any of the rows was tested on: an actual request has none on its headers. */
export function conditionsOf(rows: readonly RuleRow[]): Condition[] {
  return rows[0]?.cells.map(({ condition }) => condition) ?? [];
}

function cellLines(step: BucketStep): CellLine[] {
  const { outcome } = step;
  const line = (value: string, note: string | null = null): CellLine[] => [
    { outcome, value, note, span: around(step.spans) }
  ];
  switch (step.code) {
    case 'origin-any':
      return line('*', m['panel.rules.any-origin']());
    case 'origin-equal':
      return line(step.args.origin);
    case 'origin-pattern':
      return line(step.args.pattern, m['panel.rules.stands']({ stands: step.args.stands }));
    case 'origin-unmatched':
      return unmatched(step, step.args.listed);
    case 'method-listed':
      return line(step.args.method);
    case 'method-unlisted':
      return line(step.args.method, instead(step.args.listed));
    case 'headers-none-requested':
      return line(m['panel.rules.no-headers']());
    case 'header-any':
      return line(step.args.header, m['panel.rules.any-header']());
    case 'header-listed':
      return line(step.args.header);
    case 'header-unlisted':
      return line(step.args.header, instead(step.args.listed));
    default:
      return line(say.step(step));
  }
}

/** The origin is the same in every row, so what the rule lists is told instead, each value with its own place. */
function unmatched({ outcome, spans }: BucketStep, listed: readonly string[]): CellLine[] {
  if (listed.length === 0)
    return [{ outcome, value: m['panel.rules.none-listed'](), note: null, span: null }];
  const more = listed.length - SHOWN;
  return listed.slice(0, SHOWN).map((value, index, shown) => ({
    outcome,
    value,
    note: more > 0 && index === shown.length - 1 ? m['panel.rules.more']({ count: more }) : null,
    span: spans[index] ?? null
  }));
}

/** What the rule allows instead. */
function instead(listed: readonly string[]): string {
  if (listed.length === 0) return m['panel.rules.allows-none']();
  const names = listed.slice(0, SHOWN).join(', ');
  const more = listed.length - SHOWN;
  return more > 0
    ? m['panel.rules.allows-more']({ names, count: more })
    : m['panel.rules.allows']({ names });
}
