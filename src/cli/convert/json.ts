import { placeOf, type Span } from '#engine';
import type { Loss } from '#engine/compare';
import { say } from '../../words/say.ts';
import { differenceJson } from '../differences.ts';
import { guessJson } from '../input.ts';
import type { ConversionReport } from './conversion-report.ts';

/** The conversion as one JSON object. Fields are added over time; none is renamed or taken away. */
export function conversionJson(converted: ConversionReport): string {
  const { text: source, provider, to, conversion } = converted;
  const { format, text, losses, differences, unexplained, meaning, saved } = conversion;
  const names = { target: say.format(format), store: to.name };
  const placeJson = (span: Span) => {
    const end = placeOf(source, span.to);
    return { ...placeOf(source, span.from), endLine: end.line, endColumn: end.column };
  };
  const lossJson = (loss: Loss) => ({
    code: loss.code,
    args: loss.args,
    level: loss.level,
    sentence: say.loss(loss, names),
    places: loss.spans.map(placeJson),
    shown: loss.shown.map(differenceJson)
  });
  const { accepted, status, code, message } = saved;
  const found = {
    provider: provider.id,
    guess: guessJson(converted),
    toProvider: to.id,
    format,
    rules: text,
    meaning,
    exhaustive: differences.exhaustive,
    saved: { accepted, status, code, message },
    losses: losses.map(lossJson),
    unexplained: unexplained.map(differenceJson)
  };
  return `${JSON.stringify(found, null, 2)}\n`;
}
