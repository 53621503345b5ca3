import { LIST_FIELDS, SINGLE_FIELDS, type ListField, type SingleField } from '../../model.ts';
import { defineCheck } from '../check.ts';
import { only } from '../graded-probe.ts';

/** No store asks for less. */
const SHORT = 60;

/** A value of that length in which nothing but its length can be wrong. */
const plainValue = (field: ListField | SingleField, length: number): string =>
  field === 'allowedOrigins' ? `https://${'a'.repeat(length - 8)}` : 'a'.repeat(length);

/** Stores that limit the length of a value refuse a longer one. */
export const valueTooLong = defineCheck({
  id: 'value-too-long',
  examples: {
    bad: [
      {
        provider: 'azure-blob',
        level: 'error',
        rules: [{ allowedOrigins: [`«https://${'a'.repeat(250)}.example.com»`] }]
      },
      { provider: 'aws-s3', level: 'error', rules: [{ id: `«${'a'.repeat(256)}»` }] }
    ],
    good: [{ provider: 'aws-s3', rules: [{ id: 'a'.repeat(255) }] }]
  },
  run({ rules, probe }, report) {
    const asked = new Map<string, boolean>();
    const isRefused = (field: ListField | SingleField, length: number): boolean => {
      const key = `${field} ${length}`;
      const known = asked.get(key) ?? probe.refuses(only(field, plainValue(field, length)));
      asked.set(key, known);
      return known;
    };
    for (const [at, rule] of rules.entries()) {
      for (const field of [...LIST_FIELDS, ...SINGLE_FIELDS]) {
        if (field === 'allowedMethods' || field === 'maxAgeSeconds') continue;
        const values = field === 'id' ? (rule.id ? [rule.id] : []) : rule[field];
        for (const { value, span } of values) {
          const { length } = value;
          if (length <= SHORT || !isRefused(field, length)) continue;
          report({ list: field, length }, { span, rule: at, level: 'error', effect: 'refused' });
        }
      }
    }
  }
});
