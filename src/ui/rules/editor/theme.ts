import { HighlightStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** Every colour is a variable of the page, so that a change of theme needs nothing of the editor. */
export const editorTheme = EditorView.theme({
  '&': { height: '100%', color: 'var(--text)', backgroundColor: 'var(--surface)' },
  '&.cm-focused': { outline: '1px solid var(--accent)', outlineOffset: '-1px' },
  '.cm-scroller': {
    fontFamily: 'var(--mono)',
    fontSize: '12.5px',
    fontFeatureSettings: "'liga' 0, 'calt' 0",
    lineHeight: '21px'
  },
  '.cm-content': { padding: '8px 0', caretColor: 'var(--accent)' },
  '.cm-line': { padding: '0 14px 0 2px', wordBreak: 'break-all' },
  '.cm-placeholder': {
    color: 'var(--faint)',
    fontFamily: 'var(--sans)',
    fontSize: '13px',
    wordBreak: 'normal'
  },

  '.cm-gutters': { color: 'var(--faint)', backgroundColor: 'transparent', border: 'none' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '26px', padding: '0 8px 0 0' },
  '.cm-gutter-lint': { width: '16px' },
  '.cm-gutter-lint .cm-gutterElement': { padding: '0 0 0 5px' },
  '.cm-lint-marker': { width: '8px', height: '8px', marginTop: '7px', borderRadius: '99px' },
  '.cm-lint-marker-error': { content: 'none', backgroundColor: 'var(--fail)', borderRadius: '2px' },
  '.cm-lint-marker-info, .cm-lint-marker-hint': {
    content: 'none',
    backgroundColor: 'var(--faint)'
  },
  '.cm-lint-marker-warning': { content: 'none', backgroundColor: 'var(--warn)' },
  '.cm-rule-bars .cm-gutterElement': { width: '2px', backgroundColor: 'transparent' },
  '.cm-rule-bars .cm-rule-other': { backgroundColor: 'var(--line-strong)' },
  '.cm-rule-bars .cm-rule-answers': { backgroundColor: 'var(--pass)' },
  '.cm-rule-bars .cm-rule-closest': { backgroundColor: 'var(--fail)' },
  '.cm-foldGutter .cm-gutterElement': { width: '16px', textAlign: 'center', cursor: 'pointer' },

  '.cm-lit-answers': {
    backgroundColor: 'color-mix(in srgb, var(--pass-soft) 55%, transparent)'
  },
  '.cm-lit-closest': {
    backgroundColor: 'color-mix(in srgb, var(--fail-soft) 55%, transparent)'
  },
  '.cm-line[data-word]::after': {
    marginLeft: '12px',
    fontFamily: 'var(--sans)',
    fontSize: '11.5px'
  },
  '.cm-lit-answers[data-word]::after': { content: '"✓ " attr(data-word)', color: 'var(--pass)' },
  '.cm-lit-closest[data-word]::after': { content: '"✗ " attr(data-word)', color: 'var(--fail)' },
  '.cm-answered': { borderBottom: '2px solid var(--pass-line)' },
  '.cm-refused': {
    padding: '0 2px',
    margin: '0 -2px',
    borderRadius: '3px',
    backgroundColor: 'var(--fail-soft)',
    boxShadow: '0 0 0 1px var(--fail-line)'
  },

  '.cm-lintRange': { backgroundImage: 'none', textDecorationThickness: '1px' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--fail) 1px',
    textUnderlineOffset: '4px'
  },
  '.cm-lintRange-warning': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--warn) 1px',
    textUnderlineOffset: '4px'
  },
  '.cm-lintRange-hint': {
    backgroundImage: 'none',
    textDecoration: 'underline dotted var(--muted) 1px',
    textUnderlineOffset: '4px'
  },
  '.cm-lintRange-active': { backgroundColor: 'var(--warn-soft)' },
  '.cm-lintPoint-error::after': { borderBottomColor: 'var(--fail)' },
  '.cm-lintPoint-warning::after': { borderBottomColor: 'var(--warn)' },

  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--accent-soft)' },
  '&.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'var(--fail-soft)' },
  '.cm-searchMatch': { backgroundColor: 'var(--warn-soft)', outline: '1px solid var(--warn-line)' },
  '.cm-searchMatch-selected': { backgroundColor: 'var(--warn-line)' },
  '.cm-specialChar': { color: 'var(--fail)' },
  '.cm-foldPlaceholder': {
    padding: '0 6px',
    border: '1px solid var(--line)',
    color: 'var(--muted)',
    backgroundColor: 'var(--sunken)'
  },

  '.cm-tooltip': {
    maxWidth: '420px',
    border: '1px solid var(--line-strong)',
    borderRadius: '7px',
    color: 'var(--text)',
    backgroundColor: 'var(--surface)',
    boxShadow: 'var(--shadow)'
  },
  '.cm-diagnostic': { padding: '7px 10px', borderLeft: '3px solid var(--line-strong)' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--fail)' },
  '.cm-diagnostic-warning': { borderLeftColor: 'var(--warn)' },
  '.cm-told': { maxHeight: '320px', overflowY: 'auto', padding: '8px 12px', lineHeight: '18px' },
  '.cm-told p + p, .cm-told ul': { marginTop: '4px' },
  '.cm-told-title': { display: 'flex', flexWrap: 'wrap', gap: '0 10px', alignItems: 'baseline' },
  '.cm-told-title code': {
    fontFamily: 'var(--mono)',
    fontWeight: '600',
    overflowWrap: 'anywhere'
  },
  '.cm-told-title span, .cm-told-call, .cm-told-source': {
    color: 'var(--muted)',
    fontSize: '12px'
  },
  '.cm-told-list': { overflowWrap: 'anywhere' },
  '.cm-said': { padding: '0', listStyle: 'none', overflowWrap: 'anywhere' },

  '.cm-tooltip.cm-complete': { maxWidth: 'min(560px, calc(100vw - 16px))', overflow: 'hidden' },
  '.cm-tooltip.cm-complete > ul': {
    fontFamily: 'var(--mono)',
    fontSize: '12.5px',
    minWidth: '260px',
    maxWidth: 'min(560px, calc(100vw - 16px))',
    maxHeight: '262px',
    padding: '4px'
  },
  '.cm-tooltip.cm-complete > ul > li': {
    display: 'flex',
    alignItems: 'baseline',
    gap: '14px',
    padding: '3px 8px',
    borderRadius: '5px',
    lineHeight: '18px'
  },
  '.cm-tooltip.cm-complete > ul > li[aria-selected]': {
    color: 'var(--text)',
    backgroundColor: 'var(--accent-soft)',
    boxShadow: 'inset 2px 0 0 var(--accent)'
  },
  '.cm-tooltip.cm-complete .cm-completionLabel': { flex: 'none', maxWidth: '60%' },
  '.cm-tooltip.cm-complete .cm-completionMatchedText': {
    color: 'var(--accent)',
    textDecoration: 'none',
    fontWeight: '600'
  },
  '.cm-tooltip.cm-complete .cm-completionDetail': {
    marginLeft: 'auto',
    color: 'var(--muted)',
    fontFamily: 'var(--sans)',
    fontSize: '12px',
    fontStyle: 'normal',
    textAlign: 'right',
    overflow: 'hidden',
    textOverflow: 'ellipsis'
  },
  '.cm-tooltip.cm-complete .cm-complete-snippet': { flexDirection: 'column', gap: '0' },
  '.cm-tooltip.cm-complete .cm-complete-snippet .cm-completionLabel': {
    maxWidth: '100%',
    fontFamily: 'var(--sans)',
    fontWeight: '550'
  },
  '.cm-tooltip.cm-complete .cm-complete-snippet .cm-completionDetail': {
    marginLeft: '0',
    textAlign: 'left',
    whiteSpace: 'normal'
  },
  '.cm-diagnosticAction': {
    margin: '6px 0 0',
    padding: '3px 9px',
    border: '1px solid var(--line-strong)',
    borderRadius: '6px',
    color: 'var(--text)',
    backgroundColor: 'var(--sunken)'
  },

  '.cm-panels': { color: 'var(--text)', backgroundColor: 'var(--sunken)' },
  '.cm-panels-top': { borderBottom: '1px solid var(--line)' },
  '.cm-panel.cm-search': { padding: '8px 32px 8px 12px' },
  '.cm-panel.cm-search label': {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    margin: '2px 10px 2px 2px',
    fontSize: '12px',
    color: 'var(--muted)'
  },
  '.cm-panel.cm-search input[type=checkbox]': { margin: '0', accentColor: 'var(--accent)' },
  '.cm-panel.cm-search [name=close]': { color: 'var(--muted)', fontSize: '16px', padding: '0 8px' },
  '.cm-textfield': {
    fontSize: '12px',
    padding: '3px 8px',
    border: '1px solid var(--line-strong)',
    borderRadius: '6px',
    backgroundColor: 'var(--surface)'
  },
  '.cm-button': {
    fontSize: '12px',
    padding: '3px 9px',
    border: '1px solid var(--line-strong)',
    borderRadius: '6px',
    backgroundColor: 'var(--surface)',
    backgroundImage: 'none'
  }
});

/** Marks and tags step back, keys stand out, values are plain. */
export const highlights = HighlightStyle.define([
  { tag: [tags.angleBracket, tags.tagName, tags.punctuation], color: 'var(--muted)' },
  { tag: [tags.separator, tags.squareBracket, tags.brace], color: 'var(--muted)' },
  { tag: [tags.attributeName, tags.propertyName], color: 'var(--accent)' },
  { tag: [tags.comment, tags.processingInstruction, tags.documentMeta], color: 'var(--faint)' },
  { tag: tags.invalid, color: 'var(--fail)' }
]);
