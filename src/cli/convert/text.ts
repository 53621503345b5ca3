import { placeOf } from '#engine';
import type { Loss } from '#engine/compare';
import { m } from '../../paraglide/messages.js';
import { say } from '../../words/say.ts';
import { markOf } from '../check/marks.ts';
import type { Colors } from '../colors.ts';
import { differenceLine } from '../differences.ts';
import { printable } from '../printable.ts';
import type { ConversionReport } from './conversion-report.ts';

/** Calls that are shown for one loss, and for what the store does of its own accord; `--json` has all. */
const SHOWN = { loss: 2, store: 10 };

/** What is lost, for people: the sum, each loss with its place and a call that shows it, and what the store does itself. */
export function lossText(converted: ConversionReport, c: Colors): string {
  const { provider: from, to, conversion } = converted;
  const { losses, unexplained, meaning, differences } = conversion;
  const sum = {
    from: from.name,
    to: to.name,
    format: say.format(conversion.format),
    meaning: m[`convert.meaning.${meaning}`]()
  };
  const others = unexplained.map((difference) => `  ${differenceLine(difference, c)}`);
  const lines = [
    c.bold(printable(m['cli.convert.sum'](sum))),
    ...losses.flatMap((loss) => lossLines(loss, converted, c)),
    ...(others.length === 0 ? [] : [m['cli.convert.unexplained']({ store: to.name })]),
    ...atMost(SHOWN.store, others),
    ...(meaning === 'changed' && !differences.exhaustive ? [m['convert.not-exhaustive']()] : [])
  ];
  return `${lines.join('\n')}\n`;
}

function lossLines(
  loss: Loss,
  { file, text, to, conversion }: ConversionReport,
  c: Colors
): string[] {
  const [span] = loss.spans;
  const { line, column } = placeOf(text, span?.from ?? 0);
  const place = span === undefined ? '' : c.bold(`${printable(file)}:${line}:${column}: `);
  const names = { target: say.format(conversion.format), store: to.name };
  const mark = markOf(loss.level === 'meaning' ? 'fail' : 'note', c);
  return [
    `${mark} ${place}${printable(say.loss(loss, names))} ${c.dim(`[${loss.code}]`)}`,
    ...atMost(
      SHOWN.loss,
      loss.shown.map((difference) => `    ${differenceLine(difference, c)}`)
    )
  ];
}

function atMost(limit: number, lines: readonly string[]): string[] {
  const more = lines.length - limit;
  return more > 0
    ? [...lines.slice(0, limit), `    ${m['cli.convert.more']({ count: more })}`]
    : [...lines];
}
