import ChartNoAxesGantt from '@lucide/svelte/icons/chart-no-axes-gantt';
import Columns3 from '@lucide/svelte/icons/columns-3';
import Globe from '@lucide/svelte/icons/globe';
import ListChecks from '@lucide/svelte/icons/list-checks';
import type { Component } from 'svelte';
import { m } from '../../paraglide/messages.js';
import VerdictPanel from '../verdict/VerdictPanel.svelte';
import type { View } from '../workbench.svelte.ts';

/** How a view is named, and what it shows. */
interface ViewParts {
  Icon: typeof Globe;
  label: () => string;
  title: () => string;
  /** The panel, or the way to fetch it: the page comes with the verdict alone. */
  Panel: Component | Fetched;
}

interface Fetched {
  fetch: () => Promise<{ default: Component }>;
}

/** Every view, in the order of its switch. */
export const VIEWS: Readonly<Record<View, ViewParts>> = {
  verdict: {
    Icon: ListChecks,
    label: m['page.view.verdict'],
    title: m['page.view.verdict.title'],
    Panel: VerdictPanel
  },
  stores: {
    Icon: Columns3,
    label: m['page.view.stores'],
    title: m['page.view.stores.title'],
    Panel: { fetch: () => import('../stores/StoresPanel.svelte') }
  },
  browsers: {
    Icon: Globe,
    label: m['page.view.browsers'],
    title: m['page.view.browsers.title'],
    Panel: { fetch: () => import('../browsers/BrowsersPanel.svelte') }
  },
  timeline: {
    Icon: ChartNoAxesGantt,
    label: m['page.view.timeline'],
    title: m['page.view.timeline.title'],
    Panel: { fetch: () => import('../timeline/TimelinePanel.svelte') }
  }
};

export const VIEW_IDS = Object.keys(VIEWS) as readonly View[];
