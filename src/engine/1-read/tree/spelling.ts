/** How the names of a rule are spelled where one writes. */
import { keyOfName, RULE_KEYS, type FieldNames, type RuleKey } from '../rule-key.ts';
import type { RuleReading } from './rule.ts';

export type Spelling = Pick<RuleReading, 'names' | 'lists' | 'methods'>;

/** A name that a rule may have, or one that an object in it may have. */
export interface KnownName {
  name: string;
  key: RuleKey;
  /** The object that it stands in; null in the rule itself. */
  group: string | null;
}

/** The names in the spelling that most of `there` are in, in the order in which they are printed. */
export function namesOf({ names }: Spelling, there: readonly string[]): KnownName[] {
  const known = (spelt: FieldNames) => there.filter((name) => keyOfName(spelt, name)).length;
  const spelt = names.reduce((best, one) => (known(one) > known(best) ? one : best));
  const said = new Set<string>();
  return RULE_KEYS.flatMap((key): KnownName[] => {
    const name = spelt[key];
    if (name === undefined || said.has(name)) return [];
    said.add(name);
    const dot = name.indexOf('.');
    return dot === -1
      ? [{ name, key, group: null }]
      : [{ name: name.slice(dot + 1), key, group: name.slice(0, dot) }];
  });
}

/** The field that a name stands for, in any of a format's spellings. */
export function keyOf({ names }: Spelling, name: string): RuleKey | null {
  for (const spelt of names) {
    const key = keyOfName(spelt, name);
    if (key) return key;
  }
  return null;
}
