import { jsonFormat } from '../json-format.ts';
import { hasName, placeOfRule, saysRules } from '../../tree/place.ts';

const TELLING = new Set(['allowed_method', 'allowed_header', 'exposed_header']);

/** The body of Qiniu Kodo. https://developer.qiniu.com/kodo/6095/configure-the-cors */
export const kodoJson = jsonFormat({
  id: 'kodo-json',
  strict: true,
  holdsResponseVary: false,
  lists: 'arrays',
  needsLists: true,
  names: [
    {
      allowedOrigins: 'allowed_origin',
      allowedMethods: 'allowed_method',
      allowedHeaders: 'allowed_header',
      exposeHeaders: 'exposed_header',
      maxAgeSeconds: 'max_age'
    }
  ],
  holds: ({ rules }) => rules.every(({ id }) => id === null),
  place: placeOfRule(hasName(TELLING), null),
  claims: saysRules(hasName(TELLING)),
  wrap: (rules) => rules
});
