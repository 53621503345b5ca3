import type { Outcome, PageRequest, StageReport, Verdict } from '#engine';
import { m } from '../../paraglide/messages.js';
import { say } from '../../words/say.ts';
import type { Colors } from '../colors.ts';
import type { StoredRules } from '../input.ts';
import { printable } from '../printable.ts';
import { problemLines } from '../problems.ts';
import { diffOf, type DiffLine } from './diff.ts';
import { markOf } from './marks.ts';
import { exchangeLines } from './rule-table.ts';

/** One judged call, with what it was judged from. */
export interface CheckReport extends StoredRules {
  request: PageRequest;
  verdict: Verdict;
}

/** The verdict for people: what, why and what to do first, then how the store came to it. Ends with a line feed. */
export function checkText(checked: CheckReport, c: Colors): string {
  const { file, text, read, verdict } = checked;
  const parts = [
    headline(verdict, c),
    browserLines(verdict, c),
    stageLine(verdict.stages, c),
    ...verdict.exchanges.map((exchange) => exchangeLines(exchange, read.ruleSet.rules, c)),
    callMendLines(checked, c),
    mendLines(checked, c),
    notes(checked, c),
    read.problems.flatMap((problem) => problemLines(problem, text, file, c))
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

function headline(verdict: Verdict, c: Colors): string[] {
  const paint = PAINT[verdict.outcome];
  if (verdict.cause === null) return [paint(m['words.allowed'](), c)];
  const { what } = say.cause(verdict.cause);
  return [paint(printable(what), c), printable(say.why(verdict)), printable(say.remedy(verdict))];
}

/** What a person at the browser sees of it: the console's line word for word, and what the script gets. */
function browserLines({ browser, outcome }: Verdict, c: Colors): string[] {
  const { console, error } = browser;
  const engine = say.engine(browser.engine.id);
  const lines: string[] = [];
  if (console !== null)
    lines.push(`${m['engine.console']({ engine })}:`, `  ${printable(console)}`);
  else if (outcome === 'blocked') lines.push(c.dim(say.silence(browser)));
  if (error !== null) lines.push(m['engine.error']({ error: say.scriptError(error) }));
  return lines;
}

const PAINT: Readonly<Record<Outcome, (text: string, c: Colors) => string>> = {
  allowed: (text, c) => c.bold(c.green(`✓ ${text}`)),
  unreadable: (text, c) => c.bold(c.yellow(`! ${text}`)),
  blocked: (text, c) => c.bold(c.red(`✗ ${text}`)),
  unknown: (text, c) => c.bold(c.yellow(`? ${text}`))
};

/** Every stage that was reached with its mark, then the names of those that were not. */
function stageLine(stages: readonly StageReport[], c: Colors): string[] {
  const reached = stages.filter(({ state }) => state !== 'skip');
  const skipped = stages.filter(({ state }) => state === 'skip').map(({ stage }) => stage);
  const cells = reached.map(({ stage, state }) => {
    const name = state === 'none' ? m['cli.stage.not-needed']({ stage }) : stage;
    return `${markOf(state, c)} ${name}`;
  });
  if (skipped.length > 0) {
    cells.push(c.dim(m['cli.stage.not-reached']({ stages: skipped.join(', ') })));
  }
  return [cells.join('  ')];
}

/** What is to be changed in the call, and as what it should be sent. */
function callMendLines({ verdict: { callMend } }: CheckReport, c: Colors): string[] {
  if (callMend === null) return [];
  const { method, url } = callMend.request;
  return [
    c.bold(printable(m['words.mend']({ mend: say.callMend(callMend) }))),
    c.dim(printable(`  ${method} ${url}`))
  ];
}

function mendLines({ text, file, verdict: { mend } }: CheckReport, c: Colors): string[] {
  if (mend === null) return [];
  const diff = diffOf(text, mend.rules, mend.edits).map((line) => `  ${diffLine(line, c)}`);
  const summary = m['words.mend']({ mend: say.mend(mend) });
  return [
    c.bold(printable(summary)),
    printable(say.mendEffect(mend)),
    c.dim(`  ${printable(file)}`),
    ...diff
  ];
}

function diffLine({ sign, text }: DiffLine, c: Colors): string {
  const safe = printable(text);
  switch (sign) {
    case '@':
      return c.cyan(safe);
    case '+':
      return c.green(`+${safe}`);
    case '-':
      return c.red(`-${safe}`);
    case ' ':
      return ` ${safe}`;
  }
}

/** What a reader of the verdict should also know. */
function notes({ verdict, provider }: CheckReport, c: Colors): string[] {
  const store = provider.name;
  const lines: string[] = [];
  if (verdict.outcome === 'blocked' && verdict.carriedOut) lines.push(m['cli.note.carried-out']());
  if (verdict.dropped.length > 0) {
    lines.push(m['cli.note.dropped']({ headers: verdict.dropped.join(', ') }));
  }
  if (verdict.outcome !== 'blocked' && verdict.readable !== null) {
    lines.push(
      m['cli.note.readable']({ headers: verdict.readable.join(', ') || m['words.none']() })
    );
  }
  if (verdict.browser.keeps !== null) lines.push(say.keeps(verdict.browser));
  if (verdict.save === 'rejected') lines.push(m['cli.note.not-saved']({ store }));
  if (verdict.evidence === 'documented') lines.push(m['cli.note.documented']({ store }));
  if (verdict.evidence === 'inferred') {
    lines.push(m['words.inferred']());
    lines.push(...verdict.inferred.map((step) => `  ${say.step(step)} (${step.source})`));
  }
  return lines.map((line) => c.dim(printable(line)));
}
