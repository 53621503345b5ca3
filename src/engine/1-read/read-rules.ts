import type { Rule, Span, WrittenValue } from '../model.ts';
import { rememberingLast } from './text/last-text.ts';
import { wrappingsIn } from './wrapping/find.ts';
import { languageOf } from './wrapping/language.ts';
import { typographyIn } from './wrapping/typography.ts';
import type { Wrapping } from './wrapping/wrapping.ts';
import { azureArmJson } from './formats/azure-json/arm.ts';
import { azureCliJson } from './formats/azure-json/cli.ts';
import { azureXml } from './formats/azure-xml/index.ts';
import { b2Json } from './formats/b2-json.ts';
import { cloudformationJson } from './formats/cloudformation/json.ts';
import { cloudformationYaml } from './formats/cloudformation/yaml.ts';
import { cosJsJson } from './formats/sdk/cos-js-json.ts';
import { cosPythonJson } from './formats/sdk/cos-python-json.ts';
import { bosJson } from './formats/sdk/bos-json.ts';
import { gcsCodeJson } from './formats/sdk/gcs-code-json.ts';
import { gcsYaml } from './formats/gcs-yaml.ts';
import { kodoJson } from './formats/sdk/kodo-json.ts';
import { obsJsJson } from './formats/sdk/obs-js-json.ts';
import { ossJsJson } from './formats/sdk/oss-js-json.ts';
import { qingstorJson } from './formats/sdk/qingstor-json.ts';
import { s3CamelJson } from './formats/sdk/s3-camel-json.ts';
import { s3SnakeJson } from './formats/sdk/s3-snake-json.ts';
import { tosJson } from './formats/sdk/tos-json.ts';
import type { FormatId, ReadResult, Syntax } from './format.ts';
import type { Document, Format } from './formats/format.ts';
import { gcsApiJson } from './formats/gcs-api-json.ts';
import { gcsJson } from './formats/gcs-json.ts';
import { gcsXml } from './formats/gcs-xml/index.ts';
import { CODE_SPELLINGS, PROBLEMS, type Problem } from './problem.ts';
import { excerpt, reportTo } from './report.ts';
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
  kodoJson,
  qingstorJson,
  bosJson,
  ossJsJson,
  obsJsJson,
  s3CamelJson,
  s3SnakeJson,
  azureCliJson,
  azureArmJson,
  cloudformationJson,
  gcsCodeJson,
  tosJson,
  s3Json,
  s3ConsoleJson,
  cosPythonJson,
  cosJsJson,
  minioSetting,
  swiftHeaders,
  cloudformationYaml,
  gcsYaml,
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
  const isSent =
    result.wrapping === undefined &&
    (result.format === null || !formatOf(result.format).isTemplate);
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

/** The text as it stands, or where that is not the rules and no more, what stands in it. */
function readDocument(text: string): UnfinishedReading {
  const plain = readPlain(text);
  if (isRead(plain) || text.trim() === '') return plain;
  const wrapped = unwrapped(text);
  if (!wrapped) return plain;
  return tellsMore(text, wrapped, plain) ? wrapped.reading : plain;
}

/** True where what stands in a text is what it is about, and not a broken text of its own grammar. */
function tellsMore(
  text: string,
  { wrapping, reading }: Unwrapped,
  { format, syntax, problems }: UnfinishedReading
): boolean {
  const isWhole = !reading.problems.some(loses);
  const errors = (found: readonly Problem[]) =>
    found.filter(({ level }) => level === 'error').length;
  if (wrapping.kind === 'typography') {
    return isWhole && (format === null || errors(reading.problems) - 1 < errors(problems));
  }
  if (format !== null) return isWhole && problems.some(({ code }) => code === 'json-after-end');
  if (syntax === null || wrapping.kind === 'form') return syntax === null;
  const begins = wrapping.span.from <= text.length - text.trimStart().length;
  return isWhole && !(begins && syntax !== 'json');
}

/** True where nothing is left to find. */
const isRead = ({ format, problems }: UnfinishedReading): boolean =>
  format !== null && !problems.some(({ level }) => level === 'error');

/** What stands in a text that is more than rules: where, and what is read of it. */
interface Unwrapped {
  wrapping: Wrapping;
  /** The rules with their places in the view. */
  inside: UnfinishedReading;
  /** The rules with their places in the text. */
  reading: UnfinishedReading;
}

function* placesIn(text: string): Generator<Wrapping> {
  yield* typographyIn(text);
  yield* wrappingsIn(text);
}

/** The first place in a text whose rules are read without a loss, else the first that has any; null where none has. */
export const unwrapped = rememberingLast((text: string): Unwrapped | null => {
  let best: Unwrapped | null = null;
  for (const wrapping of placesIn(text)) {
    const inside = readPlain(wrapping.view.text);
    if (inside.format === null) continue;
    if (inside.ruleSet.rules.length === 0 && wrapping.kind !== 'output') continue;
    if (describesCall(inside)) continue;
    const reading = inText(text, wrapping, inside);
    if (!inside.problems.some(loses)) return { wrapping, inside, reading };
    best ??= { wrapping, inside, reading };
  }
  return best;
});

/** Names in lower case that stand in the description of a call, beside its `method`, and in no rule. */
const CALL_NAMES = new Set(
  'url uri baseurl hostname headers header body data postdata httpversion querystring cookies credentials mode referrer'.split(
    ' '
  )
);

const describesCall = ({ problems }: UnfinishedReading): boolean =>
  problems.some(
    ({ code, args }) =>
      code === 'name-unknown' && 'name' in args && CALL_NAMES.has(String(args.name).toLowerCase())
  );

/** A reading of a view as one of the text around. */
function inText(text: string, wrapping: Wrapping, inside: UnfinishedReading): UnfinishedReading {
  const { place } = wrapping.view;
  const moved = (value: WrittenValue): WrittenValue => ({ ...value, span: place(value.span) });
  const rules = inside.ruleSet.rules.map((rule): Rule => ({
    span: place(rule.span),
    id: rule.id && moved(rule.id),
    allowedOrigins: rule.allowedOrigins.map(moved),
    allowedMethods: rule.allowedMethods.map(moved),
    allowedHeaders: rule.allowedHeaders.map(moved),
    exposeHeaders: rule.exposeHeaders.map(moved),
    maxAgeSeconds: rule.maxAgeSeconds && moved(rule.maxAgeSeconds)
  }));
  const { responseVary } = inside.ruleSet;
  const problems = inside.problems
    .filter(({ code }) => !wrapping.isCode || !CODE_SPELLINGS.has(code))
    .map((problem) => placed(text, problem, place(problem.span)));
  const language = wrapping.isCode || wrapping.kind === 'quoted' ? languageOf(text) : null;
  return {
    ...inside,
    ruleSet: { rules, responseVary: responseVary && moved(responseVary) },
    problems: [...(wrapping.problems ?? []), ...problems],
    wrapping: wrapping.kind,
    ...(language && { language })
  };
}

/** The problem where it stands in the text; what is computed is named as it is written there. */
function placed(text: string, problem: Problem, span: Span): Problem {
  if (problem.code !== 'value-computed') return { ...problem, span };
  const expression = excerpt(text.slice(span.from, span.to));
  return { ...problem, args: { ...problem.args, expression }, span };
}

/** A text that is read for itself, whatever stands in it. */
function readPlain(text: string): UnfinishedReading {
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
  const other = otherRules(text);
  if (other) {
    result.problems = [];
    reportTo(result.problems)(other, {}, firstLine(text));
    return { ...result, ...said(document) };
  }
  if (!document && text.trim() !== '') report('format-unknown', {}, firstLine(text));
  if (document && !result.problems.some(loses)) {
    report('rules-not-found', { names: RULES_NAMES[document.syntax] }, firstLine(text));
  }
  return { ...result, ...said(document) };
}

type OtherRules = 'firebase-rules' | 'access-policy' | 'lifecycle-rules';

/** What a text of rules is that are none of CORS: by a first sign, and by one behind it where that is not enough. */
const OTHER_RULES: readonly (readonly [OtherRules, RegExp, RegExp])[] = [
  [
    'firebase-rules',
    /rules_version\s*=|service\s+(?:firebase\.storage|cloud\.firestore)\s*\{/,
    /(?:)/
  ],
  ['access-policy', /Statement["']?\s*:/, /(?:Effect|Principal|Action)["']?\s*:/],
  ['access-policy', /"bindings"\s*:/, /"(?:role|members)"/],
  ['lifecycle-rules', /<LifecycleConfiguration\b|"lifecycle"\s*:\s*\{/, /(?:)/]
];

function otherRules(text: string): OtherRules | null {
  for (const [code, sign, behind] of OTHER_RULES) {
    const at = text.search(sign);
    if (at !== -1 && behind.test(text.slice(at))) return code;
  }
  return null;
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
