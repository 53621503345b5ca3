import CircleCheck from '@lucide/svelte/icons/circle-check';
import CircleQuestionMark from '@lucide/svelte/icons/circle-question-mark';
import CircleX from '@lucide/svelte/icons/circle-x';
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';
import type { Outcome } from '#engine';

/** One icon for each outcome, wherever it is shown. */
export const OUTCOME_ICONS = {
  allowed: CircleCheck,
  unreadable: TriangleAlert,
  blocked: CircleX,
  unknown: CircleQuestionMark
} as const satisfies Record<Outcome, unknown>;
