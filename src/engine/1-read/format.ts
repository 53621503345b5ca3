import type { Change, RuleSet, TextEdit } from '../model.ts';
import type { HclDocument } from './hcl/tree.ts';
import type { HeadersDocument } from './headers/parse.ts';
import type { RuleReading } from './tree/rule.ts';
import type { JsonDocument } from './json/parse.ts';
import type { Problem } from './problem.ts';
import type { XmlDocument } from './xml/parse.ts';
import type { YamlDocument } from './yaml/parse.ts';

export type FormatId =
  | 's3-xml'
  | 's3-json'
  | 's3-console-json'
  | 'gcs-json'
  | 'gcs-api-json'
  | 'gcs-xml'
  | 'r2-wrangler-json'
  | 'b2-json'
  | 'cos-js-json'
  | 'cos-python-json'
  | 'swift-headers'
  | 'minio-setting'
  | 'azure-xml'
  | 'azure-cli-json'
  | 'azure-arm-json'
  | 'cloudformation-json'
  | 'cloudformation-yaml'
  | 'terraform-aws'
  | 'terraform-google'
  | 'terraform-azure'
  | 'terraform-tencentcloud'
  | 'terraform-alicloud'
  | 'terraform-huaweicloud'
  | 'terraform-cloudflare'
  | 'terraform-digitalocean'
  | 'terraform-b2';

/** The grammar below a format: what an editor highlights by. */
export type Syntax = 'xml' | 'json' | 'headers' | 'yaml' | 'hcl';

/** A text whose grammar is read and whose names are not. */
export type Document = XmlDocument | JsonDocument | HeadersDocument | YamlDocument | HclDocument;

/** What a reader found. */
export interface ReadResult {
  /** Null where the text is of no known format, or empty. */
  format: FormatId | null;
  syntax: Syntax | null;
  /** Every rule that could be read, in the order of the text. */
  ruleSet: RuleSet;
  /** Sorted by offset. */
  problems: Problem[];
  /** True where nothing of the text was lost, so that a verdict on `ruleSet` is one on the text. */
  complete: boolean;
  /** As in {@link FormatReading}. */
  prefixed?: boolean;
  /** True for XML that says nothing at all. */
  hollow?: boolean;
}

/** What one format makes of a document. */
export interface FormatReading {
  ruleSet: RuleSet;
  /** True where names carry a namespace prefix, which some stores do not look behind. */
  prefixed?: boolean;
  /** Those of the document, and those of its names and values; in no order. */
  problems: Problem[];
}

/** One way of writing rules down. */
export interface Format {
  id: FormatId;
  syntax: Syntax;
  /** How a rule is spelled where it is an object that is written the same wherever it stands. */
  spelling?: Pick<RuleReading, 'names' | 'lists' | 'methods'>;
  /** True where rules are a part of a text that no store gets as a whole. */
  isTemplate?: true;
  /** False where rules in this format cannot say `ResponseVary`, so that printing drops it. */
  holdsResponseVary: boolean;
  /** False where printing would lose something else; absent where this format can say every rule set. */
  holds?(ruleSet: RuleSet): boolean;
  /** Null where the document has not the shape of this format. */
  read(document: Document): FormatReading | null;
  /** The rule set in this format, LF line ends, closed by one. */
  print(ruleSet: RuleSet): string;
  /**
   * The edits of `text`, which `ruleSet` was read from, that make one change and leave every other byte alone.
   * Indentation, line ends and key spelling follow the text around. What is taken out leaves with its line where it
   * stands there alone, and with its comma; a rule that moves keeps its own text. Comments outside of a rule stay where
   * they are, since nothing says whether they speak of it. Empty where the text has no place for the change.
   */
  edit(text: string, ruleSet: RuleSet, change: Change): TextEdit[];
}
