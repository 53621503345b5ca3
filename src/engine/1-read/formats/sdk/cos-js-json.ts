import { jsonFormat } from '../json-format.ts';
import { PLURAL, SINGULAR } from '../../rule-key.ts';

/**
 * The argument of `putBucketCors` in COS's SDKs for JavaScript and Node. It is the most tolerant of the JSON formats:
 * it takes both spellings, of which the plural one wins, lone strings for lists and a lone rule for a list of rules.
 * docs/facts/cos-oss-obs.md 1.1, https://github.com/tencentyun/cos-js-sdk-v5
 */
export const cosJsJson = jsonFormat({
  id: 'cos-js-json',
  strict: false,
  holdsResponseVary: true,
  names: [SINGULAR, PLURAL],
  claims: ({ kind }) => kind !== 'CORSRule',
  wrap: (rules, responseVary) => ({
    CORSRules: rules,
    ...(responseVary !== null && { ResponseVary: responseVary })
  })
});
