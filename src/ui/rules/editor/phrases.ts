import { EditorState, type Extension } from '@codemirror/state';
import { m } from '../../../paraglide/messages.js';

/** The editor's own words, by the English that it asks for. */
export const phrases = (): Extension =>
  EditorState.phrases.of({
    Find: m['page.editor.find'](),
    Replace: m['page.editor.replace-with'](),
    next: m['page.editor.next'](),
    previous: m['page.editor.previous'](),
    all: m['page.editor.all'](),
    'match case': m['page.editor.match-case'](),
    regexp: m['page.editor.regexp'](),
    'by word': m['page.editor.by-word'](),
    replace: m['page.editor.replace'](),
    'replace all': m['page.editor.replace-all'](),
    close: m['page.editor.close'](),
    'current match': m['page.editor.current-match'](),
    'on line': m['page.editor.on-line'](),
    'replaced match on line $': m['page.editor.replaced-one'](),
    'replaced $ matches': m['page.editor.replaced-all'](),
    'Go to line': m['page.editor.go-to-line'](),
    go: m['page.editor.go'](),
    'Folded lines': m['page.editor.folded'](),
    'Unfolded lines': m['page.editor.unfolded'](),
    to: m['page.editor.to'](),
    'folded code': m['page.editor.folded-part'](),
    unfold: m['page.editor.unfold-part'](),
    'Fold line': m['page.editor.fold'](),
    'Unfold line': m['page.editor.unfold'](),
    'Control character': m['page.editor.control-character'](),
    'Selection deleted': m['page.editor.selection-deleted']()
  });
