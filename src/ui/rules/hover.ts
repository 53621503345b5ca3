import { StateEffect, StateField, type Extension } from '@codemirror/state';
import {
  EditorView,
  hoverTooltip,
  keymap,
  showTooltip,
  type Tooltip,
  type TooltipView
} from '@codemirror/view';
import type { Hover } from '#engine';
import { m } from '../../paraglide/messages.js';
import { sayCompletion } from '../../words/complete.ts';
import { say } from '../../words/index.ts';

/** What is told of a value: what the store does with it, and what it did in the present call. */
export interface ToldValue {
  hover: Hover;
  /** The store's name. */
  store: string;
  said: readonly string[];
}

export type FindHover = (offset: number) => ToldValue | null;

type Part = keyof HTMLElementTagNameMap;

function put(parent: HTMLElement, tag: Part, className: string, text: string): HTMLElement {
  const element = parent.appendChild(document.createElement(tag));
  element.className = className;
  element.textContent = text;
  return element;
}

/** The same for the eye and, in its text, for the ear. */
function told({ hover, store, said }: ToldValue): HTMLElement {
  const { field, value, takes, refuses, evidence, source } = hover;
  const dom = document.createElement('div');
  dom.className = 'cm-told';
  const title = put(dom, 'p', 'cm-told-title', '');
  put(title, 'code', '', value);
  put(title, 'span', '', m['complete.hover.title']({ field: say.field(field), store }));
  put(dom, 'p', '', sayCompletion.hover(hover));
  const examples = [
    [m['complete.hover.takes'], takes],
    [m['complete.hover.refuses'], refuses]
  ] as const;
  for (const [message, values] of examples) {
    if (values.length > 0) put(dom, 'p', 'cm-told-list', message({ values: values.join(', ') }));
  }
  if (said.length > 0) {
    put(dom, 'p', 'cm-told-call', m['complete.hover.this-call']());
    const list = put(dom, 'ul', 'cm-said', '');
    for (const text of said) put(list, 'li', '', text);
  }
  if (evidence !== null) {
    const host = source !== null && URL.canParse(source) ? new URL(source).host : source;
    put(dom, 'p', 'cm-told-source', `${m[`panel.evidence.${evidence}`]()} · ${host ?? ''}`);
  }
  return dom;
}

function tooltipAt(view: EditorView, offset: number, find: FindHover): Tooltip | null {
  const found = find(offset);
  if (!found) return null;
  const dom = told(found);
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

/** Over a value, and at the cursor by F2: what the store does with it, and what it did in the present call. */
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
