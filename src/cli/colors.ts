import pc from 'picocolors';
import type { Io } from './io.ts';

export type Colors = ReturnType<typeof pc.createColors>;

/**
 * Colours for one stream. NO_COLOR wins over FORCE_COLOR, and both over what the stream is.
 * https://no-color.org, https://force-color.org
 */
export function colorsFor(stream: Io['stdout'], env: Io['env']): Colors {
  return pc.createColors(wantsColor(stream, env));
}

function wantsColor(stream: Io['stdout'], env: Io['env']): boolean {
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  const forced = env['FORCE_COLOR'] ?? '';
  if (forced !== '') return forced !== '0' && forced !== 'false';
  return stream.isTTY === true && env['TERM'] !== 'dumb';
}
