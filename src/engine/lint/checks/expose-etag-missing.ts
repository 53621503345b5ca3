import { defineCheck } from '../check.ts';

/** Formats of stores whose uploads in parts are finished with the ETag of each part. */
const IN_PARTS = new Set(['s3-xml', 's3-json', 's3-console-json', 'gcs-xml']);
const UPLOADS = ['PUT', 'POST'];

/** An upload in parts ends with the list of the parts' ETags, which a script reads only where they are exposed. https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html */
export const exposeEtagMissing = defineCheck({
  id: 'expose-etag-missing',
  examples: {
    bad: [
      { provider: 'tencent-cos', level: 'hint', rules: [{ allowedMethods: ['GET', '«PUT»'] }] }
    ],
    good: [
      {
        provider: 'tencent-cos',
        rules: [{ allowedMethods: ['GET', 'PUT'], exposeHeaders: ['etag'] }]
      },
      { provider: 'azure-blob', rules: [{ allowedMethods: ['PUT'] }] }
    ]
  },
  run({ rules, provider }, report) {
    if (!provider.formats.some((format) => IN_PARTS.has(format))) return;
    for (const [at, { allowedMethods, exposeHeaders }] of rules.entries()) {
      const found = allowedMethods.filter(({ value }) => UPLOADS.includes(value.toUpperCase()));
      const [first] = found;
      const isExposed = exposeHeaders.some(({ value }) => /^\s*(etag|\*)\s*$/i.test(value));
      if (first === undefined || isExposed) continue;
      report(
        { methods: found.map(({ value }) => value) },
        {
          span: first.span,
          rule: at,
          level: 'hint',
          mend: [{ kind: 'add-value', rule: at, field: 'exposeHeaders', value: 'ETag' }]
        }
      );
    }
  }
});
