import { jsonFormat } from '../json-format.ts';
import { hasName, placeOfRules, VARY } from '../../tree/place.ts';
import { PLURAL } from '../../rule-key.ts';

const TELLING = new Set([VARY]);

/**
 * The body of Volcengine TOS, in which every rule says for itself whether it answers `Vary`.
 * https://www.volcengine.com/docs/6349/74862
 */
export const tosJson = jsonFormat({
  id: 'tos-json',
  strict: true,
  holdsResponseVary: false,
  names: [PLURAL],
  beside: { [VARY]: false },
  place: placeOfRules,
  claims: ({ kind, rules }) => kind === 'CORSRules' && rules.some(hasName(TELLING)),
  wrap: (rules) => ({ CORSRules: rules })
});
