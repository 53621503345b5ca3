/** What rules may stand in, and where. */
import type { Span, TextEdit } from '../../model.ts';
import type { Problem } from '../problem.ts';
import type { TextView } from './view.ts';

import type { WrappingKind } from '../format.ts';

/** One place in a text where rules may stand. */
export interface Wrapping {
  kind: WrappingKind;
  view: TextView;
  /** Where the place is in the text. */
  span: Span;
  /** What an edit of the view inserts, as the text around spells it; null where it has no place for that. */
  spell: (edit: TextEdit) => string | null;
  /** What is to be said of the wrapping itself. */
  problems?: Problem[];
  /** True where JSON in the language's own spelling stands here, so that its quotes and names are as they should be. */
  isCode: boolean;
}
