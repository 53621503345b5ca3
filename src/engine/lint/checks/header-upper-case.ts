import { isToken } from '../../3-browser/syntax.ts';
import { defineCheck } from '../check.ts';
import { eachValue, replaceBy } from '../visit.ts';

/** A browser asks in lower case, and a few stores compare names letter for letter. https://fetch.spec.whatwg.org/#cors-unsafe-request-header-names */
export const headerUpperCase = defineCheck({
  id: 'header-upper-case',
  examples: {
    bad: [{ provider: 'garage', level: 'error', rules: [{ allowedHeaders: ['«Content-Type»'] }] }],
    good: [{ provider: 'tencent-cos', rules: [{ allowedHeaders: ['Content-Type'] }] }]
  },
  run({ rules, probe, provider }, report) {
    if (!provider.namesByCase) return;
    eachValue({ rules }, 'allowedHeaders', (visited) => {
      const { value, span, at } = visited;
      const mended = value.toLowerCase();
      if (mended === value || !isToken(value) || value.includes('*')) return;
      const severity = probe.header(value, mended);
      if (severity === null) return;
      report({ value, mended }, { span, rule: at, ...severity, mend: replaceBy(visited, mended) });
    });
  }
});
