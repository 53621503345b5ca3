/** What is told over a place of the rule text, as elements: the same for the eye and, in their text, for the ear. */
import type { Hover, NameHover } from '#engine/complete';
import { m } from '../../../paraglide/messages.js';
import { sayCompletion } from '../../../words/complete.ts';
import { say } from '../../../words/say.ts';

/** Of a value: what the store does with it, and what it did in the present call. */
export interface ValueTooltip {
  of: 'value';
  hover: Hover;
  /** The store's name. */
  store: string;
  said: readonly string[];
}

/** Of a name: what stands there, and what the store asks of it. */
export interface NameTooltip {
  of: 'name';
  hover: NameHover;
  store: string;
}

type TagName = keyof HTMLElementTagNameMap;

function put(parent: HTMLElement, tag: TagName, className: string, text: string): HTMLElement {
  const element = parent.appendChild(document.createElement(tag));
  element.className = className;
  element.textContent = text;
  return element;
}

function titled(code: string, title: string): HTMLElement {
  const dom = document.createElement('div');
  dom.className = 'cm-told';
  const line = put(dom, 'p', 'cm-told-title', '');
  put(line, 'code', '', code);
  put(line, 'span', '', title);
  return dom;
}

const hostOf = (source: string | null): string =>
  (source !== null && URL.canParse(source) ? new URL(source).host : source) ?? '';

function valueTooltip({ hover, store, said }: ValueTooltip): HTMLElement {
  const { field, value, takes, refuses, evidence, source } = hover;
  const dom = titled(value, m['complete.hover.title']({ field: say.field(field), store }));
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
    put(dom, 'p', 'cm-told-source', `${m[`panel.evidence.${evidence}`]()} · ${hostOf(source)}`);
  }
  return dom;
}

function nameTooltip({ hover: { name, field, shown, source }, store }: NameTooltip): HTMLElement {
  const title = m['complete.hover.title']({ field: shown ? say.label(shown.label) : name, store });
  const dom = titled(name, title);
  put(dom, 'p', '', m['complete.name.holds']({ what: sayCompletion.field(field) }));
  if (shown === null) {
    put(dom, 'p', '', m['complete.name.none']({ store }));
    return dom;
  }
  if (shown.required) put(dom, 'p', '', m['complete.name.required']());
  const values = shown.ticks?.join(', ') ?? '';
  if (values !== '') put(dom, 'p', 'cm-told-list', m['complete.hover.takes']({ values }));
  const asks = [...new Set(shown.demands.map(say.demand))].filter((ask) => ask !== '').join(' · ');
  if (asks !== '') put(dom, 'p', 'cm-told-list', m['complete.name.asks']({ asks }));
  put(dom, 'p', 'cm-told-source', hostOf(source));
  return dom;
}

export const tooltipOf = (found: ValueTooltip | NameTooltip): HTMLElement =>
  found.of === 'name' ? nameTooltip(found) : valueTooltip(found);
