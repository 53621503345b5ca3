import { RangeSet, StateEffect, StateField, type Range, type Text } from '@codemirror/state';
import {
  Decoration,
  EditorView,
  gutter,
  gutterLineClass,
  GutterMarker,
  type DecorationSet
} from '@codemirror/view';
import type { Span } from '#engine';
import { m } from '../../../paraglide/messages.js';
import type { Highlights, RuleState } from '../highlights.ts';

/** The bar beside the lines of a rule. */
class RuleBar extends GutterMarker {
  readonly state: RuleState;
  override readonly elementClass: string;

  constructor(state: RuleState) {
    super();
    this.state = state;
    this.elementClass = `cm-rule-bar cm-rule-${state}`;
  }

  override eq(other: RuleBar): boolean {
    return this.state === other.state;
  }
}

/** A line of a lit rule, in every gutter. */
class HighlightedLine extends GutterMarker {
  override readonly elementClass: string;

  constructor(state: RuleState) {
    super();
    this.elementClass = `cm-lit-${state}`;
  }
}

interface HighlightSets {
  marks: DecorationSet;
  bars: RangeSet<RuleBar>;
  lines: RangeSet<HighlightedLine>;
}

const NOTHING: HighlightSets = {
  marks: Decoration.none,
  bars: RangeSet.empty,
  lines: RangeSet.empty
};

function lineStarts(doc: Text, { from, to }: Span): [number, ...number[]] {
  const first = doc.lineAt(from);
  const starts: [number, ...number[]] = [first.from];
  for (let at = first.to + 1; at <= to; at = doc.lineAt(at).to + 1) starts.push(at);
  return starts;
}

function shownOf(doc: Text, { rules, values }: Highlights): HighlightSets {
  const bars = rules.map(({ from, to, state }) => new RuleBar(state).range(from, to));
  const marks: Range<Decoration>[] = values.map(({ from, to, kind }) =>
    Decoration.mark({ class: `cm-${kind}` }).range(from, to)
  );
  const lines: Range<HighlightedLine>[] = [];
  for (const { from, to, state } of rules) {
    if (state === 'other') continue;
    // The first line also bears a word, so that the state does not rest on colour.
    const attributes = { 'data-word': m[`page.rules.${state}`]() };
    const [first, ...others] = lineStarts(doc, { from, to });
    marks.push(Decoration.line({ class: `cm-lit-${state}`, attributes }).range(first));
    for (const at of others) marks.push(Decoration.line({ class: `cm-lit-${state}` }).range(at));
    for (const at of [first, ...others]) lines.push(new HighlightedLine(state).range(at));
  }
  return {
    marks: Decoration.set(marks, true),
    bars: RangeSet.of(bars, true),
    lines: RangeSet.of(lines, true)
  };
}

const light = StateEffect.define<Highlights | null>();

/** Between two verdicts the lit parts move along with the text. */
const shown = StateField.define<HighlightSets>({
  create: () => NOTHING,
  update(value, { changes, docChanged, effects, newDoc }) {
    for (const effect of effects)
      if (effect.is(light)) return effect.value ? shownOf(newDoc, effect.value) : NOTHING;
    if (!docChanged) return value;
    return {
      marks: value.marks.map(changes),
      bars: value.bars.map(changes),
      lines: value.lines.map(changes)
    };
  },
  provide: (field) => [
    EditorView.decorations.from(field, ({ marks }) => marks),
    gutterLineClass.from(field, ({ lines }) => lines)
  ]
});

const bars = gutter({
  class: 'cm-rule-bars',
  lineMarker(view, line) {
    let marker: RuleBar | null = null;
    view.state.field(shown).bars.between(line.from, line.to, (_from, _to, bar) => {
      marker = bar;
      return false;
    });
    return marker;
  },
  lineMarkerChange: ({ startState, state }) => startState.field(shown) !== state.field(shown)
});

/** The extension that shows what `showLit` is given. */
export const highlightsView = [shown, bars];

export function showHighlights(view: EditorView, lit: Highlights | null): void {
  view.dispatch({ effects: light.of(lit) });
}
