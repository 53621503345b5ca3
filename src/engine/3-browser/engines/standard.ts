import { STANDARD } from '../standard-rules.ts';
import type { Engine } from './engine.ts';

/** No browser, so no console. */
export const standard: Engine = {
  id: 'standard',
  version: 'Fetch standard, 2 July 2026',
  rules: STANDARD,
  departures: {},
  rejection: null,
  consoleLine: () => null
};
