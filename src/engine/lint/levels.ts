/** How grave each store takes what a check finds: read off what it finds in the check's own examples there. */
import { formatOf, readRules } from '../1-read/read-rules.ts';
import { providers, type Provider } from '../providers/providers.ts';
import type { AnyCheck } from './check.ts';
import { exampleText } from './example.ts';
import { LEVELS, type Effect, type Level } from './finding.ts';
import { lint } from './lint.ts';

/** The gravest level at one store, and what the store does; nulls where it finds nothing there. */
export interface StoreLevel {
  provider: Provider;
  level: Level | null;
  effect: Effect;
}

/** The levels of one check, in the order of the stores. Each is asked in its own format. */
export function levelsOf({ id, examples }: AnyCheck): StoreLevel[] {
  return providers.map((provider) => {
    const found = examples.bad.flatMap((example) => {
      const { ruleSet } = readRules(exampleText(example).text);
      const [own = 's3-xml'] = provider.formats;
      // A check of the form itself, or of what only one form can say, is asked in the form of its example.
      const isOfForm = example.format !== undefined;
      const text = isOfForm ? exampleText(example).text : formatOf(own).print(ruleSet);
      const credentials = example.credentials ?? false;
      return lint(readRules(text), text, provider, { credentials }).filter(
        ({ code }) => code === id
      );
    });
    const level = LEVELS.find((one) => found.some((finding) => finding.level === one)) ?? null;
    const effect = found.find((finding) => finding.level === level)?.effect ?? null;
    return { provider, level, effect };
  });
}
