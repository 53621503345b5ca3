import { readTarget } from '../../3-browser/url/target.ts';
import { readAddress, type AddressForm } from './address.ts';
import type { SaveTarget, TargetField, TargetName, TargetValues } from './model.ts';

/** What a store's commands must know, and what stands in them until it is told. */
export interface FieldSpec {
  id: TargetField;
  placeholder: string;
  /** What it is where nobody says otherwise. */
  usually?: string;
}

/** Control, format and private characters and lone surrogates, which no name holds and which could disguise a command. */
const DISGUISE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const LONGEST = 1_024;

/** True for what can be a name; one that begins with a dash would be taken for an option. */
const isName = (text: string): boolean =>
  text !== '' && text.length <= LONGEST && !text.startsWith('-') && !DISGUISE.test(text);

/** An address without a slash at its end; null for what is none. */
function endpointOf(text: string): string | null {
  const target = readTarget(text);
  return target === null || target.hasCredentials || /[?#]/.test(text)
    ? null
    : target.href.replace(/\/+$/, '');
}

/** A value that can stand in a command; null for one that cannot. */
function accepted(id: TargetName, value: string | undefined): string | null {
  const text = value?.trim() ?? '';
  if (!isName(text)) return null;
  return id === 'endpoint' ? endpointOf(text) : text;
}

/** A target, and each of its names or the placeholder that stands for it. */
export interface FilledTarget {
  target: SaveTarget;
  to(name: TargetName): string;
}

/**
 * Where the rules go: what the person gives comes before what the address tells, and that before what is usual.
 * A value that no command could carry is none: its field is missing.
 */
export function findTarget(
  fields: readonly FieldSpec[],
  addresses: readonly AddressForm[],
  defaults: TargetValues,
  url: string,
  given: TargetValues
): FilledTarget {
  const read = readAddress(url, addresses);
  const valueOf = (id: TargetName, usually?: string): string | null => {
    const typed = given[id];
    return typed === undefined
      ? (accepted(id, read?.values[id]) ?? usually ?? null)
      : accepted(id, typed);
  };
  const known = fields.map(({ id, placeholder, usually }) => ({
    id,
    value: valueOf(id, usually),
    placeholder
  }));
  const missing = known.filter(({ value }) => value === null).map(({ id }) => id);
  return {
    target: { fields: known, missing, notes: read?.note ? [read.note] : [] },
    to(name) {
      const field = known.find(({ id }) => id === name);
      return field ? (field.value ?? field.placeholder) : (valueOf(name) ?? defaults[name] ?? '');
    }
  };
}
