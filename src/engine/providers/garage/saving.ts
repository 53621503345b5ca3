/** What Garage says when rules are saved. */
import type { ReadResult } from '../../1-read/format.ts';
import type { Refusal } from '../../2-bucket/store.ts';
import type { Rule } from '../../model.ts';
import type { SavingResult } from '../provider.ts';
import { isAge } from '../families/s3/lineage.ts';
import { documentFault, firstFault, repeats } from '../families/s3/saving.ts';
import { acceptance, rejection, storedAsWritten } from '../shared/saving.ts';

export const badRequest = (message: string): Refusal => ({
  status: 400,
  code: 'InvalidRequest',
  message: `Bad request: ${message}`
});

const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/** Any token is a method, `*` and OPTIONS among them; names must be such as HTTP allows. Rules are not counted. */
function faultOf({ allowedMethods, allowedHeaders, exposeHeaders }: Rule): string | null {
  if (allowedMethods.some(({ value }) => !TOKEN.test(value))) return 'Invalid CORSRule method';
  const names = [...allowedHeaders, ...exposeHeaders];
  return names.every(({ value }) => TOKEN.test(value)) ? null : 'Invalid HTTP header name';
}

/** A document that does not fit the schema: its words are the XML library's. */
function isMalformed(read: ReadResult): boolean {
  return (
    documentFault(read) !== null ||
    read.ruleSet.rules.some(
      (rule) =>
        rule.allowedOrigins.length === 0 ||
        rule.allowedMethods.length === 0 ||
        (rule.maxAgeSeconds !== null && !isAge(rule.maxAgeSeconds.value)) ||
        repeats(read, rule, 'MaxAgeSeconds') ||
        repeats(read, rule, 'ID')
    )
  );
}

/** https://git.deuxfleurs.fr/Deuxfleurs/garage/src/branch/main-v1/src/api/s3/cors.rs */
export function save(read: ReadResult): SavingResult {
  const { rules } = read.ruleSet;
  const evidence = 'documented';
  if (isMalformed(read) || rules.length === 0) {
    return rejection({ status: 400, code: 'MalformedXML', message: null, rule: null, evidence });
  }
  const fault = firstFault(rules, (rule) => {
    const reason = faultOf(rule);
    return reason === null ? null : badRequest(reason);
  });
  if (fault === null) return acceptance(200, rules.map(storedAsWritten), evidence);
  const { code, message, rule } = fault;
  return rejection({ status: 400, code, message, rule, evidence });
}
