/** Reads a bucket's names off an address, by the forms that stores' addresses have. docs/facts/addresses.md 1 */
import { readTarget } from '../../3-browser/url/target.ts';
import type { TargetName, TargetValues } from './model.ts';
import type { SaveNote } from './note.ts';

/** One form of a store's addresses. `{name}` is one label or part of one, `{bucket}` in a host may be several. */
export interface AddressForm {
  /** Null where any host will do. With a port where the port tells. */
  host: string | null;
  /** How the path begins, in whole segments; absent where it tells nothing. */
  path?: string;
  /** What else the form tells, from what was found and from `{origin}`. */
  sets?: TargetValues;
  note?: SaveNote;
}

type AddressNames = Readonly<Record<string, string>>;

const NAME = /\{([a-z]+)\}/g;

/** What `{name}` stands for in a host. */
const hostPart = (name: string): string => `(?<${name}>${name === 'bucket' ? '.+' : '[a-z0-9-]+'})`;

/** A template as a pattern; both are our own, never a person's. */
function patternOf(template: string, part: (name: string) => string): string {
  const literals = template.split(NAME);
  return literals
    .map((text, at) => (at % 2 === 1 ? part(text) : text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
    .join('');
}

const hostPatternOf = (host: string): RegExp => new RegExp(`^${patternOf(host, hostPart)}$`);
const pathPatternOf = (path: string): RegExp =>
  new RegExp(`^${patternOf(path, (name) => `(?<${name}>[^/?]+)`)}(?:[/?]|$)`);

/** Percent signs that stand for nothing stay as they are. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function found(form: AddressForm, host: string, path: string): AddressNames | null {
  const named = form.host?.includes(':') ? host : host.replace(/:\d+$/, '');
  const byHost = form.host === null ? null : hostPatternOf(form.host).exec(named);
  const byPath = form.path === undefined ? null : pathPatternOf(form.path).exec(path);
  if (form.host !== null && byHost === null) return null;
  if (form.path !== undefined && byPath === null) return null;
  const parts = Object.entries(byPath?.groups ?? {}).map(([name, text]) => [name, decoded(text)]);
  return { ...byHost?.groups, ...(Object.fromEntries(parts) as AddressNames) };
}

/** A template with what was found in the place of its names. */
export const fillTemplate = (template: string, values: AddressNames): string =>
  template.replace(NAME, (whole, name: string) => values[name] ?? whole);

/** No host name is longer. https://www.rfc-editor.org/rfc/rfc1035#section-2.3.4 */
const LONGEST = 253;

/** The first form that the address has, and what it tells; null for an address of none of them. */
export function readAddress(
  url: string,
  forms: readonly AddressForm[]
): { values: TargetValues; note: SaveNote | null } | null {
  const target = readTarget(url);
  if (target === null || target.host.length > LONGEST) return null;
  const host = target.host.replace(/\.(?=:\d+$|$)/, '');
  for (const form of forms) {
    const values = found(form, host, target.path);
    if (values === null) continue;
    const known = { ...values, origin: target.origin };
    const sets = Object.entries(form.sets ?? {}).map(([name, text]) => [
      name,
      fillTemplate(text, known)
    ]);
    return {
      values: { ...values, ...(Object.fromEntries(sets) as Partial<Record<TargetName, string>>) },
      note: form.note ?? null
    };
  }
  return null;
}
