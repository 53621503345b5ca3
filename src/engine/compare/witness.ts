/**
 * Requests that stand for all: a store's pattern takes every value that another takes just where it takes the few
 * witnesses of the other. A `*` is filled by text that no pattern holds, so that only a `*` can take it.
 */
import type { Rule } from '../model.ts';
import type { Provider } from '../providers/providers.ts';

/** No written value holds it: a name that a browser could send, and too odd to be meant. */
const FRESH = 'zq0x9preflight9x0qz';
/** The same where a `*` does not stand for every character: a port, a level more of names. */
const FILLINGS = ['', FRESH, `${FRESH}.${FRESH}`, `${FRESH}:81`];
/** A longer overlap of what stands around a `*` is not looked for. */
const OVERLAP_LIMIT = 64;

const unique = (values: readonly string[]): string[] => [...new Set(values)];

/** What a `*` that may stand for less than nothing lets through: prefix and suffix share characters. */
function overlaps([prefix = '', suffix = '', ...more]: readonly string[]): string[] {
  if (more.length > 0) return [];
  const found: string[] = [];
  const most = Math.min(prefix.length, suffix.length, OVERLAP_LIMIT);
  for (let shared = 1; shared <= most; shared++) {
    if (prefix.endsWith(suffix.slice(0, shared))) found.push(prefix + suffix.slice(shared));
  }
  return found;
}

/** The value as it stands, and with every `*` filled in each way in which some store reads it. */
function filled(written: string): string[] {
  const parts = written.split('*');
  if (parts.length === 1) return [written];
  const trimmed = parts.map((part) => part.trim());
  return [
    ...FILLINGS.map((filling) => parts.join(filling)),
    ...FILLINGS.map((filling) => trimmed.join(filling)),
    ...overlaps(parts),
    ...overlaps(trimmed),
    written
  ];
}

const DEFAULT_PORTS: readonly (readonly [scheme: string, port: string])[] = [
  ['http://', ':80'],
  ['https://', ':443']
];

/** With the port that goes without saying, and without it. */
function eitherPort(origin: string): string[] {
  const [scheme, port] = DEFAULT_PORTS.find(([start]) => origin.startsWith(start)) ?? [];
  if (scheme === undefined || port === undefined) return [origin];
  return origin.endsWith(port)
    ? [origin.slice(0, -port.length), origin]
    : [origin, `${origin}${port}`];
}

/** Origins that stand for all that a written one may take; a scheme alone stands for its origins at one store. */
export function originWitnesses(written: string): string[] {
  const asScheme = written.includes(':') ? [] : filled(`${written}://*`);
  const values = [...filled(written), ...asScheme].flatMap((value) => [value, value.trim()]);
  return unique(values.flatMap((value) => [value, value.toLowerCase()]).flatMap(eitherPort));
}

/** Names that stand for all that written allowed headers may take; a header name is no empty text. */
export function headerWitnesses(written: readonly string[]): string[] {
  const values = written.flatMap(filled).flatMap((value) => [value, value.trim()]);
  return unique(values.flatMap((value) => [value, value.toLowerCase()])).filter(
    (name) => name !== '' && !/[\s,;=]/.test(name)
  );
}

/** Methods that stand for all that a rule may take. */
export function methodWitnesses(rule: Rule, { methods }: Provider): string[] {
  const written = rule.allowedMethods.map(({ value }) => value);
  // Some stores ask for no method, and one takes `*` for all of them.
  const open = written.length === 0 || written.includes('*') ? [...methods, 'PATCH', FRESH] : [];
  return unique([...written, ...written.map((method) => method.toUpperCase()), ...open]);
}
