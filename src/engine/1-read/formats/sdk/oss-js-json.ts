import { jsonFormat } from '../json-format.ts';
import { hasName, placeOfRule, saysRules } from '../../tree/place.ts';

const TELLING = new Set(['allowedOrigin', 'allowedMethod', 'allowedHeader', 'exposeHeader']);

/**
 * The argument of `putBucketCORS` in ali-oss, the SDK of Alibaba Cloud OSS for JavaScript, which takes lone texts for lists. OBS's
 * SDK for Python spells a rule in the same way, but for its age.
 * https://github.com/ali-sdk/ali-oss#putbucketcorsname-rules-options
 */
export const ossJsJson = jsonFormat({
  id: 'oss-js-json',
  strict: false,
  holdsResponseVary: false,
  lists: 'arrays',
  names: [
    {
      id: 'id',
      allowedOrigins: 'allowedOrigin',
      allowedMethods: 'allowedMethod',
      allowedHeaders: 'allowedHeader',
      exposeHeaders: 'exposeHeader',
      maxAgeSeconds: 'maxAgeSeconds'
    },
    { maxAgeSeconds: 'maxAgeSecond' }
  ],
  place: placeOfRule(hasName(TELLING), null),
  claims: saysRules(hasName(TELLING)),
  wrap: (rules) => rules
});
