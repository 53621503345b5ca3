/** Which elements the formats in XML have, and in which. */
import { AZURE, AZURE_KEYS } from '../formats/azure-names.ts';
import * as azure from '../formats/azure-xml/outline.ts';
import type { FormatId } from '../format.ts';
import * as gcs from '../formats/gcs-xml/outline.ts';
import { isListField, RULE_KEYS, SINGULAR, type RuleKey } from '../rule-key.ts';
import * as s3 from '../formats/s3-xml/outline.ts';

export interface XmlField {
  key: RuleKey;
  name: string;
  /** The element of each value, where the field holds one for each. */
  item: string | null;
  /** True where the element stands once for each value. */
  repeats: boolean;
}

export interface XmlSchema {
  /** The elements around the rules, outermost first. */
  around: readonly string[];
  rule: string;
  vary: string | null;
  fields: readonly XmlField[];
  /** True where a list is one text with commas. */
  commas: boolean;
  /** True where a rule without its fields is no mistake. */
  mayBeBare: boolean;
}

const S3: XmlSchema = {
  around: [s3.ROOT],
  rule: s3.RULE,
  vary: s3.VARY,
  fields: RULE_KEYS.map((key) => ({
    key,
    name: SINGULAR[key],
    item: null,
    repeats: isListField(key)
  })),
  commas: false,
  mayBeBare: true
};

const AZURE_SCHEMA: XmlSchema = {
  around: [azure.ROOT, azure.HOLDER],
  rule: azure.RULE,
  vary: null,
  fields: AZURE_KEYS.map((key) => ({ key, name: AZURE[key], item: null, repeats: false })),
  commas: true,
  mayBeBare: false
};

const GCS: XmlSchema = {
  around: [gcs.ROOT],
  rule: gcs.RULE,
  vary: null,
  fields: [
    ...gcs.GROUPS.map((group) => ({ ...group, repeats: false })),
    { key: 'maxAgeSeconds', name: gcs.AGE, item: null, repeats: false }
  ],
  commas: false,
  mayBeBare: true
};

/** Of a format, or null where it is not in XML. */
export function xmlNames(format: FormatId): XmlSchema | null {
  if (format === 's3-xml') return S3;
  if (format === 'azure-xml') return AZURE_SCHEMA;
  return format === 'gcs-xml' ? GCS : null;
}
