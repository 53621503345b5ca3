/** What the values of a rule's conditions take, found by asking the store for examples. */
import { probeOf } from '../ask/probe.ts';
import { serialiseOrigin } from '../3-browser/url/origin.ts';
import type { Coded, Evidence } from '../model.ts';
import type { Provider } from '../providers/providers.ts';

export interface HoverMeaningArgs {
  'origin-any': Record<string, never>;
  'origin-exact': Record<string, never>;
  /** One `*`, or several, of which each stands for any run of characters. */
  'origin-pattern': Record<string, never>;
  /** No origin that a browser sends is taken. */
  'origin-none': Record<string, never>;
  method: Record<string, never>;
  'method-none': { known: string[] };
  'header-any': Record<string, never>;
  'header-exact': Record<string, never>;
  'header-pattern': Record<string, never>;
  'header-none': Record<string, never>;
  expose: Record<string, never>;
  'expose-any': Record<string, never>;
  'expose-safelisted': Record<string, never>;
  /** The seconds that the store sends, and that each engine keeps of them. */
  'max-age': { seconds: string; chromium: number; firefox: number; webkit: number };
  'max-age-unsent': Record<string, never>;
  id: Record<string, never>;
}
export type HoverMeaningCode = Coded<HoverMeaningArgs>;

export interface Meaning {
  meaning: HoverMeaningCode;
  takes: string[];
  refuses: string[];
  evidence?: Evidence;
  source?: string;
}

/** So many examples are told of what is taken, and of what is not. */
const TAKEN = 3;
const REFUSED = 2;

/** An example of what a lone `*` takes. */
const ANY_PAGE = 'https://a.example.com';

/** What may stand in the place of a `*`: of labels, of a scheme's end, of a port. */
const RUNS = ['a', 'a.b', 'evil', '', 's', '8080'];

/** Another's name is an example only where a `*` stands for the beginning of a label. */
const filled = (pattern: string): string[] =>
  RUNS.filter((run) => run !== 'evil' || !pattern.includes('*.')).map((run) =>
    pattern.replaceAll('*', run)
  );

function sorted(
  examples: readonly string[],
  taken: (example: string) => boolean
): Pick<Meaning, 'takes' | 'refuses'> {
  const once = [...new Set(examples)];
  return {
    takes: once.filter(taken).slice(0, TAKEN),
    refuses: once.filter((example) => !taken(example)).slice(0, REFUSED)
  };
}

/** True for what a browser sends. */
const isOrigin = (text: string): boolean =>
  /^https?:\/\/[^.]/.test(text) && serialiseOrigin(text).origin === text;

/** Neighbours of an origin that a person may take for the same. */
const neighbours = (origin: string): string[] => [
  origin.replace(/^https?/, (scheme) => (scheme === 'http' ? 'https' : 'http')),
  origin.replace('://', '://www.'),
  `${origin}:8443`
];

export function originMeaning(value: string, provider: Provider): Meaning {
  const probe = probeOf(provider);
  const taken = (origin: string) => probe.takes({ allowedOrigins: [value] }, { origin });
  const bare = value.replace(/\*\.?/g, '');
  const own = [...filled(value), serialiseOrigin(bare).origin];
  const examples = [...own, ...own.flatMap(neighbours)].filter(isOrigin);
  const found = sorted(value === '*' ? [ANY_PAGE] : examples, taken);
  if (found.takes.length === 0) return { ...found, meaning: { code: 'origin-none', args: {} } };
  const kind = value === '*' ? 'any' : value.includes('*') ? 'pattern' : 'exact';
  return { ...found, meaning: { code: `origin-${kind}`, args: {} } };
}

export function methodMeaning(value: string, provider: Provider): Meaning {
  const { methods } = provider;
  const probe = probeOf(provider);
  const taken = methods.filter((method) => probe.takes({ allowedMethods: [value] }, { method }));
  return taken.length === 0
    ? { takes: [], refuses: [], meaning: { code: 'method-none', args: { known: [...methods] } } }
    : { takes: taken, refuses: [], meaning: { code: 'method', args: {} } };
}

export function headerMeaning(value: string, provider: Provider): Meaning {
  const probe = probeOf(provider);
  const taken = (header: string) => probe.takes({ allowedHeaders: [value] }, { headers: [header] });
  const isName = (name: string) => /^[!#$%&'+.^_`|~\w-]+$/.test(name);
  const names =
    value === '*'
      ? ['authorization', 'x-a']
      : [value.replaceAll('*', 'a'), `${value}-b`.replaceAll('*', ''), 'x-other'];
  const found = sorted(names.map((name) => name.toLowerCase()).filter(isName), taken);
  if (found.takes.length === 0) return { ...found, meaning: { code: 'header-none', args: {} } };
  const kind = value === '*' ? 'any' : value.includes('*') ? 'pattern' : 'exact';
  return { ...found, meaning: { code: `header-${kind}`, args: {} } };
}
