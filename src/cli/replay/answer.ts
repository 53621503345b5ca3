import { FieldReader } from './fields.ts';
import { kinds } from './kinds.ts';
import { idSource } from './id-source.ts';
import { MAX_LINE_BYTES, type InputLine } from './lines.ts';
import { lineError, type LineRefusal } from './refusal.ts';
import type { RuleCache } from './rule-cache.ts';

/** One line of the output, without its line feed. */
export interface OutputLine {
  json: string;
  refused: boolean;
}

const KINDS = new Map(kinds.map((kind) => [kind.name, kind]));

/** Answers one line. Whatever the line holds, there is an answer, with the id of the line as it is written there. */
export function answerLine(line: InputLine, rules: RuleCache): OutputLine {
  if (typeof line !== 'string') return refused('null', unreadableLine(line.code));
  const value = parse(line);
  if (value === undefined) return refused('null', { code: 'line-not-json', args: {} });
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refused('null', { code: 'line-not-object', args: {} });
  }
  const json = value as Record<string, unknown>;
  const id = idSource(line, json['id']);
  const fields = new FieldReader(json);
  try {
    const answer = answerFields(fields, rules);
    if (answer !== null) return { json: `{"id":${id},${answer.slice(1)}`, refused: false };
    return refused(id, fields.refusal ?? { code: 'failed', args: { reason: '' } });
  } catch (error) {
    // A fault of ours: the lines after it still get their answers.
    const reason = error instanceof Error ? error.message : String(error);
    return refused(id, { code: 'failed', args: { reason } });
  }
}

function answerFields(fields: FieldReader, rules: RuleCache): string | null {
  const name = fields.text('kind');
  if (fields.refusal !== null) return null;
  const kind = KINDS.get(name);
  if (kind !== undefined) return kind.answer(fields, rules);
  const args = { value: name.slice(0, 80), allowed: [...KINDS.keys()].join(', ') };
  fields.refuse({ code: 'kind-unknown', args });
  return null;
}

/** Undefined, which JSON has no word for, where the text is not JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function unreadableLine(code: 'line-too-long' | 'line-not-utf8'): LineRefusal {
  return code === 'line-too-long'
    ? { code, args: { megabytes: MAX_LINE_BYTES / 1024 / 1024 } }
    : { code, args: {} };
}

function refused(id: string, refusal: LineRefusal): OutputLine {
  return { json: `{"id":${id},"error":${JSON.stringify(lineError(refusal))}}`, refused: true };
}
