import { headerOf } from '../../2-bucket/question.ts';
import { defineCheck } from '../check.ts';
import { headOf } from '../visit.ts';

/** Every browser keeps an answer for these seconds where the store says them: WebKit none for longer. */
const SECONDS = '600';

/** Without a max age an answer is kept for five seconds, so that nearly every call is asked for twice. https://fetch.spec.whatwg.org/#http-access-control-max-age */
export const maxAgeMissing = defineCheck({
  id: 'max-age-missing',
  needsWhole: true,
  examples: {
    bad: [{ provider: 'tencent-cos', level: 'hint', rule: 0, rules: [{ maxAgeSeconds: null }] }],
    good: [
      { provider: 'tencent-cos', rules: [{}] },
      { provider: 'google-cloud-storage', rules: [{ maxAgeSeconds: null }] }
    ]
  },
  run({ rules, probe, text, read }, report) {
    const lacking = rules.filter(({ maxAgeSeconds }) => maxAgeSeconds === null);
    if (lacking.length === 0) return;
    const refused = probe.refuses({ maxAgeSeconds: null });
    const { headers } = probe.preflight({ maxAgeSeconds: null });
    const given = headerOf(headers, 'access-control-max-age') !== null;
    const kept = probe.save([{}]).stored?.[0]?.maxAgeSeconds ?? null;
    const told = new Set(
      read.problems.filter(({ code }) => code === 'field-missing').map(({ span }) => span.from)
    );
    if (!refused && (given || kept === null)) return;
    for (const [at, { maxAgeSeconds, span }] of rules.entries()) {
      if (maxAgeSeconds !== null || [...told].some((from) => from >= span.from && from < span.to))
        continue;
      report(
        {},
        {
          span: headOf(text, span),
          rule: at,
          level: refused ? 'error' : 'hint',
          effect: refused ? 'refused' : null,
          mend: [{ kind: 'set-value', rule: at, field: 'maxAgeSeconds', value: SECONDS }]
        }
      );
    }
  }
});
