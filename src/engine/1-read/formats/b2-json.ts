import type { PlainRule, RuleSet } from '../../model.ts';
import { jsonFormat } from './json-format.ts';
import { placeInList, placeUnder } from '../tree/place.ts';
import { plainRule } from '../plain.ts';

/** Operations of B2's S3 API; those of the native API have no method for a name, and stay as they are written. */
const METHODS = new Map([
  ['s3_delete', 'DELETE'],
  ['s3_get', 'GET'],
  ['s3_head', 'HEAD'],
  ['s3_post', 'POST'],
  ['s3_put', 'PUT']
]);
const OPERATIONS = new Map([...METHODS].map(([operation, method]) => [method, operation]));

/** The method that an operation of the S3 API is, and every other word as it is. */
export const methodOf = (operation: string): string => METHODS.get(operation) ?? operation;

/** The operation that a method is in B2's own words, and every other word as it is. */
export const operationOf = (method: string): string => OPERATIONS.get(method) ?? method;

/** A rule must have a name, of six characters at least and its own. */
export function withName(rule: PlainRule, others: readonly PlainRule[]): PlainRule {
  if (rule.id !== null) return rule;
  const taken = new Set(others.map(({ id }) => id));
  let number = 1;
  while (taken.has(`rule-${String(number)}`)) number++;
  return { ...rule, id: `rule-${String(number)}` };
}

/** False where a rule has no name, or allows as a method what is an operation's name. */
export const holdsForB2 = ({ rules }: RuleSet): boolean =>
  rules
    .map(plainRule)
    .every(
      ({ id, allowedMethods }) =>
        id !== null && allowedMethods.every((method) => methodOf(operationOf(method)) === method)
    );

/** Keys that no other store's rules have. */
const TELLING = new Set(['corsRuleName', 'allowedOperations']);

/**
 * The argument of `b2 bucket update --cors-rules`, or a bucket as the native API writes it. Operations of the S3 API are
 * read as the methods that they are, and written as operations again. https://www.backblaze.com/docs/cloud-storage-cross-origin-resource-sharing-rules
 */
export const b2Json = jsonFormat({
  id: 'b2-json',
  strict: true,
  holdsResponseVary: false,
  holds: holdsForB2,
  names: [
    {
      id: 'corsRuleName',
      allowedOrigins: 'allowedOrigins',
      allowedMethods: 'allowedOperations',
      allowedHeaders: 'allowedHeaders',
      exposeHeaders: 'exposeHeaders',
      maxAgeSeconds: 'maxAgeSeconds'
    }
  ],
  place: (document) => placeUnder('corsRules', document) ?? placeInList(document),
  claims: ({ kind, node, rules }) =>
    (kind === 'other' && node?.type === 'array' && node.items.length === 0) ||
    rules.some(({ members }) => members.some(({ key }) => TELLING.has(key))),
  methods: { read: methodOf, write: operationOf },
  complete: withName,
  wrap: (rules) => rules
});
