import type { RuleSet } from '../model.ts';
import type { Problem } from './problem.ts';

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
  | 'oss-js-json'
  | 'obs-js-json'
  | 'tos-json'
  | 'kodo-json'
  | 'qingstor-json'
  | 'bos-json'
  | 's3-camel-json'
  | 's3-snake-json'
  | 'gcs-yaml'
  | 'gcs-code-json'
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

/** The kinds of what stands around rules; `typography` is no wrapping but the text's own signs. */
export type WrappingKind = 'code' | 'quoted' | 'block' | 'output' | 'form' | 'typography';

export type WrapLanguage =
  | 'JavaScript'
  | 'Python'
  | 'Java'
  | 'Go'
  | 'PHP'
  | 'Ruby'
  | 'C#'
  | 'PowerShell'
  | 'Bicep'
  | 'shell'
  | 'Markdown';

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
  /** What the rules stand in, where the text holds more than them; absent where it is the rules and no more. */
  wrapping?: WrappingKind;
  /** The language of what stands around, where it can be told. */
  language?: WrapLanguage;
  /** True for XML that says nothing at all. */
  hollow?: boolean;
  /** True for XML whose root carries Amazon's namespace. */
  amazons?: boolean;
}
