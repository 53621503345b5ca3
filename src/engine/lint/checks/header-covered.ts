import { headerWitnesses } from '../../compare/witness.ts';
import { defineCheck } from '../check.ts';
import { eachCovered } from '../covered.ts';

/** A header that `*`, or a beginning of names, of the same rule allows already. */
export const headerCovered = defineCheck({
  id: 'header-covered',
  examples: {
    bad: [
      {
        provider: 'tencent-cos',
        level: 'hint',
        rules: [{ allowedHeaders: ['*', '«content-type»'] }]
      },
      {
        provider: 'aws-s3',
        level: 'hint',
        rules: [{ allowedHeaders: ['x-amz-*', '«x-amz-date»'] }]
      }
    ],
    good: [{ provider: 'aws-s3', rules: [{ allowedHeaders: ['x-amz-*', 'content-type'] }] }]
  },
  run(context, report) {
    const { probe } = context;
    const allows = (written: string, name: string): boolean =>
      probe.takes({ allowedHeaders: [written] }, { headers: [name] });
    const takes = (wild: string, value: string): boolean => {
      const taken = headerWitnesses([value]).filter((name) => allows(value, name));
      return taken.length > 0 && taken.every((name) => allows(wild, name));
    };
    eachCovered(context, 'allowedHeaders', takes, report);
  }
});
