import { ENGINES } from '../../3-browser/engines/index.ts';
import { defineCheck } from '../check.ts';

/** Seconds for which each browser keeps an answer at most, as its sources say. */
const CAPS = ENGINES.map(({ id, rules }) => ({ id, cap: rules.maxAgeCap })).filter(({ cap }) =>
  Number.isFinite(cap)
);
/** Chromium's, which is most people's: a smaller one than that is rarely thought of. */
const COMMON = CAPS.find(({ id }) => id === 'chromium')?.cap ?? Infinity;

/** Browsers keep an answer for as long as they like: a max age beyond that is not what happens. */
export const maxAgeCapped = defineCheck({
  id: 'max-age-capped',
  examples: {
    bad: [
      { provider: 'tencent-cos', level: 'hint', rules: [{ maxAgeSeconds: '«31536000»' }] },
      { provider: 'cloudflare-r2', level: 'error', rules: [{ maxAgeSeconds: '«100000»' }] }
    ],
    good: [{ provider: 'tencent-cos', rules: [{ maxAgeSeconds: '7200' }] }]
  },
  run({ rules, probe }, report) {
    for (const [at, { maxAgeSeconds }] of rules.entries()) {
      const { value = '', span } = maxAgeSeconds ?? {};
      if (span === undefined || !/^\d+$/.test(value) || Number(value) <= COMMON) continue;
      const refused = probe.refuses({ maxAgeSeconds: value });
      report(
        { value, caps: CAPS.map(({ id, cap }) => `${id} ${cap}`) },
        {
          span,
          rule: at,
          level: refused ? 'error' : 'hint',
          effect: refused ? 'refused' : null
        }
      );
    }
  }
});
