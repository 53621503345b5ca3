import { jsonFormat } from '../json-format.ts';
import { hasName, placeOfRule, saysRules } from '../../tree/place.ts';

const TELLING = new Set(['allowedExposeHeaders']);

/** The body of Baidu BOS. https://cloud.baidu.com/doc/BOS/s/3ktlhikms */
export const bosJson = jsonFormat({
  id: 'bos-json',
  strict: true,
  holdsResponseVary: false,
  needsLists: true,
  names: [
    {
      allowedOrigins: 'allowedOrigins',
      allowedMethods: 'allowedMethods',
      allowedHeaders: 'allowedHeaders',
      exposeHeaders: 'allowedExposeHeaders',
      maxAgeSeconds: 'maxAgeSeconds'
    }
  ],
  holds: ({ rules }) => rules.every(({ id }) => id === null),
  place: placeOfRule(hasName(TELLING), 'corsConfiguration'),
  claims: saysRules(hasName(TELLING)),
  lists: 'arrays',
  wrap: (rules) => ({ corsConfiguration: rules })
});
