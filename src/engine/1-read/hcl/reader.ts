/** What the readers of HCL's bodies and values share: their place in the tokens. */
import type { HclToken } from './tokens.ts';
import { DEPTH_LIMIT, type ReportProblem } from '../report.ts';

export interface HclReader {
  text: string;
  tokens: HclToken[];
  /** Index of the token to be read. */
  next: number;
  report: ReportProblem;
  /** True where the text nests too deep and the rest of it is left unread. */
  stopped: boolean;
}

export function currentToken(reader: HclReader): HclToken {
  return reader.tokens[reader.next] as HclToken;
}

export function endOfLast(reader: HclReader): number {
  return reader.tokens[reader.next - 1]?.span.to ?? 0;
}

/** True where a member or a block begins at the token that is to be read. */
export function beginsMember({ tokens, next }: HclReader): boolean {
  const [token, after] = [tokens[next], tokens[next + 1]];
  if (token?.kind !== 'word' || !token.first || !after || after.first) return false;
  return after.kind === '=' || after.kind === '{' || after.kind === 'string';
}

/** Leaves the rest of the text unread where it goes too deep. */
export function tooDeep(reader: HclReader, depth: number): boolean {
  if (depth <= DEPTH_LIMIT) return false;
  if (!reader.stopped) {
    reader.report('nesting-too-deep', { limit: DEPTH_LIMIT }, currentToken(reader).span);
  }
  reader.stopped = true;
  reader.next = reader.tokens.length - 1;
  return true;
}
