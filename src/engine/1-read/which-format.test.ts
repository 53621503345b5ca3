import { expect, test } from 'vitest';
import type { FormatId } from './format.ts';
import { FORMATS, formatOf, readRules } from './read-rules.ts';

const PLURAL = '{"AllowedOrigins": ["*"], "AllowedMethods": ["GET"]}';
const SINGULAR = '{"AllowedOrigin": ["*"], "AllowedMethod": ["GET"]}';
const GOOGLE = '{"origin": ["*"], "method": ["GET"], "maxAgeSeconds": 5}';

/** Texts that several formats could claim, and the one that the order of the list gives them to. */
const CLAIMED: [text: string, format: FormatId][] = [
  ['[]', 's3-console-json'],
  ['{"CORSRules": []}', 's3-json'],
  [`{"CORSRules": [${PLURAL}]}`, 's3-json'],
  [`[${PLURAL}]`, 's3-console-json'],
  [PLURAL, 's3-console-json'],
  [`{"CORSRules": ${PLURAL}}`, 'cos-js-json'],
  [`{"CORSRules": [${PLURAL}], "ResponseVary": true}`, 'cos-js-json'],
  [`[${SINGULAR}]`, 'cos-js-json'],
  [`{"CORSRule": [${SINGULAR}]}`, 'cos-python-json'],
  [`[${GOOGLE}]`, 'gcs-json'],
  [`{"cors": [${GOOGLE}]}`, 'gcs-api-json'],
  ['<CORSConfiguration/>', 's3-xml'],
  ['<CORSRule><ID>a</ID></CORSRule>', 's3-xml'],
  ['<CorsConfig/>', 'gcs-xml'],
  ['<Cors><Origins><Origin>*</Origin></Origins></Cors>', 'gcs-xml'],
  ['<Cors/>', 'azure-xml'],
  ['<Cors><CorsRule/></Cors>', 'azure-xml'],
  ['<CorsRule/>', 'azure-xml'],
  ['X-Container-Meta-Access-Control-Allow-Origin: *', 'swift-headers'],
  ['MINIO_API_CORS_ALLOW_ORIGIN=*', 'minio-setting'],
  ['CorsConfiguration:\n  CorsRules: []\n', 'cloudformation-yaml']
];

test.each(CLAIMED)('%s is %s', (text, format) => {
  expect(readRules(text).format).toBe(format);
});

/** What every format can say, as far as its own reader needs it. */
const RULES = readRules(`[{"AllowedOrigins": ["https://a.test"], "AllowedMethods": ["GET"],
  "AllowedHeaders": ["etag"], "ExposeHeaders": ["etag"], "MaxAgeSeconds": 5}]`).ruleSet;

test.each(FORMATS.map(({ id }) => id))('what %s prints is of that format', (id) => {
  expect(readRules(formatOf(id).print(RULES)).format).toBe(id);
});
