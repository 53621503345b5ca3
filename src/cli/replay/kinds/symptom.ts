import { readSymptom } from '#engine/import';
import type { Kind } from './kind.ts';

/** What a pasted text tells. */
export const symptom: Kind = {
  name: 'symptom',
  answer(fields) {
    const text = fields.text('text');
    if (fields.refusal !== null) return null;
    const { symptom: told } = readSymptom(text);
    const { pageOrigin = null, method = null, url = null, headers = [] } = told?.request ?? {};
    return JSON.stringify({
      known: told !== null,
      failure: told?.failure ?? null,
      engine: told?.engine ?? null,
      causes: told?.causes ?? [],
      store: told?.store ?? null,
      preflight: told?.preflight ?? null,
      status: told?.status ?? null,
      request: { pageOrigin, method, url, headers },
      missing: told?.missing ?? [],
      others: told?.others ?? 0
    });
  }
};
