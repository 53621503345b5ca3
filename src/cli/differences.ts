import { isOfMeaning, type Difference } from '#engine/compare';
import { say } from '../words/say.ts';
import type { Colors } from './colors.ts';
import { printable } from './printable.ts';

/** A difference as JSON; rules are counted from 0. */
export function differenceJson(difference: Difference) {
  const { code, args, witness, before, after, methods, origins } = difference;
  const ruleOf = ({ preflight, actual }: Difference['before']) => (preflight ?? actual).rule;
  return {
    code,
    args,
    meaning: isOfMeaning(code),
    sentence: say.difference(difference),
    witness,
    rules: { before: ruleOf(before), after: ruleOf(after) },
    methods,
    origins
  };
}

/** A difference as a line, and where others are alike, which. */
export function differenceLine(difference: Difference, c: Colors): string {
  const also = say.also(difference);
  const sentence = printable(say.difference(difference));
  return also === '' ? sentence : `${sentence} ${c.dim(printable(also))}`;
}
