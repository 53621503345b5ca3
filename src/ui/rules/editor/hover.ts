import { StateEffect, StateField, type Extension } from '@codemirror/state';
import {
  EditorView,
  hoverTooltip,
  keymap,
  showTooltip,
  type Tooltip,
  type TooltipView
} from '@codemirror/view';
import { tooltipOf, type NameTooltip, type ValueTooltip } from './tooltip.ts';

/** What there is to tell at an offset of the text. */
export type FindHover = (offset: number) => ValueTooltip | NameTooltip | null;

function tooltipAt(view: EditorView, offset: number, find: FindHover): Tooltip | null {
  const found = find(offset);
  if (!found) return null;
  const dom = tooltipOf(found);
  const { from, to } = found.hover.span;
  return { pos: from, end: to, above: true, create: (): TooltipView => ({ dom }) };
}

const show = StateEffect.define<Tooltip | null>();

/** What was asked for by a key; it goes with the next change or movement. */
const asked = StateField.define<Tooltip | null>({
  create: () => null,
  update(shown, { effects, docChanged, selection }) {
    for (const effect of effects) if (effect.is(show)) return effect.value;
    return docChanged || selection ? null : shown;
  },
  provide: (field) => showTooltip.from(field)
});

/** Over a value or a name, and at the cursor by F2: what the store does with it, and what it did in the present call. */
export function hover(find: FindHover): Extension {
  const tell = (view: EditorView): boolean => {
    const tooltip = tooltipAt(view, view.state.selection.main.head, find);
    if (!tooltip) return false;
    const text = tooltip.create(view).dom.innerText;
    view.dispatch({ effects: [show.of(tooltip), EditorView.announce.of(text)] });
    return true;
  };
  const hide = (view: EditorView): boolean => {
    if (view.state.field(asked) === null) return false;
    view.dispatch({ effects: show.of(null) });
    return true;
  };
  return [
    asked,
    hoverTooltip((view, offset) => tooltipAt(view, offset, find)),
    keymap.of([
      { key: 'F2', run: tell },
      { key: 'Escape', run: hide }
    ])
  ];
}
