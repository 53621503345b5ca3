import {
  rawRequest,
  rawResponse,
  withoutSecrets,
  type ConditionTrace,
  type Exchange,
  type PageRequest,
  type RuleTrace,
  type Verdict
} from '#engine';
import { scrubCall } from '#engine/secrets';
import { m } from '../paraglide/messages.js';
import { sentences } from './list.ts';
import { say } from './say.ts';

const MARKS = { pass: '✓', fail: '✗' } as const;

/** One cell of a Markdown table: no line breaks, no cell borders. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s+/g, ' ');

/** A fenced block; the fence is longer than any run of backticks inside. */
function fenced(text: string, language = 'http'): string {
  const runs = text.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(3, ...runs.map(({ length }) => length + 1)));
  return `${fence}${language}\n${text.replaceAll('\r\n', '\n').trimEnd()}\n${fence}`;
}

const conditionCell = ({ outcome, asked, steps }: ConditionTrace): string => {
  const said = sentences(...steps.map(say.step));
  return asked ? `${MARKS[outcome]} ${cell(said)}` : cell(m['words.not-asked']());
};

function ruleTable(rules: readonly RuleTrace[]): string[] {
  const [first] = rules;
  if (first === undefined) return [];
  const titles = first.conditions.map(({ condition }) => m[`words.condition.${condition}`]());
  const rows = rules.map(({ rule, conditions }) => [
    String(rule + 1),
    ...conditions.map(conditionCell)
  ]);
  const line = (cells: string[]): string => `| ${cells.join(' | ')} |`;
  const head = [m['words.rule'](), ...titles];
  return [line(head), line(head.map(() => '---')), ...rows.map(line), ''];
}

const wire = ({ stage, request, response, trace }: Exchange): string[] => [
  `### ${m[`words.exchange.${stage}`]()}`,
  '',
  ...ruleTable(trace.rules),
  fenced(rawRequest(request)),
  '',
  fenced(rawResponse(response)),
  ''
];

/** What the browser's console says of the call, word for word. */
const consoleLines = ({ browser: { console, engine } }: Verdict): string[] =>
  console === null
    ? []
    : [`${m['engine.console']({ engine: say.engine(engine.id) })}:`, '', fenced(console, ''), ''];

/** The whole explanation for a ticket, in Markdown, without secrets: verdict, reason, mend, rules and wire. */
export function markdownOf(whole: Verdict, request: PageRequest): string {
  const verdict = withoutSecrets(whole);
  const { cause, callMend, mend, inferred, exchanges } = verdict;
  const told = cause === null ? null : say.cause(cause);
  return [
    `## ${told?.what ?? m['words.allowed']()}`,
    '',
    m['words.call']({ ...scrubCall(request).value }),
    '',
    ...(told === null ? [] : [say.why(verdict), '', say.remedy(verdict), '']),
    ...consoleLines(verdict),
    ...(callMend === null ? [] : [m['words.mend']({ mend: say.callMend(callMend) }), '']),
    ...(mend === null ? [] : [`${m['words.mend']({ mend: say.mend(mend) })}`, '']),
    ...(inferred.length === 0
      ? []
      : [m['words.inferred'](), ...inferred.map((step) => `- ${say.step(step)}`), '']),
    ...exchanges.flatMap(wire)
  ].join('\n');
}
