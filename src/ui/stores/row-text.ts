import type { Facet, HeaderDifference, StepDifference, StoreRow } from '#engine/compare';
import { m } from '../../paraglide/messages.js';
import { say } from '../../words/say.ts';

/** Whether the store would save the rules, and in which form. */
export function savedText({ saved, conversion }: StoreRow): string {
  if (saved === null) return m['stores.compare.empty']();
  const said = saved.accepted ? m['stores.compare.saved']() : m['stores.compare.refused']();
  if (conversion === null) return saved.accepted ? said : `${said} ${saved.code ?? saved.status}`;
  const format = say.format(conversion.format);
  const whole = conversion.losses.length === 0;
  return `${said} ${whole ? m['stores.compare.as']({ format }) : m['stores.compare.as-lossy']({ format })}`;
}

export type StoreGroup = 'verdict' | 'answer' | 'equal';

/** Where a store stands: another verdict first, then the same with another answer or another word on saving. */
export function groupOf(differs: readonly Facet[]): StoreGroup {
  if (differs.includes('outcome')) return 'verdict';
  return differs.length > 0 ? 'answer' : 'equal';
}

/** One line of what differs: the step that parts the stores, or a header line. */
export interface DifferenceLine {
  kind: 'why' | 'header';
  /** The header's name. */
  name: string | null;
  text: string;
}

function headerText({ value, other }: HeaderDifference, store: string): string {
  if (value === null) return m['stores.compare.missing']({ other: other ?? '' });
  return other === null
    ? m['stores.compare.added']({ value, store })
    : m['stores.compare.instead']({ value, other });
}

const whyText = ({ kind, step }: StepDifference): string =>
  kind === 'stops' ? m['stores.compare.stops']({ step: say.step(step) }) : say.step(step);

/** The headers that have columns of their own. */
const SHOWN: ReadonlySet<string> = new Set([
  'access-control-allow-origin',
  'access-control-allow-credentials'
]);

/** What parts a store from the one that it is compared with: the first step that differs, then header lines, each once. */
export function differenceLines(row: StoreRow, store: string): DifferenceLine[] {
  const { why, headers, differs } = row;
  const lines: DifferenceLine[] = [];
  if (why !== null) lines.push({ kind: 'why', name: null, text: whyText(why) });
  // An answer and a refusal have no header in common, which need not be told line by line.
  if (differs.includes('outcome')) return lines;
  for (const difference of headers) {
    const { name } = difference;
    if (SHOWN.has(name.toLowerCase())) continue;
    const text = headerText(difference, store);
    if (lines.some((line) => line.name === name && line.text === text)) continue;
    lines.push({ kind: 'header', name, text });
  }
  return lines;
}
