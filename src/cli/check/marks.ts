import type { StageReport } from '#engine';
import type { Colors } from '../colors.ts';

type MarkState = StageReport['state'] | 'note';

/** The mark of a state, in its colour; a mark never stands without a word beside it. */
export function markOf(state: MarkState, c: Colors): string {
  switch (state) {
    case 'pass':
      return c.green('✓');
    case 'fail':
      return c.red('✗');
    case 'warn':
      return c.yellow('!');
    case 'note':
    case 'none':
    case 'skip':
      return c.dim('·');
  }
}
