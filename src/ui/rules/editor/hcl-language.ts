import { StreamLanguage, type StreamParser } from '@codemirror/language';

interface HclState {
  /** The word that ends the heredoc, or what ends the comment, that goes on from the line before. */
  until: string | null;
  inComment: boolean;
}

const STRING = /^"(?:\\.|[$%]\{[^}]*\}?|[^"\\])*"?/;
const HEREDOC = /^<<-?([\p{ID_Start}_][\p{ID_Continue}-]*)[ \t]*$/u;
const WORD = /^[\p{ID_Start}_][\p{ID_Continue}-]*/u;
/** What makes the word before it a name: a value, a body, or the label of a block. */
const AFTER_NAME = /^[ \t]*(?:=(?![=>])|\{|"|:(?!:))/;
const CONSTANT = /^(?:true|false|null)$/;

/** Reads on in what began on an earlier line; null where nothing did. */
const goOn: StreamParser<HclState>['token'] = (stream, state) => {
  const { until, inComment } = state;
  if (until === null) return null;
  if (inComment) {
    if (stream.skipTo(until)) {
      stream.match(until);
      state.until = null;
    } else stream.skipToEnd();
    return 'comment';
  }
  if (stream.string.trim() === until) state.until = null;
  stream.skipToEnd();
  return 'string';
};

const token: StreamParser<HclState>['token'] = (stream, state) => {
  const going = goOn(stream, state);
  if (going !== null) return going;
  if (stream.eatSpace()) return null;
  if (stream.match(/^(?:#|\/\/)/)) {
    stream.skipToEnd();
    return 'comment';
  }
  if (stream.match('/*')) {
    Object.assign(state, { until: '*/', inComment: true });
    return 'comment';
  }
  const heredoc = stream.match(HEREDOC) as RegExpMatchArray | null;
  if (heredoc) {
    Object.assign(state, { until: heredoc[1], inComment: false });
    return 'string';
  }
  if (stream.match(STRING)) return 'string';
  const word = stream.match(WORD) as RegExpMatchArray | null;
  if (word) {
    if (CONSTANT.test(word[0])) return 'bool';
    return stream.match(AFTER_NAME, false) ? 'propertyName' : 'variableName';
  }
  if (stream.match(/^\d+(?:\.\d+)?/)) return 'number';
  return /[[\]{}(),:=]/.test(stream.next() ?? '') ? 'punctuation' : 'operator';
};

/** The colours of Terraform. https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md */
export const hcl = StreamLanguage.define<HclState>({
  name: 'hcl',
  startState: () => ({ until: null, inComment: false }),
  token,
  languageData: { commentTokens: { line: '#', block: { open: '/*', close: '*/' } } }
});
