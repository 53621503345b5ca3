import { LIST_FIELDS, type ListField } from '../model.ts';

/** What a rule can hold. */
export type RuleKey = 'id' | ListField | 'maxAgeSeconds';

/** In the order in which every store's page names them, and in which they are printed. */
export const RULE_KEYS = ['id', ...LIST_FIELDS, 'maxAgeSeconds'] as const satisfies RuleKey[];

/** How one format spells the names of a rule. */
export type RuleNames = Readonly<Record<RuleKey, string>>;

/**
 * The same in a tree. A field without a name cannot be said. Two fields of one name are one list, read into both. A dot
 * parts the name of an object from that of a member in it.
 */
export type FieldNames = Readonly<Partial<RuleNames>>;

/** REST XML, and every SDK that mirrors it: one name, repeated for each value. */
export const SINGULAR: RuleNames = {
  id: 'ID',
  allowedOrigins: 'AllowedOrigin',
  allowedMethods: 'AllowedMethod',
  allowedHeaders: 'AllowedHeader',
  exposeHeaders: 'ExposeHeader',
  maxAgeSeconds: 'MaxAgeSeconds'
};

/** The JSON of the AWS SDKs: one name for a list of values. */
export const PLURAL: RuleNames = {
  id: 'ID',
  allowedOrigins: 'AllowedOrigins',
  allowedMethods: 'AllowedMethods',
  allowedHeaders: 'AllowedHeaders',
  exposeHeaders: 'ExposeHeaders',
  maxAgeSeconds: 'MaxAgeSeconds'
};

export function isListField(key: RuleKey): key is ListField {
  return key !== 'id' && key !== 'maxAgeSeconds';
}

/** The key that `name` stands for in a spelling, the first of those that share it, or null. */
export function keyOfName(names: FieldNames, name: string): RuleKey | null {
  return RULE_KEYS.find((key) => names[key] === name) ?? null;
}
