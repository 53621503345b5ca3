import {
  LIST_FIELDS,
  SINGLE_FIELDS,
  type ListField,
  type SingleField,
  type WrittenValue
} from '../../model.ts';
import { ORDINARY } from '../../ask/ordinary.ts';
import { defineCheck } from '../check.ts';

type Field = ListField | SingleField;

const FULL = { ...ORDINARY, exposeHeaders: ['ETag'] };

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
      const [kept] = probe.save([{ [field]: FULL[field] }]).stored ?? [];
      const value = kept?.[field];
      return kept !== undefined && (value === null || value?.length === 0);
    };
    for (const field of [...LIST_FIELDS, ...SINGLE_FIELDS].filter(isLost)) {
      for (const [at, rule] of rules.entries()) {
        const written: WrittenValue | null | undefined =
          field === 'id' || field === 'maxAgeSeconds' ? rule[field] : rule[field][0];
        if (!written || written.value === '') continue;
        const mend =
          field === 'id' || field === 'maxAgeSeconds'
            ? [{ kind: 'set-value' as const, rule: at, field, value: null }]
            : null;
        report({ list: field }, { span: written.span, rule: at, level: 'warning', mend });
      }
    }
  }
});
