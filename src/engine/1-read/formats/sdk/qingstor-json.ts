import type { RuleSet } from '../../../model.ts';
import { jsonFormat } from '../json-format.ts';
import { hasName, placeOfRule } from '../../tree/place.ts';

const TELLING = new Set(['allowed_origin']);

/** True where every rule has one origin, which is all that a rule can say, and no id. */
const holds = ({ rules }: RuleSet): boolean =>
  rules.every(({ id, allowedOrigins }) => id === null && allowedOrigins.length === 1);

/** The body of QingStor, in which a rule has one origin and it is no list. https://docsv4.qingcloud.com/user_guide/storage/object_storage/api/bucket/cors/put_cors/ */
export const qingstorJson = jsonFormat({
  id: 'qingstor-json',
  strict: true,
  holdsResponseVary: false,
  lists: 'arrays',
  names: [
    {
      allowedOrigins: 'allowed_origin',
      allowedMethods: 'allowed_methods',
      allowedHeaders: 'allowed_headers',
      exposeHeaders: 'expose_headers',
      maxAgeSeconds: 'max_age_seconds'
    }
  ],
  holds,
  place: placeOfRule(hasName(TELLING), 'cors_rules'),
  claims: ({ rules }) => rules.some(hasName(TELLING)),
  wrap: (rules) => ({ cors_rules: rules })
});
