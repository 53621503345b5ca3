import type { Coded } from '../model.ts';
import { DEMANDS, type DemandArgs } from './demands.ts';
import type { AdviceLevel, Demand, FormField, StoreForm } from './store-form.ts';

/** The closed set of what can be said of a field, each with the args that its message names. */
export type AdviceArgs = { [C in keyof DemandArgs]: DemandArgs[C] & { value: string } } & {
  required: Record<string, never>;
  'tick-unknown': { value: string; ticks: readonly string[] };
  'rules-many': { most: number };
};

/** What a store's page says of a value as soon as it is typed. */
export type Advice = Coded<AdviceArgs> & {
  level: AdviceLevel;
  /** The place of the value in its list, counted from 0; null where it is of the field, or of all rules. */
  index: number | null;
  /** The value as it was meant, where that is plain. */
  better: string | null;
  source: string;
};

/**
 * What a store's page says of a field that holds `values`; a field of one value holds a list of it, or none. At most one
 * thing is said of each value, and once of one that stands there twice: the first demand that it fails. Values that are
 * blank are not values yet.
 */
export function advise(field: FormField, values: readonly string[], source: string): Advice[] {
  const said: Advice[] = [];
  if (field.required && values.every((value) => value.trim() === '')) {
    said.push(advice({ code: 'required', args: {} }, source));
  }
  for (const [index, value] of values.entries()) {
    if (value.trim() === '') continue;
    const { ticks, otherwise: level = 'refuse' } = field;
    if (ticks && !ticks.includes(value)) {
      const unknown = advice({ code: 'tick-unknown', args: { value, ticks } }, source);
      said.push({ ...unknown, level, index });
      continue;
    }
    const failed = field.demands.find((demand) => fails(demand, value, values, index));
    if (failed) said.push(adviceOf(failed, value, index));
  }
  return said.filter(
    ({ code, args }, at) => said.findIndex((one) => isSame(one, { code, args })) === at
  );
}

const isSame = (
  one: Pick<Advice, 'code' | 'args'>,
  other: Pick<Advice, 'code' | 'args'>
): boolean => one.code === other.code && valueOf(one.args) === valueOf(other.args);

const valueOf = (args: object): unknown => ('value' in args ? args.value : null);

/** What it says of a rule set with so many rules. */
export const adviseRules = ({ rules: most, source }: StoreForm, count: number): Advice[] =>
  most !== null && count > most ? [advice({ code: 'rules-many', args: { most } }, source)] : [];

const advice = (coded: Coded<AdviceArgs>, source: string): Advice => ({
  ...coded,
  level: 'refuse',
  index: null,
  better: null,
  source
});

/** A demand and its args are of one code, which the compiler cannot follow through the table. */
const testOf = ({ code }: Demand) =>
  DEMANDS[code] as {
    fails: (value: string, args: object, values: readonly string[], index: number) => boolean;
    better?: (value: string) => string;
  };

const fails = (demand: Demand, value: string, values: readonly string[], index: number): boolean =>
  testOf(demand).fails(value, demand.args, values, index);

function adviceOf(demand: Demand, value: string, index: number): Advice {
  const { code, args, level, source } = demand;
  const coded = { code, args: { ...args, value } } as Coded<AdviceArgs>;
  return { ...coded, level, index, better: testOf(demand).better?.(value) ?? null, source };
}
