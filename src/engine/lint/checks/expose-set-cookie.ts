import { defineCheck } from '../check.ts';
import { eachValue, removal } from '../visit.ts';

/** No script reads these, exposed or not. https://fetch.spec.whatwg.org/#forbidden-response-header-name */
const HIDDEN = new Set(['set-cookie', 'set-cookie2']);

export const exposeSetCookie = defineCheck({
  id: 'expose-set-cookie',
  examples: {
    bad: [
      {
        provider: 'tencent-cos',
        level: 'warning',
        rules: [{ exposeHeaders: ['ETag', '«Set-Cookie»'] }]
      }
    ],
    good: [{ provider: 'tencent-cos', rules: [{ exposeHeaders: ['ETag'] }] }]
  },
  run({ rules }, report) {
    eachValue({ rules }, 'exposeHeaders', (visited) => {
      const { value, span, at } = visited;
      if (!HIDDEN.has(value.toLowerCase())) return;
      report({ value }, { span, rule: at, level: 'warning', mend: [removal(visited)] });
    });
  }
});
