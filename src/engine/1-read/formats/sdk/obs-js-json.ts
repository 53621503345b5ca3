import { jsonFormat } from '../json-format.ts';
import { hasName, placeOfRule } from '../../tree/place.ts';
import { SINGULAR } from '../../rule-key.ts';
import { LIST_FIELDS } from '../../../model.ts';

const TELLING = new Set<string>(LIST_FIELDS.map((field) => SINGULAR[field]));

/**
 * The argument of `setBucketCors` in the SDKs of Huawei Cloud OBS for JavaScript.
 * https://support.huaweicloud.com/intl/en-us/sdk-nodejs-devg-obs/obs_29_0213.html
 */
export const obsJsJson = jsonFormat({
  id: 'obs-js-json',
  strict: false,
  holdsResponseVary: false,
  lists: 'arrays',
  names: [SINGULAR],
  place: placeOfRule(hasName(TELLING), 'CorsRules'),
  claims: ({ key, rules, singular }) =>
    key?.key === 'CorsRules' && (rules.length === 0 || singular),
  wrap: (rules) => ({ CorsRules: rules })
});
