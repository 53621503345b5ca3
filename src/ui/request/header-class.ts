import {
  classifyHeader,
  engineById,
  type EngineId,
  type Header,
  type HeaderStanding
} from '#engine';
import { m } from '../../paraglide/messages.js';

/** What a browser makes of a header that a script sets. */
export const headerClass = ([name, value]: Header, engine: EngineId): HeaderStanding =>
  classifyHeader(name, value, engineById(engine)?.rules);

/** The same in a few words. */
export function headerClassWord(kind: HeaderStanding): string {
  switch (kind.kind) {
    case 'safelisted':
      return m['panel.headers.safelisted']();
    case 'forbidden':
      return m['panel.headers.forbidden']();
    case 'invalid':
      return m['panel.headers.invalid']();
    case 'unsafe':
      return m[`panel.headers.unsafe.${kind.reason}`]();
  }
}
