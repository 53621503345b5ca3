import { chromium } from '../../3-browser/engines/chromium.ts';
import { firefox } from '../../3-browser/engines/firefox.ts';
import { webkit } from '../../3-browser/engines/webkit.ts';
import { defineCheck } from '../check.ts';

/** Seconds for which each engine keeps an answer at most, as its sources say. */
const CAPS = {
  chromium: chromium.rules.maxAgeCap,
  firefox: firefox.rules.maxAgeCap,
  webkit: webkit.rules.maxAgeCap
};

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
  // Chromium is most people's: a smaller cap than that is rarely thought of.
  run({ rules, probe }, report) {
    for (const [at, { maxAgeSeconds }] of rules.entries()) {
      const { value = '', span } = maxAgeSeconds ?? {};
      if (span === undefined || !/^\d+$/.test(value) || Number(value) <= CAPS.chromium) continue;
      const refused = probe.refuses({ maxAgeSeconds: value });
      report(
        { value, ...CAPS },
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
