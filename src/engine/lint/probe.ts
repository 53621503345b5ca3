/**
 * What a store does with one value, asked of the store itself: whether it saves a rule that holds nothing else out of the
 * ordinary, and whether that rule takes the request that its writer most likely meant. So a store's file is the only place
 * that says what it refuses, and how grave a fault is follows from it.
 */
import type { FormatId, ReadResult } from '../1-read/format.ts';
import { formatOf, readRules } from '../1-read/read-rules.ts';
import { plainRule, unwritten, unwrittenRule } from '../1-read/plain.ts';
import { headerOf, listOf } from '../2-bucket/question.ts';
import {
  DEFAULT_FACTS,
  type Decision,
  type Header,
  type ListField,
  type PlainRule,
  type SingleField,
  type WireRequest
} from '../model.ts';
import type { Saved } from '../providers/provider.ts';
import type { Provider } from '../providers/providers.ts';
import type { Severity } from './finding.ts';
import { remembered } from './remembered.ts';

/** A rule that every store takes, as far as its format can say it. */
const ORDINARY: PlainRule = {
  id: 'rule-1',
  allowedOrigins: ['https://a.test'],
  allowedMethods: ['GET'],
  allowedHeaders: ['x-a'],
  exposeHeaders: [],
  maxAgeSeconds: '600'
};
const REFUSED: Severity = { effect: 'refused', level: 'error' };

export interface Probe {
  /** Whether the store takes a rule with this and nothing else out of the ordinary. */
  refuses(own: Partial<PlainRule>): boolean;
  /** What it says of whole rules. */
  save(rules: readonly Partial<PlainRule>[]): Saved;
  /** How it answers one call where there is only this rule. */
  preflight(own: Partial<PlainRule>, origin: string, method?: string, names?: string): Decision;
  actual(own: Partial<PlainRule>, origin: string, method?: string): Decision;
  /** What becomes of a written value of which `sent` was meant; null where the store takes it so. */
  origin(written: string, sent: string): Severity | null;
  method(written: string, sent: string): Severity | null;
  header(written: string, sent: string): Severity | null;
  /** Whether an answer that names one origin has `Vary: Origin`, where the rules have this `ResponseVary`. */
  varies(responseVary: string | null): boolean;
  /** Whether the store refuses that `ResponseVary`. */
  refusesVary(responseVary: string): boolean;
}

const request = (method: string, headers: readonly Header[]): WireRequest => ({
  method,
  host: 'bucket.test',
  path: '/key',
  headers
});

/** True where the rule takes the call; a server whose setting is for all buckets has no rule that answers. */
export const isTaken = ({ rule, headers }: Decision): boolean =>
  rule === 0 || headerOf(headers, 'access-control-allow-origin') !== null;

/** An answer that rests on an inference is no ground for an error. */
const missed = (decision: Decision): Severity | null =>
  isTaken(decision)
    ? null
    : { effect: 'unmatched', level: decision.evidence === 'inferred' ? 'warning' : 'error' };

const probes = new WeakMap<Provider, Map<FormatId, Probe>>();

/** Asks a store, in the format that a text is written in where it takes that, else in its own; nothing is asked twice. */
export function probeOf(provider: Provider, read: ReadResult): Probe {
  const [own = 's3-xml'] = provider.formats;
  const format = read.format !== null && provider.formats.includes(read.format) ? read.format : own;
  const known = probes.get(provider) ?? new Map<FormatId, Probe>();
  const probe = known.get(format) ?? probeIn(provider, format);
  probes.set(provider, known.set(format, probe));
  return probe;
}

function probeIn(provider: Provider, format: FormatId): Probe {
  const { syntax, print } = formatOf(format);
  const printed = print({ rules: [unwrittenRule(ORDINARY, 0)], responseVary: null });
  const [said] = readRules(printed).ruleSet.rules;
  const ordinary = said ? plainRule(said) : ORDINARY;
  const ruleSetOf = (rules: readonly Partial<PlainRule>[]) => ({
    rules: rules.map((one, index) =>
      unwrittenRule({ ...ordinary, id: ordinary.id && `rule-${index + 1}`, ...one }, 0)
    ),
    responseVary: null
  });
  const save = (rules: readonly Partial<PlainRule>[]): Saved =>
    provider.save({ format, syntax, ruleSet: ruleSetOf(rules), problems: [], complete: true });
  const refuses = remembered((one: Partial<PlainRule>): boolean => !save([one]).accepted);
  const decide = (one: Partial<PlainRule>, asked: WireRequest): Decision =>
    provider.decide(provider.compile(ruleSetOf([one])), asked, DEFAULT_FACTS);
  const preflight = remembered<Parameters<Probe['preflight']>, Decision>(
    (one, origin, method = 'GET', names = '') =>
      decide(
        one,
        request('OPTIONS', [
          ['Origin', origin],
          ['Access-Control-Request-Method', method],
          ...(names === '' ? [] : [['Access-Control-Request-Headers', names] satisfies Header])
        ])
      )
  );
  const withVary = (value: string | null) => ({
    ...ruleSetOf([{}]),
    responseVary: value === null ? null : unwritten(value, 0)
  });
  return {
    save,
    varies: remembered((value: string | null) => {
      const asked = request('GET', [['Origin', 'https://a.test']]);
      const { headers } = provider.decide(provider.compile(withVary(value)), asked, DEFAULT_FACTS);
      return listOf(headerOf(headers, 'vary') ?? '').some(
        (name) => name.toLowerCase() === 'origin'
      );
    }),
    refusesVary: remembered((value: string) => {
      const ruleSet = withVary(value);
      return !provider.save({ format, syntax, ruleSet, problems: [], complete: true }).accepted;
    }),
    refuses,
    preflight,
    actual: remembered<Parameters<Probe['actual']>, Decision>((one, origin, method = 'GET') =>
      decide(one, request(method, [['Origin', origin]]))
    ),
    origin(written, sent) {
      const rule = { allowedOrigins: [written] };
      return refuses(rule) ? REFUSED : missed(preflight(rule, sent));
    },
    method(written, sent) {
      const rule = { allowedMethods: [written] };
      return refuses(rule) ? REFUSED : missed(preflight(rule, 'https://a.test', sent));
    },
    header(written, sent) {
      const rule = { allowedHeaders: [written] };
      return refuses(rule) ? REFUSED : missed(preflight(rule, 'https://a.test', 'GET', sent));
    }
  };
}

/** A field with one value, as part of a rule. */
export const only = (field: ListField | SingleField, value: string): Partial<PlainRule> =>
  field === 'id' || field === 'maxAgeSeconds' ? { [field]: value } : { [field]: [value] };
