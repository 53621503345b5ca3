/** Which elements the formats in XML have, and in which. */
import { AZURE, AZURE_KEYS } from './azure-names.ts';
import * as azure from './azure-xml/outline.ts';
import type { FormatId } from '../format.ts';
import * as gcs from './gcs-xml/outline.ts';
import { isListField, RULE_KEYS, SINGULAR } from '../rule-key.ts';
import type { XmlSchema } from '../xml/schema.ts';
import * as s3 from './s3-xml/outline.ts';

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
