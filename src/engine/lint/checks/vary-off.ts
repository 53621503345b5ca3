import { formatOf } from '../../1-read/read-rules.ts';
import { defineCheck } from '../check.ts';

/** An answer that names one origin is wrong for every other, and a cache tells them apart only by Vary. https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches */
export const varyOff = defineCheck({
  id: 'vary-off',
  isAcross: true,
  needsWhole: true,
  examples: {
    bad: [
      {
        provider: 'tencent-cos',
        level: 'warning',
        rules: [{ allowedOrigins: ['«https://*.example.com»'] }],
        format: 's3-xml'
      },
      {
        provider: 'tencent-cos',
        level: 'hint',
        rules: [{ allowedOrigins: ['«https://app.example.com»'] }],
        format: 's3-xml'
      }
    ],
    good: [
      { provider: 'tencent-cos', vary: 'true', rules: [{}] },
      { provider: 'tencent-cos', rules: [{ allowedOrigins: ['*'] }] },
      { provider: 'aws-s3', rules: [{}] }
    ]
  },
  run({ rules, read, probe }, report) {
    const { responseVary } = read.ruleSet;
    const origins = rules.flatMap(({ allowedOrigins }) => allowedOrigins);
    const first = origins.find(({ value }) => value !== '*' && value.trim() !== '');
    if (first === undefined || !probe.varies('true')) return;
    if (probe.varies(responseVary?.value ?? null)) return;
    // One origin alone is in nobody's way, but for an address that is also used without CORS.
    const isAlone = new Set(origins.map(({ value }) => value)).size === 1;
    const level = isAlone && !first.value.includes('*') ? 'hint' : 'warning';
    const holds = read.format !== null && formatOf(read.format).holdsResponseVary;
    const span = responseVary?.span ?? first.span;
    const mend = holds ? [{ kind: 'set-response-vary' as const, value: true }] : null;
    report({}, { span, rule: null, level, mend });
  }
});
