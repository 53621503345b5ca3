import {
  LIST_FIELDS,
  SINGLE_FIELDS,
  type ListField,
  type SingleField,
  type Written
} from '../../model.ts';
import { defineCheck } from '../check.ts';
import { only } from '../probe.ts';

type Field = ListField | SingleField;

const ORDINARY: Readonly<Record<Field, string>> = {
  id: 'rule-1',
  allowedOrigins: 'https://a.test',
  allowedMethods: 'GET',
  allowedHeaders: 'x-a',
  exposeHeaders: 'ETag',
  maxAgeSeconds: '600'
};

/** A field that the store has not, though the format can say it. */
export const fieldNotKept = defineCheck({
  id: 'field-not-kept',
  examples: {
    bad: [
      { provider: 'azure-blob', level: 'warning', format: 's3-xml', rules: [{ id: '«reading»' }] }
    ],
    good: [{ provider: 'tencent-cos', rules: [{ id: 'a' }] }]
  },
  run({ rules, probe }, report) {
    const isLost = (field: Field): boolean => {
      const [kept] = probe.save([only(field, ORDINARY[field])]).stored ?? [];
      const value = kept?.[field];
      return kept !== undefined && (value === null || value?.length === 0);
    };
    for (const field of [...LIST_FIELDS, ...SINGLE_FIELDS].filter(isLost)) {
      for (const [at, rule] of rules.entries()) {
        const written: Written | null | undefined =
          field === 'id' || field === 'maxAgeSeconds' ? rule[field] : rule[field][0];
        if (!written || written.value === '') continue;
        const fix =
          field === 'id' || field === 'maxAgeSeconds'
            ? [{ kind: 'set-value' as const, rule: at, field, value: null }]
            : null;
        report({ list: field }, { span: written.span, rule: at, level: 'warning', fix });
      }
    }
  }
});
