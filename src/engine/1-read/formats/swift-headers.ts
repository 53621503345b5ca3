import type {
  Change,
  ChangeOf,
  ListField,
  PlainRule,
  Rule,
  RuleSet,
  Span,
  TextEdit,
  WrittenValue
} from '../../model.ts';
import { closestName } from '../closest-name.ts';
import type { Document, Format, FormatReading } from './format.ts';
import {
  fitsLine,
  parseHeaders,
  spacedWords,
  type HeaderLine,
  type HeadersDocument
} from '../headers/parse.ts';
import { insertion, lineEndOf } from '../text/layout.ts';
import { emptyRule, plainRule, ruleAt } from '../plain.ts';
import { excerpt, reportTo, type ReportProblem } from '../report.ts';
import { inOrder, removal, takeOut } from '../text/take-out.ts';

type SwiftKey = Exclude<ListField, 'allowedMethods'> | 'maxAgeSeconds';

/**
 * The metadata of a container that holds its one rule, in the order in which it is printed. Swift itself knows no allowed
 * headers, the RADOS Gateway does. https://docs.openstack.org/swift/latest/cors.html
 */
export const SWIFT_NAMES: Readonly<Record<SwiftKey, string>> = {
  allowedOrigins: 'X-Container-Meta-Access-Control-Allow-Origin',
  allowedHeaders: 'X-Container-Meta-Access-Control-Allow-Headers',
  exposeHeaders: 'X-Container-Meta-Access-Control-Expose-Headers',
  maxAgeSeconds: 'X-Container-Meta-Access-Control-Max-Age'
};
const KEYS = Object.keys(SWIFT_NAMES) as SwiftKey[];
/** Other metadata is none of this format's business, but what is called like this was meant for it. */
const METADATA = 'X-Container-Meta-';
const CORS = 'access-control-';

const keyOf = (name: string): SwiftKey | undefined =>
  KEYS.find((key) => SWIFT_NAMES[key].toLowerCase() === name.toLowerCase());

/** True where a text begins like metadata, be it of CORS or of what stands beside it. */
const isMetadata = (text: string): boolean => /^\ufeff?\s*x-/i.test(text);

/** The lines that say something of the rule, the last of each name; reports `key-repeated` and `name-` problems. */
function ruleLines({ lines }: HeadersDocument, report: ReportProblem): Map<SwiftKey, HeaderLine> {
  const found = new Map<SwiftKey, HeaderLine>();
  for (const line of lines) {
    const key = keyOf(line.name);
    if (key === undefined) reportName(line, report);
    else {
      const earlier = found.get(key);
      if (earlier) report('key-repeated', { name: earlier.name }, earlier.nameSpan);
      found.set(key, line);
    }
  }
  return found;
}

const PREFIXES = new RegExp(`^(?:${METADATA})+`, 'i');

function reportName({ name, nameSpan }: HeaderLine, report: ReportProblem): void {
  if (!name.toLowerCase().startsWith(METADATA.toLowerCase())) return;
  // The command line puts the prefix before what it is given, so that one that was given stands twice.
  const own = name.slice(METADATA.length).replace(PREFIXES, '');
  const known = Object.values(SWIFT_NAMES);
  const meant = closestName(
    own,
    known.map((one) => one.slice(METADATA.length))
  );
  if (meant) {
    report('name-misspelt', { name: excerpt(name), known: METADATA + meant }, nameSpan);
  } else if (own.toLowerCase().startsWith(CORS)) {
    report('name-unknown', { name: excerpt(name), known }, nameSpan);
  }
}

function read(document: Document): FormatReading | null {
  if (document.syntax !== 'headers' || !isMetadata(document.text)) return null;
  const problems = [...document.problems];
  const lines = ruleLines(document, reportTo(problems));
  const rules = lines.size === 0 ? [] : [readRule(document.text, lines)];
  return { ruleSet: { rules, responseVary: null }, problems };
}

function readRule(text: string, lines: ReadonlyMap<SwiftKey, HeaderLine>): Rule {
  const rule = emptyRule(spanOf([...lines.values()]));
  for (const [key, { value }] of lines) {
    if (key === 'maxAgeSeconds') rule.maxAgeSeconds = value;
    else rule[key] = spacedWords(text, value.span);
  }
  return rule;
}

/** From the first line to the last. */
const spanOf = (lines: readonly HeaderLine[]): Span => ({
  from: Math.min(...lines.map(({ nameSpan }) => nameSpan.from)),
  to: Math.max(...lines.map(({ value }) => value.span.to))
});

/** What a container can hold: the first rule, without its id, its methods and what no line can hold. */
function print({ rules: [rule] }: RuleSet): string {
  if (rule === undefined) return '';
  const plain = plainRule(rule);
  const lines = KEYS.flatMap((key) => {
    const values = [plain[key] ?? []].flat();
    const kept = values.filter(fitsLine);
    return kept.length === 0 ? [] : [`${SWIFT_NAMES[key]}: ${kept.join(' ')}\n`];
  });
  return lines.join('');
}

/** True where a word can stand in a header line and stays one word. */
const isWord = (value: string): boolean => value !== '' && !/\s/.test(value) && fitsLine(value);

/** False where a rule set says more than a container can hold. */
function holds({ rules }: RuleSet): boolean {
  const [rule] = rules;
  if (rule === undefined) return true;
  const { id, allowedMethods, allowedOrigins, allowedHeaders, exposeHeaders } = plainRule(rule);
  const words = [...allowedOrigins, ...allowedHeaders, ...exposeHeaders];
  return rules.length === 1 && id === null && allowedMethods.length === 0 && words.every(isWord);
}

function edit(text: string, { rules }: RuleSet, change: Change): TextEdit[] {
  switch (change.kind) {
    case 'insert-rule':
      return rules.length === 0 ? insertRule(text, change.rule) : [];
    case 'remove-rule':
      return rules[change.rule] ? takeOutLines(text, KEYS) : [];
    case 'move-rule':
    case 'set-response-vary':
      return [];
    case 'set-value': {
      const rule = rules[change.rule];
      return rule ? setAge(text, rule, change) : [];
    }
    default: {
      const { field, rule: index } = change;
      const rule = rules[index];
      return rule && field !== 'allowedMethods' ? changeWord(text, rule, { ...change, field }) : [];
    }
  }
}

type WordChange = ChangeOf<'add-value' | 'replace-value' | 'remove-value'> & {
  field: Exclude<ListField, 'allowedMethods'>;
};

function changeWord(text: string, rule: Rule, change: WordChange): TextEdit[] {
  const { field, value } = change;
  const words = rule[field];
  if (change.kind === 'remove-value') return removeWord(text, field, words, change.index);
  if (!isWord(value)) return [];
  if (change.kind === 'replace-value') {
    const replaced = words[change.index];
    return replaced ? [{ span: replaced.span, insert: value }] : [];
  }
  const next = words[change.at ?? words.length];
  if (next) return [insertion(next.span.from, `${value} `)];
  return [setLine(text, rule, field, (line) => insertion(line.value.span.to, ` ${value}`), value)];
}

/** A line without its last word leaves, unless it is all that there is of the rule. */
function removeWord(
  text: string,
  key: SwiftKey,
  words: readonly WrittenValue[],
  index: number
): TextEdit[] {
  const [before, word, after] = [words[index - 1], words[index], words[index + 1]];
  if (!word) return [];
  if (before) return [removal(before.span.to, word.span.to)];
  if (after) return [removal(word.span.from, after.span.from)];
  const { lines } = parseHeaders(text);
  if (lines.some(({ name }) => (keyOf(name) ?? key) !== key)) return takeOutLines(text, [key]);
  const line = lines.findLast(({ name }) => keyOf(name) === key);
  return line ? [removal(text.indexOf(':', line.nameSpan.to) + 1, word.span.to)] : [];
}

/** A rule that says nothing but its age cannot lose that: there would be no rule. */
function setAge(text: string, rule: Rule, { field, value }: ChangeOf<'set-value'>): TextEdit[] {
  if (field === 'id') return [];
  if (value === null) {
    const { lines } = parseHeaders(text);
    const more = lines.some(({ name }) => (keyOf(name) ?? field) !== field);
    return more ? takeOutLines(text, [field]) : [];
  }
  if (!fitsLine(value) || /^[ \t]|[ \t]$/.test(value)) return [];
  return [setLine(text, rule, field, (line) => ({ span: line.value.span, insert: value }), value)];
}

/** The edit of the line that says something, or of one that is new. */
function setLine(
  text: string,
  rule: Rule,
  key: SwiftKey,
  change: (line: HeaderLine) => TextEdit,
  value: string
): TextEdit {
  const line = ruleLines(parseHeaders(text), () => {}).get(key);
  return line
    ? change(line)
    : insertion(rule.span.to, `${lineEndOf(text)}${SWIFT_NAMES[key]}: ${value}`);
}

/** Every line that says one of some things, those that do not count among them. */
function takeOutLines(text: string, keys: readonly SwiftKey[]): TextEdit[] {
  const lines = parseHeaders(text).lines.filter(({ name }) => {
    const key = keyOf(name);
    return key !== undefined && keys.includes(key);
  });
  return inOrder(
    lines.map(({ nameSpan, value }) => takeOut(text, { from: nameSpan.from, to: value.span.to }))
  );
}

/** Behind what the text says already, on lines of its own; nowhere in a text of another kind. */
function insertRule(text: string, rule: PlainRule): TextEdit[] {
  if (text.trim() !== '' && !isMetadata(text)) return [];
  const { length } = text;
  const lineEnd = lineEndOf(text);
  const printed = print({ rules: [ruleAt(rule, length)], responseVary: null });
  const begun = text !== '' && !/[\r\n\ufeff]$/.test(text);
  return [insertion(length, (begun ? lineEnd : '') + printed.replaceAll('\n', lineEnd))];
}

/** The metadata headers of a container: Swift, and the RADOS Gateway's Swift interface. */
export const swiftHeaders: Format = {
  id: 'swift-headers',
  syntax: 'headers',
  holdsResponseVary: false,
  holds,
  read,
  print,
  edit: (text, ruleSet) => (change) => edit(text, ruleSet, change)
};
