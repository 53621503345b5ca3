import { defineCheck } from '../check.ts';
import { isLocal, shapeOf } from '../origin-shape.ts';

/** Who can change a page on its way may then call with what only the secure page should. https://www.w3.org/TR/mixed-content/ */
export const originHttpBesideHttps = defineCheck({
  id: 'origin-http-beside-https',
  examples: {
    bad: [
      {
        provider: 'tencent-cos',
        level: 'hint',
        rules: [{ allowedOrigins: ['https://app.example.com', '«http://app.example.com»'] }]
      }
    ],
    good: [
      {
        provider: 'tencent-cos',
        rules: [{ allowedOrigins: ['https://app.example.com', 'http://localhost:3000'] }]
      }
    ]
  },
  run({ rules }, report) {
    for (const [at, { allowedOrigins }] of rules.entries()) {
      const written = new Set(allowedOrigins.map(({ value }) => value));
      for (const { value, span } of allowedOrigins) {
        if (!value.startsWith('http://') || isLocal(shapeOf(value)?.host ?? '')) continue;
        const secure = `https${value.slice(4)}`;
        if (written.has(secure)) report({ value, secure }, { span, rule: at, level: 'hint' });
      }
    }
  }
});
