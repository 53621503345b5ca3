import type { BucketStep, BucketTrace, ConditionTrace, Exchange, Rule } from '#engine';
import { m } from '../../paraglide/messages.js';
import { say } from '../../words/say.ts';
import type { Colors } from '../colors.ts';
import { printable } from '../printable.ts';
import { markOf } from './marks.ts';

/** Rules of which the table shows no more; the rule that answered or comes closest is always among those shown. */
const SHOWN_RULES = 20;

/**
 * One request and how the rules took it: what stood before the rules and did not pass, a table of rules x conditions,
 * every step of the rule that answered or else of the one that comes closest, and the CORS headers of the answer.
 */
export function exchangeLines(exchange: Exchange, rules: readonly Rule[], c: Colors): string[] {
  const { request, response, trace } = exchange;
  const { error, headers } = trace.decision;
  const title = c.bold(printable(`${request.method} ${request.path}`));
  const answer = printable(`${response.status} ${error?.code ?? ''}`.trimEnd());
  const before = trace.before.filter(({ outcome }) => outcome !== 'pass');
  return [
    `${title} → ${answer}`,
    ...[
      ...before.map((step) => stepLine(step, c)),
      ...tableLines(trace, rules, c),
      ...detailLines(trace, c),
      ...headers.map(([name, value]) => c.dim(printable(`${name}: ${value}`)))
    ].map((line) => `  ${line}`)
  ];
}

const stepLine = (step: BucketStep, c: Colors): string =>
  `${markOf(step.outcome, c)} ${printable(say.step(step))}`;

function tableLines(trace: BucketTrace, rules: readonly Rule[], c: Colors): string[] {
  const first = trace.rules[0];
  if (first === undefined) return [];
  const head = [
    m['words.rule'](),
    ...first.conditions.map(({ condition }) => m[`words.condition.${condition}`]()),
    ''
  ];
  const told = chosen(trace);
  const shown = trace.rules.filter(({ rule }) => rule < SHOWN_RULES || rule === told);
  const rows = shown.map(({ rule, conditions }) => [
    String(rule + 1),
    ...conditions.map(cellOf),
    noteOf(rule, trace, rules)
  ]);
  const widths = head.map((_, column) => widest([head, ...rows], column));
  const hidden = trace.rules.length - shown.length;
  return [
    c.dim(rowOf(head, widths)),
    ...rows.map((row, index) => {
      const line = rowOf(row, widths);
      return shown[index]?.rule === told ? c.bold(line) : line;
    }),
    ...(hidden > 0 ? [c.dim(m['cli.table.hidden']({ count: hidden }))] : [])
  ];
}

const chosen = ({ decision, closest }: BucketTrace): number | null => decision.rule ?? closest;

function cellOf({ asked, outcome }: ConditionTrace): string {
  if (!asked) return m['words.not-asked']();
  return outcome === 'pass' ? m['cli.table.pass']() : m['cli.table.fail']();
}

/** What the rule is to this request, and its ID; last in its row, so that no width has to be known. */
function noteOf(rule: number, { decision, closest }: BucketTrace, rules: readonly Rule[]): string {
  const part =
    rule === decision.rule
      ? m['cli.table.answers']()
      : rule === closest
        ? m['cli.table.closest']()
        : '';
  return [part, printable(rules[rule]?.id?.value ?? '')].filter((word) => word !== '').join('  ');
}

const widest = (rows: readonly string[][], column: number): number =>
  Math.max(...rows.map((row) => row[column]?.length ?? 0));

const rowOf = (cells: readonly string[], widths: readonly number[]): string =>
  cells
    .map((cell, column) => cell.padEnd(widths[column] ?? 0))
    .join('  ')
    .trimEnd();

function detailLines(trace: BucketTrace, c: Colors): string[] {
  const told = trace.rules.find(({ rule }) => rule === chosen(trace));
  if (told === undefined) return [];
  const steps = told.conditions.flatMap((condition) => (condition.asked ? condition.steps : []));
  return [
    m['cli.table.steps']({ rule: told.rule + 1 }),
    ...steps.map((step) => `  ${stepLine(step, c)}`)
  ];
}
