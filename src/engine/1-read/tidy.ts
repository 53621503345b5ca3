/** Laying a rule text out anew: its blanks and line ends change, and nothing else. */
import type { TextEdit } from '../model.ts';
import { applyEdits } from './change.ts';
import type { ReadResult, Syntax } from './format.ts';
import { readRules } from './read-rules.ts';
import { plainRule } from './plain.ts';
import { tidyText } from './syntaxes.ts';

/**
 * The edits that lay out `text`, of which `read` is the reading, as the printer of its format would: two blanks for each level,
 * in XML and JSON one value a line. Comments, unknown names, expressions and the text's own line ends stay. No edits where the
 * text is of no known format, where a bracket or a tag is not closed, where it nests deeper than is read, or where it would
 * afterwards be read in any other way or be laid out in another still.
 */
export function formatText(read: ReadResult, text: string): TextEdit[] {
  const { format, syntax, problems, wrapping } = read;
  if (format === null || syntax === null || wrapping !== undefined) return [];
  if (problems.some(({ code }) => code === 'nesting-too-deep')) return [];
  const edits = editsOf(syntax, text);
  if (edits.length === 0) return [];
  const tidied = applyEdits(text, edits);
  const same = written(text) === written(tidied) && meaning(read) === meaning(readRules(tidied));
  return same && editsOf(syntax, tidied).length === 0 ? edits : [];
}

/** Those that change something. */
const editsOf = (syntax: Syntax, text: string): TextEdit[] =>
  (tidyText(text, syntax) ?? []).filter(
    ({ span, insert }) => text.slice(span.from, span.to) !== insert
  );

/** All of a text but its blanks. */
const written = (text: string): string => text.replace(/[ \t\r\n]+/g, '');

const meaning = ({ format, ruleSet, problems }: ReadResult): string =>
  JSON.stringify([
    format,
    ruleSet.rules.map(plainRule),
    ruleSet.responseVary?.value,
    problems.map(({ code }) => code)
  ]);
