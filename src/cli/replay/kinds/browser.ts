import { ENGINE_IDS, engineById, readCase, simulate } from '#engine';
import type { Kind } from './kind.ts';

/** What a browser does with given answers. */
export const browser: Kind = {
  name: 'browser',
  answer(fields) {
    const engine = engineById(fields.choice('engine', ENGINE_IDS) ?? '');
    // The id is given back as it is written, whatever it is.
    const { value, field } = readCase({ ...fields.line, id: null });
    if (field !== null) fields.refuse({ code: 'field-unreadable', args: { field } });
    if (engine === null || value === null || fields.refusal !== null) return null;
    return JSON.stringify({ ...simulate(value, engine), id: undefined });
  }
};
