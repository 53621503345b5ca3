import type { Kind } from './kind.ts';

/** What the store says when the rules are saved. */
export const save: Kind = {
  name: 'save',
  answer(fields, rules) {
    const held = rules.asSent(fields);
    if (held === null || fields.refusal !== null) return null;
    const { accepted, status, code, message, stored, evidence } = held.provider.save(held.read);
    return JSON.stringify({ accepted, status, code, message, stored, evidence });
  }
};
