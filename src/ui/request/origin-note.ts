import type { OriginNote } from '#engine';
import { m } from '../../paraglide/messages.js';

/** Why the browser sends another origin than the one that was typed: half a sentence. */
export function originNote(note: OriginNote): string {
  switch (note.code) {
    case 'invalid':
      return note.args.text === ''
        ? m['panel.origin.empty']()
        : m['panel.origin.invalid'](note.args);
    case 'whitespace-trimmed':
      return m['panel.origin.whitespace-trimmed']();
    case 'scheme-assumed':
      return m['panel.origin.scheme-assumed'](note.args);
    case 'credentials-dropped':
      return m['panel.origin.credentials-dropped']();
    case 'path-dropped':
      return m['panel.origin.path-dropped'](note.args);
    case 'upper-case-lowered':
      return m['panel.origin.upper-case-lowered']();
    case 'default-port-dropped':
      return m['panel.origin.default-port-dropped'](note.args);
    case 'host-rewritten':
      return m['panel.origin.host-rewritten'](note.args);
    case 'opaque':
      return m['panel.origin.opaque'](note.args);
  }
}
