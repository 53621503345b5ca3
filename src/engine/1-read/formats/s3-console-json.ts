import { jsonFormat } from './json-format.ts';
import { PLURAL } from '../rule-key.ts';
import { reportBareRule } from '../tree/place.ts';

/** The CORS field of the S3 console and of the R2 dashboard. https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html */
export const s3ConsoleJson = jsonFormat({
  id: 's3-console-json',
  strict: true,
  holdsResponseVary: false,
  names: [PLURAL],
  claims: ({ kind, singular, lone }) =>
    (kind === 'list' || kind === 'single') && !singular && !lone,
  inspect: reportBareRule,
  wrap: (rules) => rules
});
