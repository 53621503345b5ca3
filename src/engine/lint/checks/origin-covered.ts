import { originWitnesses } from '../../compare/witness.ts';
import { defineCheck } from '../check.ts';
import { eachCovered } from '../covered.ts';

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
        probe.takes({ allowedOrigins: [value] }, { origin: sent })
      );
      const takesToo = (sent: string) => probe.takes({ allowedOrigins: [wild] }, { origin: sent });
      return taken.length > 0 && taken.every(takesToo);
    };
    eachCovered(context, 'allowedOrigins', takes, report);
  }
});
