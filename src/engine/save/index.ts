/** How rules are saved to a store, and a call as a command. */
export { curlOf } from '../shell/curl.ts';
export { guideSave } from './guide.ts';
export {
  TARGET_FIELDS,
  type SaveGuide,
  type SaveRefusal,
  type SaveStep,
  type SaveTarget,
  type SaveWay,
  type StepId,
  type TargetField,
  type WayId
} from '../providers/ways/model.ts';
export type { SaveNote, SaveNoteArgs } from '../providers/ways/note.ts';
export { SHELL_IDS, type ShellId } from '../shell/shell.ts';
