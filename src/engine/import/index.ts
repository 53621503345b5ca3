/** What a pasted text tells of a call that failed. */
export { agreementOf, causesOf, type Agreement } from './agreement.ts';
export { readSymptom } from './read-symptom.ts';
export { storeOfAddress } from './store-of.ts';
export { unknownHeader } from './messages/line-clue.ts';
export type {
  SymptomQuestion,
  Symptom,
  SymptomCode,
  SymptomKind,
  SymptomProblem,
  SymptomProblemArgs,
  SymptomReading
} from './symptom.ts';
