import { defineCheck } from '../check.ts';
import { eachValue, replaceBy } from '../visit.ts';

/** Methods are compared letter for letter, and a browser sends these in upper case. https://fetch.spec.whatwg.org/#concept-method-normalize */
export const methodLowerCase = defineCheck({
  id: 'method-lower-case',
  examples: {
    bad: [{ provider: 'tencent-cos', level: 'error', rules: [{ allowedMethods: ['«get»'] }] }],
    good: [{ provider: 'ceph-rgw', rules: [{ allowedMethods: ['get'] }] }]
  },
  run({ rules, probe, provider }, report) {
    eachValue({ rules }, 'allowedMethods', (visited) => {
      const { value, span, at } = visited;
      const mended = value.toUpperCase();
      if (mended === value || !provider.methods.includes(mended) || mended === 'OPTIONS') return;
      const severity = probe.method(value, mended);
      if (severity === null) return;
      report({ value, mended }, { span, rule: at, ...severity, mend: replaceBy(visited, mended) });
    });
  }
});
