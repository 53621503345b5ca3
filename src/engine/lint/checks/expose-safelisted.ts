import { defineCheck } from '../check.ts';
import { eachValue } from '../visit.ts';

/** https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name */
const SAFELISTED = new Set([
  'cache-control',
  'content-language',
  'content-length',
  'content-type',
  'expires',
  'last-modified',
  'pragma'
]);

/** Headers that a script may read whatever the rules say. */
export const exposeSafelisted = defineCheck({
  id: 'expose-safelisted',
  examples: {
    bad: [
      {
        provider: 'tencent-cos',
        level: 'hint',
        rules: [{ exposeHeaders: ['ETag', '«Content-Length»'] }]
      }
    ],
    good: [{ provider: 'tencent-cos', rules: [{ exposeHeaders: ['ETag', 'x-cos-request-id'] }] }]
  },
  run({ rules }, report) {
    eachValue({ rules }, 'exposeHeaders', ({ value, span, at }) => {
      if (SAFELISTED.has(value.toLowerCase())) report({ value }, { span, rule: at, level: 'hint' });
    });
  }
});
