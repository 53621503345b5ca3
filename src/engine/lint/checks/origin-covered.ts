import { originWitnesses } from '../../compare/witness.ts';
import { defineCheck } from '../check.ts';
import { eachCovered } from '../covered.ts';
import { isTaken } from '../probe.ts';

/** A value that a wildcard of the same rule takes already. */
export const originCovered = defineCheck({
  id: 'origin-covered',
  examples: {
    bad: [
      {
        provider: 'tencent-cos',
        level: 'hint',
        rules: [{ allowedOrigins: ['https://*.example.com', '«https://app.example.com»'] }]
      },
      {
        provider: 'azure-blob',
        level: 'error',
        rules: [{ allowedOrigins: ['*', '«https://app.example.com»'] }]
      }
    ],
    good: [
      {
        provider: 'tencent-cos',
        rules: [{ allowedOrigins: ['https://*.example.com', 'https://example.com'] }]
      }
    ]
  },
  run(context, report) {
    const { probe } = context;
    const takes = (wild: string, value: string): boolean => {
      const taken = originWitnesses(value).filter((sent) =>
        isTaken(probe.preflight({ allowedOrigins: [value] }, sent))
      );
      const takesToo = (sent: string) => isTaken(probe.preflight({ allowedOrigins: [wild] }, sent));
      return taken.length > 0 && taken.every(takesToo);
    };
    eachCovered(context, 'allowedOrigins', takes, report);
  }
});
