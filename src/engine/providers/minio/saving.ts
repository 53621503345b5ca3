/** What MinIO says when rules are saved. */
import type { ReadResult } from '../../1-read/format.ts';
import type { RuleSet } from '../../model.ts';
import type { SavingResult } from '../provider.ts';
import { acceptance, rejection, storedAsWritten } from '../shared/saving.ts';

/** Rules of a bucket have methods; the server's setting has none. */
export const settingOf = ({ rules }: Pick<RuleSet, 'rules'>) =>
  rules.filter(({ allowedMethods }) => allowedMethods.length === 0).slice(0, 1);

/** The community server takes no rules for a bucket. With an empty member in its list it does not start. */
export function save({ format, ruleSet }: ReadResult): SavingResult {
  const evidence = 'documented';
  if (format !== 'minio-setting') {
    const message = 'A header you provided implies functionality that is not implemented';
    return rejection({ status: 501, code: 'NotImplemented', message, rule: null, evidence });
  }
  const setting = settingOf(ruleSet);
  const hole = setting.some((rule) => rule.allowedOrigins.some(({ value }) => value === ''));
  return hole
    ? rejection({ status: 400, code: null, message: 'invalid cors value', rule: 0, evidence })
    : acceptance(200, setting.map(storedAsWritten), evidence);
}
