import type { FormatId, ReadResult } from '../1-read/format.ts';
import { formatOf, readRules } from '../1-read/read-rules.ts';
import { plainRule, valueAt } from '../1-read/plain.ts';
import { documented } from '../2-bucket/evidence.ts';
import { askingOf } from '../3-browser/fetch/asking.ts';
import { standard } from '../3-browser/engines/standard.ts';
import { preflightRequest } from '../3-browser/request/preflight.ts';
import { curlOf } from '../shell/curl.ts';
import {
  LIST_FIELDS,
  type PageRequest,
  type PlainRule,
  type RuleSet,
  type WireRequest
} from '../model.ts';
import type { SavingResult } from '../providers/provider.ts';
import type { Provider } from '../providers/providers.ts';
import { storeToSaveTo } from '../providers/commands.ts';
import type { SaveGuide, SaveRefusal, TargetField } from '../providers/ways/model.ts';
import { note } from '../providers/ways/note.ts';
import { shellById, type ShellId } from '../shell/shell.ts';
import type { SaveTask } from '../providers/ways/store.ts';
import { findTarget } from '../providers/ways/target.ts';
import { waysOf } from './way.ts';

export interface SaveInput {
  provider: Provider;
  /** What `readRules` found in the rule text. */
  read: ReadResult;
  /** The call whose address tells the bucket, and which the test repeats. */
  request: PageRequest;
  /** What the person filled in; it comes before what the address tells. */
  given?: Partial<Record<TargetField, string>>;
  shell?: ShellId;
}

/** Characters that no rule needs and that a terminal might obey; blanks and line ends are none of them. */
const OBEYED = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** Everything that a rule says. */
const valuesOf = (rule: PlainRule): string[] => [
  ...LIST_FIELDS.flatMap((field) => rule[field]),
  ...[rule.id, rule.maxAgeSeconds].filter((value) => value !== null)
];

function refusalOf({ complete, ruleSet }: ReadResult): SaveRefusal | null {
  if (!complete) return 'unreadable';
  const values = [...ruleSet.rules.map(plainRule).flatMap(valuesOf), ruleSet.responseVary?.value];
  return values.some((value) => OBEYED.test(value ?? '')) ? 'control-character' : null;
}

/** The preflight of the call, also where a browser would need none; null where a browser would send nothing across. */
function preflightOf(request: PageRequest): WireRequest | null {
  const asking = askingOf(request, false, standard.rules);
  if (asking === null || !asking.crossOrigin) return null;
  const { target, method } = asking.request;
  return preflightRequest({ target, origin: asking.origin, method }, asking.unsafe);
}

const AGE_ADDED = note(
  'age-added',
  {},
  documented(
    'https://learn.microsoft.com/en-us/rest/api/storageservices/set-blob-service-properties'
  )
);
const BROWSER_CACHE = note(
  'cache-browser',
  {},
  documented('https://fetch.spec.whatwg.org/#cors-preflight-cache')
);

const lacksAge = ({ rules }: RuleSet): boolean =>
  rules.some(({ maxAgeSeconds }) => maxAgeSeconds === null);

/** The rules with an age each. */
const withAges = ({ rules, responseVary }: RuleSet): RuleSet => ({
  rules: rules.map((rule) => ({
    ...rule,
    maxAgeSeconds: rule.maxAgeSeconds ?? valueAt('0', rule.span.to)
  })),
  responseVary
});

/** What the store says of the rules as the ways print them. */
function savedAs(
  ruleSet: RuleSet,
  format: FormatId | null,
  provider: Provider
): SavingResult | null {
  const own = provider.formats.find((one) => one === format) ?? provider.formats[0];
  if (own === undefined || ruleSet.rules.length === 0) return null;
  return provider.save(readRules(formatOf(own).print(ruleSet)));
}

/**
 * How these rules are saved to that bucket: every way, step by step, for a person to run. It sends nothing and reports
 * what is not known as a placeholder. Whatever stands in a rule or a name, a shell and a program take it as it is.
 */
export function guideSave({
  provider,
  read,
  request,
  given = {},
  shell = 'sh'
}: SaveInput): SaveGuide {
  const store = storeToSaveTo(provider.id);
  const { fields, addresses, defaults = {}, needsAge = false } = store;
  const { target, to } = findTarget(fields, addresses, defaults, request.url, given);
  const guide = { provider: provider.id, target };
  const refusal = refusalOf(read);
  if (refusal !== null) return { ...guide, saved: null, refusal, ways: [], notes: [] };

  const addsAge = needsAge && lacksAge(read.ruleSet);
  const ruleSet = addsAge ? withAges(read.ruleSet) : read.ruleSet;
  const preflight = preflightOf(request);
  const task: SaveTask = {
    shell: shellById(shell),
    to,
    ruleSet,
    rules: ruleSet.rules.map(plainRule),
    print: (format) => formatOf(format).print(ruleSet),
    preflight
  };
  const test = preflight && curlOf(preflight, request.url, ['--include'], shell);
  return {
    ...guide,
    saved: savedAs(ruleSet, read.format, provider),
    refusal: null,
    ways: waysOf(store, task, test),
    notes: [...(addsAge ? [AGE_ADDED] : []), ...store.notes, BROWSER_CACHE]
  };
}
