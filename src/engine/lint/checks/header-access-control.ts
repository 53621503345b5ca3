import { defineCheck } from '../check.ts';
import { eachValue, removal } from '../visit.ts';

/** The headers of CORS are sent by browsers and stores; a script that sets one only makes its call harder. */
export const headerAccessControl = defineCheck({
  id: 'header-access-control',
  examples: {
    bad: [
      {
        provider: 'tencent-cos',
        level: 'warning',
        rules: [{ allowedHeaders: ['content-type', '«Access-Control-Allow-Origin»'] }]
      }
    ],
    good: [{ provider: 'tencent-cos', rules: [{}] }]
  },
  run({ rules }, report) {
    eachValue({ rules }, 'allowedHeaders', (visited) => {
      const { value, span, at } = visited;
      if (!/^access-control-[a-z-]+$/i.test(value)) return;
      report({ value }, { span, rule: at, level: 'warning', mend: [removal(visited)] });
    });
  }
});
