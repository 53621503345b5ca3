import { isForeign } from '../../1-read/own-format.ts';
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
    if (format === null || !isForeign(read, provider.formats)) return;
    // Azurite says yes to any XML, and keeps no rule of it.
    const effect = provider.save(read).accepted ? 'unmatched' : 'refused';
    report(
      { form: format, forms: [...provider.formats] },
      { span: topOf(text), rule: null, level: 'error', effect }
    );
  }
});
