import { standard } from '../../3-browser/engines/standard.ts';
import { isForbiddenHeader } from '../../3-browser/request/forbidden.ts';
import { defineCheck } from '../check.ts';
import { eachValue } from '../visit.ts';

/** Headers that only a browser sets are never asked for. https://fetch.spec.whatwg.org/#forbidden-request-header */
export const headerForbidden = defineCheck({
  id: 'header-forbidden',
  examples: {
    bad: [
      {
        provider: 'tencent-cos',
        level: 'hint',
        rules: [{ allowedHeaders: ['content-type', '«Content-Length»'] }]
      }
    ],
    good: [{ provider: 'tencent-cos', rules: [{ allowedHeaders: ['content-type'] }] }]
  },
  run({ rules }, report) {
    eachValue({ rules }, 'allowedHeaders', ({ value, span, at }) => {
      if (/^access-control-/i.test(value) || value.includes('*')) return;
      if (!isForbiddenHeader(value, '', standard.rules)) return;
      report({ value }, { span, rule: at, level: 'hint' });
    });
  }
});
