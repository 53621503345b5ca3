import { StreamLanguage } from '@codemirror/language';

/** The colours of header lines, and of settings in an environment: a name, what parts it from its value, and the value. */
export const headers = StreamLanguage.define({
  name: 'headers',
  token(stream) {
    if (stream.sol() && stream.match(/^[ \t]*(?:export[ \t]+)?[^:=\s]+(?=[ \t]*[:=])/)) {
      return 'propertyName';
    }
    if (/^[^:=]*$/.test(stream.string.slice(0, stream.pos)) && stream.match(/^[ \t]*[:=]/)) {
      return 'punctuation';
    }
    stream.skipToEnd();
    return null;
  }
});
