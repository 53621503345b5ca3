/**
 * A line of a console with its changing parts as named slots: printed by an engine and recognised again in what a person
 * pastes, so that the two cannot drift apart.
 */
export interface ConsoleLine<Slot extends string = string> {
  /** What stands before, between and after the slots: always one more than there are slots. */
  literals: readonly string[];
  slots: readonly Slot[];
}

/** Writes a line down: line`Method ${'method'} is not allowed`. */
export function line<const Slots extends string[]>(
  literals: TemplateStringsArray,
  ...slots: Slots
): ConsoleLine<Slots[number]> {
  return { literals, slots };
}

/** The line with its slots filled. */
export function printLine<Slot extends string>(
  { literals, slots }: ConsoleLine<Slot>,
  values: Readonly<Record<Slot, string | number>>
): string {
  return slots.reduce<string>(
    (text, slot, index) => `${text}${values[slot]}${literals[index + 1] ?? ''}`,
    literals[0] ?? ''
  );
}
