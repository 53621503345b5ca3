/** Saving in words: what stands beside the commands. */
import type {
  SaveGuide,
  SaveNote,
  SaveNoteArgs,
  SaveRefusal,
  SaveWay,
  StepId,
  TargetField,
  WayId
} from '#engine/save';
import { m } from '../paraglide/messages.js';
import type { SingleMessages } from './catalogue.ts';
import { list } from './list.ts';
import { family } from './message.ts';

type CodeTexts<Codes extends string, Args = object> = Record<Codes, Args>;
type NoteTexts = { [C in keyof SaveNoteArgs]: { [A in keyof SaveNoteArgs[C]]: string } };

/** The catalogue, seen by code: one without a message fails the type check here. */
const catalogue: SingleMessages<'save.note', NoteTexts> &
  SingleMessages<'save.refusal', CodeTexts<SaveRefusal>> &
  SingleMessages<'save.field', CodeTexts<TargetField>> &
  SingleMessages<'save.step', CodeTexts<StepId>> &
  SingleMessages<'save.step', CodeTexts<`${StepId}.why`>> &
  SingleMessages<'save.way', CodeTexts<WayId, { tool: string }>> = m;

const notes = family<SaveNoteArgs>('save.note', {});

/** Deleting stands in the place of saving where there are no rules. */
const isFirst = (step: StepId, { steps }: SaveWay): boolean =>
  step === 'delete' && !steps.some(({ id }) => id === 'save');

export const saySave = {
  note: (note: SaveNote): string => notes.one(note),
  refusal: (refusal: SaveRefusal): string => catalogue[`save.refusal.${refusal}`]({}),
  field: (field: TargetField): string => catalogue[`save.field.${field}`]({}),
  /** The name of a step, and why it is taken. */
  step: (step: StepId, way: SaveWay): { title: string; why: string } =>
    isFirst(step, way)
      ? { title: m['save.step.delete.first'](), why: m['save.step.delete.first.why']() }
      : {
          title: catalogue[`save.step.${step}`]({}),
          why: catalogue[`save.step.${step}.why`]({})
        },
  way: ({ id, tool }: SaveWay): string => catalogue[`save.way.${id}`]({ tool }),
  /** What the address does not tell; null where it tells all. */
  missing: ({ target: { missing } }: SaveGuide): string | null =>
    missing.length === 0
      ? null
      : m['save.missing']({
          count: missing.length,
          fields: list(missing.map((field) => catalogue[`save.field.${field}`]({})))
        })
};
