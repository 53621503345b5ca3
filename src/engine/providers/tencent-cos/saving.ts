/** What Tencent COS says when rules are saved. */
import type { ReadResult } from '../../1-read/format.ts';
import { compilePattern } from '../../2-bucket/pattern.ts';
import type { SavingResult } from '../provider.ts';
import { acceptance, rejection, storedAsWritten } from '../shared/saving.ts';

/** A refused rule set: the store's code, and the rule that it is about. */
type Refused = Pick<SavingResult, 'rule'> & { code: string };

export const METHODS = ['PUT', 'GET', 'POST', 'DELETE', 'HEAD'];

export const isDigits = (text: string): boolean => /^\d+$/.test(text);

/** Limits and forms that the PUT page names; the code and the words of a refusal are not documented. */
function refusalOf({ problems, ruleSet: { rules } }: ReadResult): Refused | null {
  const said = (code: string, rule: number | null = null): Refused => ({ code, rule });
  if (problems.some(({ code }) => code === 'text-too-long')) return said('XMLSizeLimit');
  if (problems.some(({ level }) => level === 'error')) return said('MalformedXML');
  if (rules.length === 0 || rules.length > 100) return said('MalformedXML');
  for (const [index, rule] of rules.entries()) {
    const { allowedOrigins, allowedMethods, exposeHeaders, maxAgeSeconds } = rule;
    if (allowedOrigins.length === 0 || allowedMethods.length === 0) {
      return said('MalformedXML', index);
    }
    const refused =
      allowedMethods.some(({ value }) => !METHODS.includes(value)) ||
      allowedOrigins.some(({ value }) => compilePattern(value).kind === 'never') ||
      exposeHeaders.some(({ value }) => value !== '*' && value.includes('*')) ||
      (maxAgeSeconds !== null && !isDigits(maxAgeSeconds.value));
    if (refused) return said('InvalidArgument', index);
  }
  return null;
}

/** Accepted rules are kept as sent: an SDK's own test reads back repetitions and letters' case unchanged. */
export function save(read: ReadResult): SavingResult {
  const refusal = refusalOf(read);
  return refusal === null
    ? acceptance(200, read.ruleSet.rules.map(storedAsWritten), 'documented')
    : rejection({ status: 400, message: null, evidence: 'inferred', ...refusal });
}
