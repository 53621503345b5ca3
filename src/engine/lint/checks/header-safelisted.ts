import { defineCheck } from '../check.ts';
import { eachValue } from '../visit.ts';

/** Sent without being asked for, but for values that no page has. https://fetch.spec.whatwg.org/#cors-safelisted-request-header */
const SAFELISTED = new Set(['accept', 'accept-language', 'content-language']);

/** `Content-Type` is safelisted too, for three types alone: an upload has another, so it is worth its place. */
export const headerSafelisted = defineCheck({
  id: 'header-safelisted',
  examples: {
    bad: [
      {
        provider: 'tencent-cos',
        level: 'hint',
        rules: [{ allowedHeaders: ['content-type', '«Accept»'] }]
      }
    ],
    good: [{ provider: 'tencent-cos', rules: [{ allowedHeaders: ['content-type', 'range'] }] }]
  },
  run({ rules }, report) {
    eachValue({ rules }, 'allowedHeaders', ({ value, span, at }) => {
      if (SAFELISTED.has(value.toLowerCase())) report({ value }, { span, rule: at, level: 'hint' });
    });
  }
});
