/** How Azure Storage spells a rule, and what its formats can say. */
import { LIST_FIELDS, type RuleSet } from '../../model.ts';
import { isCommaList } from '../text/comma-list.ts';
import { plainRule } from '../plain.ts';
import type { RuleKey } from '../rule-key.ts';

export type AzureKey = Exclude<RuleKey, 'id'>;
type AzureNames = Readonly<Record<AzureKey, string>>;

/** What a rule of Azure Storage says, all of which it must say, in the order of its pages. */
export const AZURE_KEYS = [
  'allowedOrigins',
  'allowedMethods',
  'maxAgeSeconds',
  'exposeHeaders',
  'allowedHeaders'
] as const satisfies AzureKey[];

/** REST XML, PowerShell and the older SDKs and command lines. */
export const AZURE: AzureNames = {
  allowedOrigins: 'AllowedOrigins',
  allowedMethods: 'AllowedMethods',
  allowedHeaders: 'AllowedHeaders',
  exposeHeaders: 'ExposedHeaders',
  maxAgeSeconds: 'MaxAgeInSeconds'
};

/** The same in the JSON of the resource manager and of the command line. */
export const AZURE_CAMEL: AzureNames = {
  allowedOrigins: 'allowedOrigins',
  allowedMethods: 'allowedMethods',
  allowedHeaders: 'allowedHeaders',
  exposeHeaders: 'exposedHeaders',
  maxAgeSeconds: 'maxAgeInSeconds'
};

/** False where a rule has an id, for which Azure has no place. */
export const holdsWithoutId = ({ rules }: RuleSet): boolean => rules.every(({ id }) => id === null);

/** The same where lists are one text each. */
export const holdsInCommas = (ruleSet: RuleSet): boolean =>
  holdsWithoutId(ruleSet) &&
  ruleSet.rules
    .map(plainRule)
    .every((rule) => LIST_FIELDS.every((field) => isCommaList(rule[field])));
