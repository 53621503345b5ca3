import { defineCheck } from '../check.ts';
import { topOf } from '../visit.ts';

/** A text in a form that the store does not take, whatever it says. */
export const formatForeign = defineCheck({
  id: 'format-foreign',
  isAcross: true,
  examples: {
    bad: [{ provider: 'google-cloud-storage', level: 'error', format: 's3-xml', rules: [{}] }],
    good: [{ provider: 'google-cloud-storage', rules: [{}] }]
  },
  run({ read, text, provider }, report) {
    const { format } = read;
    if (format === null || provider.formats.includes(format)) return;
    report(
      { form: format, forms: [...provider.formats] },
      { span: topOf(text), rule: null, level: 'error', effect: 'refused' }
    );
  }
});
