import type { Span } from '../model.ts';
import { azureArmJson } from './formats/azure-json/arm.ts';
import { azureCliJson } from './formats/azure-json/cli.ts';
import { azureXml } from './formats/azure-xml/index.ts';
import { b2Json } from './formats/b2-json.ts';
import { cloudformationJson } from './formats/cloudformation/json.ts';
import { cloudformationYaml } from './formats/cloudformation/yaml.ts';
import { cosJsJson } from './formats/cos-js-json.ts';
import { cosPythonJson } from './formats/cos-python-json.ts';
import type { FormatId, ReadResult, Syntax } from './format.ts';
import type { Document, Format } from './formats/format.ts';
import { gcsApiJson } from './formats/gcs-api-json.ts';
import { gcsJson } from './formats/gcs-json.ts';
import { gcsXml } from './formats/gcs-xml/index.ts';
import { PROBLEMS, type Problem } from './problem.ts';
import { reportTo } from './report.ts';
import { minioSetting } from './formats/minio-setting.ts';
import { r2WranglerJson } from './formats/r2-wrangler-json.ts';
import { s3ConsoleJson } from './formats/s3-console-json.ts';
import { s3Json } from './formats/s3-json.ts';
import { s3Xml } from './formats/s3-xml/index.ts';
import { swiftHeaders } from './formats/swift-headers.ts';
import { TERRAFORM_RULES } from './formats/terraform/resource.ts';
import { terraform } from './formats/terraform/index.ts';
import { recognise, syntaxOf } from './syntaxes.ts';
import { isHollow } from './xml/parse.ts';

/** Every way of writing rules down. A text is read by the first that takes it, so the stricter stand before the laxer. */
export const FORMATS: readonly Format[] = [
  gcsXml,
  s3Xml,
  azureXml,
  gcsJson,
  gcsApiJson,
  r2WranglerJson,
  b2Json,
  azureCliJson,
  azureArmJson,
  cloudformationJson,
  s3Json,
  s3ConsoleJson,
  cosPythonJson,
  cosJsJson,
  minioSetting,
  swiftHeaders,
  cloudformationYaml,
  ...terraform
];

/** Every format by its id, in no order that matters. */
export const FORMAT_IDS: readonly FormatId[] = FORMATS.map(({ id }) => id);

/** UTF-8 bytes that S3, COS and OBS take at most: docs/facts/s3.md 1.1, docs/facts/cos-oss-obs.md 1.1 and 3.1. */
export const STORE_LIMIT = 65_536;
/** UTF-16 code units; a longer text is not read. */
export const TEXT_LIMIT = 1_000_000;
/** No store takes more than 100. */
export const RULE_LIMIT = 1_000;

/** What holds the rules in the formats of each grammar, for a text that holds none. */
const S3_RULES = ['CORSConfiguration', 'CORSRules', 'CORSRule'];
const RULES_NAMES: Readonly<Record<Syntax, string[]>> = {
  xml: S3_RULES,
  json: S3_RULES,
  headers: S3_RULES,
  yaml: ['CorsConfiguration'],
  hcl: [...TERRAFORM_RULES]
};

export function formatOf(id: FormatId): Format {
  return FORMATS.find((format) => format.id === id) ?? s3Xml;
}

/**
 * The one door: any text in, every rule that can be read and every problem out. It never throws and is linear in the
 * text. An empty text has no rules and no problem. Reports `text-not-read`, `format-unknown`, `rules-not-found`,
 * `rules-too-many` and `text-too-long` beside what its parts report.
 */
export function readRules(text: string): ReadResult {
  if (text.length > TEXT_LIMIT) {
    const result = unread(text);
    const span = { from: TEXT_LIMIT, to: text.length };
    reportTo(result.problems)('text-not-read', { length: text.length, limit: TEXT_LIMIT }, span);
    return finish(result);
  }
  const result = readDocument(text);
  const report = reportTo(result.problems);
  const bytes = bytesOf(text);
  const isSent = result.format === null || !formatOf(result.format).isTemplate;
  if (isSent && bytes > STORE_LIMIT)
    report('text-too-long', { bytes, limit: STORE_LIMIT }, firstLine(text));
  const [beyond] = result.ruleSet.rules.splice(RULE_LIMIT);
  if (beyond) report('rules-too-many', { limit: RULE_LIMIT }, beyond.span);
  return finish(result);
}

/** Length in UTF-8; a text of ASCII, as nearly all are, needs no encoding to tell. */
const bytesOf = (text: string): number =>
  /[^\0-\x7f]/.test(text) ? new TextEncoder().encode(text).length : text.length;

type UnfinishedReading = Omit<ReadResult, 'complete'>;

function unread(text: string): UnfinishedReading {
  const ruleSet = { rules: [], responseVary: null };
  return { format: null, syntax: syntaxOf(text), ruleSet, problems: [] };
}

/** Amazon's namespace on the root. Stores that took its XML over take a text with it or without. */
const AMAZONS =
  /<(?:[\w-]+:)?CORSConfiguration\s[^<>]*?\bxmlns(?::[\w-]+)?\s*=\s*["']https?:\/\/s3\.amazonaws\.com\//;
const amazons = (text: string, syntax: Syntax): Pick<ReadResult, 'amazons'> =>
  syntax === 'xml' && AMAZONS.test(text) ? { amazons: true } : {};

function readDocument(text: string): UnfinishedReading {
  const document = recognise(text);
  for (const format of document ? FORMATS : []) {
    const reading = document && format.read(document);
    if (reading)
      return {
        format: format.id,
        syntax: format.syntax,
        ...reading,
        ...said(document),
        ...amazons(text, format.syntax)
      };
  }
  const result = unread(text);
  result.problems = [...(document?.problems ?? [])];
  const report = reportTo(result.problems);
  if (!document && text.trim() !== '') report('format-unknown', {}, firstLine(text));
  if (document && !result.problems.some(loses)) {
    report('rules-not-found', { names: RULES_NAMES[document.syntax] }, firstLine(text));
  }
  return { ...result, ...said(document) };
}

const said = (document: Document | null): Pick<ReadResult, 'hollow'> =>
  document?.syntax === 'xml' && isHollow(document) ? { hollow: true } : {};

function finish(result: UnfinishedReading): ReadResult {
  const problems = result.problems.sort((a, b) => a.span.from - b.span.from);
  return { ...result, problems, complete: !problems.some(loses) };
}

function loses({ code }: Problem): boolean {
  return PROBLEMS[code].loses;
}

/** The first line that is not blank, where what concerns the whole text is shown. */
function firstLine(text: string): Span {
  const from = text.length - text.trimStart().length;
  const end = text.slice(from).search(/[\r\n]/);
  return { from, to: end === -1 ? text.length : from + end };
}
