import { defineCheck } from '../check.ts';
import { isLocal, shapeOf } from '../origin-shape.ts';
import { eachValue } from '../visit.ts';

/** A page in development is served at a port, and the port is a part of its origin. */
export const originPortMissing = defineCheck({
  id: 'origin-port-missing',
  examples: {
    bad: [
      {
        provider: 'tencent-cos',
        level: 'hint',
        rules: [{ allowedOrigins: ['«http://localhost»'] }]
      }
    ],
    good: [
      {
        provider: 'tencent-cos',
        rules: [{ allowedOrigins: ['http://localhost:5173', 'https://app.example.com'] }]
      }
    ]
  },
  run(context, report) {
    eachValue(context, 'allowedOrigins', ({ value, span, at }) => {
      const shape = shapeOf(value);
      if (shape === null || shape.port !== null || !isLocal(shape.host)) return;
      if (/^https?$/i.test(shape.scheme)) report({ value }, { span, rule: at, level: 'hint' });
    });
  }
});
