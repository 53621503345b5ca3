/** Names that lead to rules, or stand in them, in any format: where one stands in a text, rules may stand around it. */
const NAMES = [
  'cors_?rules?',
  'cors_?configuration',
  '(?:with|set|add)?_?allow(?:ed)?_?(?:origin|method|header|operation|expose_?header)s?',
  'expose(?:d)?_?headers?',
  'max_?age(?:_?in)?(?:_?seconds?)?',
  'origins?',
  'methods?',
  'response_?headers?'
].join('|');

const WHOLE = new RegExp(`^(?:${NAMES})$`, 'i');
const INSIDE = new RegExp(`(?:^|[^\\w])(?:${NAMES})["'\\\\>]`, 'i');

export const isKnownName = (name: string): boolean => name.length < 40 && WHOLE.test(name);

/** True where a name stands in a text between quotes, or as an element. */
export const holdsKnownName = (text: string): boolean => INSIDE.test(text);
